// The command `learn`: what was learned from, what that gives, and how good it is.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/cli/session.h"
#include "pipeline/cli/tables.h"
#include "pipeline/ingest/study_lessons.h"
#include "pipeline/learn/try_out.h"

namespace pipeline {

struct LearnOptions {
  std::string sentences;  // empty: the study
  std::vector<std::string> codings, packs;
  std::filesystem::path lexicon;
  bool names_study = false, without_examples = false;
  double precision = 0.6;
  bool tests = true, draws_curve = false;
  std::string test = "document", by = "overzicht", model, pack;
  TableOptions write;
};

struct LearnedFrom {
  StudyLessons lessons;
};

std::string lexicon_name(const Lexicon& lexicon);  // "samenwerking@0.2.0"
TrainOptions train_options(const LearnOptions& options);
LessonGroups groups_of(const LearnOptions& options);
LessonSet without_nothing(const LessonSet& set);  // a copy

// Factors that people coded with and that the lexicon does not have; for where there are any.
std::string unknown_in_words(const StudyLessons& lessons);
// What was learned from, and of which factors there is too little; contradictions.
void print_learned_from(const LearnedFrom& from, const Model& model, const Lexicon& lexicon);
// Taught with a quarter of the documents, half of them ...: does more help? The error is train's.
Result<Table> learning_curve(const LessonSet& set, const LessonSet& always,
                             const TrainOptions& how);
// How it was tried out, and how far probabilities can be trusted.
void add_figure_notes(Table& table, const LearnedFrom& from, const std::vector<TriedOut>& tried,
                      const TrainOptions& how, const LearnOptions& options);

}  // namespace pipeline

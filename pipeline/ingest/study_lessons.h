// What models learn from in a study: what people coded and decided there.
//   coded by a person        an example of the factor, in the sentences under their mark
//   accepted, rejected       the lexicon's or a learned proposal: an example for, or against
//   read and left uncoded    sentences between the first and the last that a person coded in a
//                            document are examples of no factor: whoever coded there read on
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/language/word_table.h"
#include "pipeline/learn/lessons.h"
#include "pipeline/lexicon/lexicon.h"
#include "pipeline/store/store.h"
#include "pipeline/store/study.h"

namespace pipeline {

// Decisions on the same words that cannot both be right.
struct ContradictoryDecision {
  PassageId passage{};
  Span sentence;  // of the source
  FactorId factor;
  std::string said;  // "anna succes, bram faal"
};

struct LessonPlace {
  PassageId passage{};
  Span sentence;  // of the source
};

enum class LessonGroups : std::uint8_t { documents, speakers };

struct StudyLessons {
  LessonSet set;
  std::vector<LessonPlace> places;                      // of each lesson
  std::vector<std::string> coders;                      // people
  std::uint64_t coded = 0, accepted = 0, rejected = 0;  // codings
  std::vector<ContradictoryDecision> contradictions;
  std::vector<FactorId> unknown;  // factors that people used and the lexicon does not have
};

// Reads the texts of the documents that people worked on, one at a time.
StudyLessons study_lessons(const Store& store, const Settings& settings, const WordTable& words,
                           const Lexicon& lexicon, LessonGroups groups);

// The sentences that a lexicon gives with its factors as examples, in one group.
LessonSet example_lessons(const Lexicon& lexicon, const WordTable& words);

}  // namespace pipeline

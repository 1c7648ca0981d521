// A text through all stages and to what models see of its sentences. For one thread.
#pragma once

#include <string>
#include <vector>

#include "pipeline/evaluate/coders.h"
#include "pipeline/evaluate/coding_tables.h"
#include "pipeline/ingest/stages.h"
#include "pipeline/learn/lessons.h"
#include "pipeline/learn/observe.h"

namespace pipeline {

// One a sentence of the text that was staged last, with its traces; each with what was said before
// it.
std::vector<Observation> observations(const Staged& staged, const Stages& stages,
                                      const ObservedLexicon& lexicon, FeatureNames& names);

// Loose sentences, each with what was said before it, and what people said of them. All people have
// the same units as there are rows. Groups are documents; a sentence without one is its own.
LessonSet lessons_of(const std::vector<SentenceRow>& rows, const std::vector<CoderCodings>& people,
                     const WordTable& words, const Lexicon& lexicon);

// What people say of one sentence, as labels.
std::vector<Label> labels_of(const std::vector<CoderCodings>& people, std::size_t unit);

}  // namespace pipeline

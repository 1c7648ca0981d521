// Sentences that people coded, most like a given one: examples beside a proposal. Likeness is the
// cosine of their words, a rare word weighing more than a frequent one.
#pragma once

#include <vector>

#include "pipeline/ingest/study_lessons.h"

namespace pipeline {

struct SimilarSentence {
  LessonPlace place;
  double likeness = 0;  // 0 to 1
};

// Of those that people gave this factor, but for the sentence at `self`; most like it first.
// `seen`: with the names of the lessons.
std::vector<SimilarSentence> similar_sentences(const StudyLessons& lessons, const Observation& seen,
                                               const FactorId& factor, const LessonPlace& self,
                                               std::size_t most);

}  // namespace pipeline

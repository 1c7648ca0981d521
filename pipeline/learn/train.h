// Examples -> a model. Judges of words are tried out on groups (documents) that they did not learn
// from, and the second look, the calibration and the thresholds rest on what came of that: never on
// sentences that a judge has seen.
#pragma once

#include <cstdint>

#include "pipeline/learn/lessons.h"
#include "pipeline/learn/model.h"
#include "pipeline/model/result.h"

namespace pipeline {

struct TrainOptions {
  double wished_precision = 0.6;
  std::uint32_t fewest_examples = 8;  // of a factor, in two groups or more
  std::uint32_t folds = 5;
};

// Takes the set along: features that stand in one sentence only are dropped first. Error: fewer
// than two groups, or no label at all. The same set gives the same model.
Result<Model> train(LessonSet set, const TrainOptions& options);

}  // namespace pipeline

// How good a model is on what it did not learn from: each group (a document, a speaker) in turn is
// left out, a model is taught with the others, and says what it makes of the one that was left out.
#pragma once

#include <vector>

#include "pipeline/learn/train.h"

namespace pipeline {

// What a model that learned from nothing of its group says of one lesson.
struct TriedOut {
  std::vector<Proposal> learned, combined;  // all factors, with their probabilities
  double learned_threshold = 1, combined_threshold = 1;

  std::vector<Proposal> proposed(Proposer proposer) const;
};

// `always`: lessons that every model learns from as well, such as a pack of another study. Cost: a
// training for each group. Error: as train.
Result<std::vector<TriedOut>> try_out(const LessonSet& set, const LessonSet& always,
                                      const TrainOptions& options);

// The same, but taught with a share of the other groups only, those that come after it in the set:
// how much more would help.
Result<std::vector<TriedOut>> try_out_with(const LessonSet& set, const LessonSet& always,
                                           const TrainOptions& options, double share);

// How far probabilities are from what came of them: in ten bins of probability the distance between
// their mean and the share that was there, weighed by how many there are (the expected calibration
// error of M.P. Naeini, G.F. Cooper and M. Hauskrecht, AAAI 2015).
struct CalibrationError {
  std::size_t judged = 0;
  double error = 0;
};
// Of proposals with at least this probability, on which people agree.
CalibrationError calibration_error(const LessonSet& set, const std::vector<TriedOut>& tried,
                                   Proposer proposer, double least);

}  // namespace pipeline

// What the tables of an evaluation share: people in pairs, intervals, means and notes. Private to
// this folder. The pair (Anna, Bram) is Bram held against Anna.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "pipeline/evaluate/compare.h"
#include "pipeline/evaluate/evaluation.h"

namespace pipeline {

std::vector<Comparison> pairs_of(std::span<const CoderCodings> people);

// Of F1. All rest on the same draws.
struct F1Intervals {
  std::optional<Interval> factor, valued;  // of all codings, without and with their valence
  std::map<FactorId, std::optional<Interval>> by_factor;
  std::optional<Interval> by_valence[3];

  std::optional<Interval> of(const FactorId& factor_id) const;
};
F1Intervals f1_intervals_of(const Comparison& comparison);

// Of those that are there; none of none.
std::optional<double> mean(const std::vector<std::optional<double>>& values);

// What was held against what, and what the reference leaves open.
void note_reference(Table& table, const Evaluation& evaluation);
void note_intervals(Table& table);
// People's factors that the lexicon does not have.
void note_unknown_factors(Table& table, const Evaluation& evaluation);

}  // namespace pipeline

// Which of many outcomes goes with the group? Units (documents) lie in groups (cases that went
// well, cases that failed); in each, some of its sentences have outcome 1, some outcome 2 ... All
// outcomes are tested over the same deals of the units, each against all the rest and all of them
// together.
//   permutation  E.S. Edgington, Randomization Tests (1980); p as in B. Phipson and G.K. Smyth,
//                Stat. Appl. in Genetics and Mol. Biology 9 (2010) 39
#pragma once

#include <cstdint>
#include <vector>

#include "pipeline/statistics/figure.h"

namespace pipeline {

struct ClusteredOutcomes {
  std::size_t groups = 0, outcomes = 0;
  std::vector<std::uint32_t> group;   // of each unit
  std::vector<std::uint32_t> counts;  // a row a unit, `outcomes` long
  std::vector<std::uint32_t> totals;  // of each unit: all that was counted, at least its largest
};

struct OutcomeTests {
  Figure together;           // chi-square of group by outcome; counts must add up to totals
  std::vector<Figure> each;  // chi-square of group by {this outcome, all else}
};
// Seeded. Cost: draws times the counts that are not 0, and times groups by outcomes.
OutcomeTests permuted_outcomes(const ClusteredOutcomes& counts);

}  // namespace pipeline

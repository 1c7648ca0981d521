// How sure a figure is, and how far two coders agree beyond chance. Of 20 codings 15 are right:
// precision 75 %, and with 95 % confidence between 53 and 89 %. What is not defined (nothing was
// given, or both coders always said the same) is empty, never 0 or 1.
//
//   f1             the harmonic mean of precision and recall: C.J. van Rijsbergen, Information
//                  Retrieval (1979) ch. 7, with equal weights; 2 right / (given + gold)
//   f1_intervals   the percentile bootstrap: B. Efron and R.J. Tibshirani, An Introduction to the
//                  Bootstrap (1993) ch. 13, over sentences, which are drawn whole
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "pipeline/statistics/figure.h"
#include "pipeline/statistics/proportion.h"

namespace pipeline {

// Codings of one coder held against those of another, who is taken to be right.
struct Matches {
  std::uint64_t right = 0, given = 0, gold = 0;

  friend bool operator==(const Matches&, const Matches&) = default;
};
std::optional<double> precision(const Matches& matches);
std::optional<double> recall(const Matches& matches);
std::optional<double> f1(const Matches& matches);

// Two yes/no judgements of `all` units: how many both say yes to, and each.
struct YesNo {
  std::uint64_t both = 0, one = 0, other = 0, all = 0;

  friend bool operator==(const YesNo&, const YesNo&) = default;
};
Figure cohen_kappa(const YesNo& counts);
std::optional<double> or_nothing(const Figure& figure);

// What one unit adds to the matches of one group of codings (a factor, or all).
struct UnitMatches {
  std::uint32_t unit = 0, group = 0;
  Matches matches;
};
inline constexpr unsigned bootstrap_draws = 1000;
// The 95 % interval of each group's F1 over `units` units, of which those without an entry count as
// well. Seeded, so the same input gives the same interval. Cost: draws times units.
std::vector<std::optional<Interval>> f1_intervals(std::uint32_t units,
                                                  std::span<const UnitMatches> matches,
                                                  std::uint32_t groups);

}  // namespace pipeline

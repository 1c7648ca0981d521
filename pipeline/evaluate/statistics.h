// How sure a figure is, and how far two coders agree beyond chance. Of 20 codings 15 are right:
// precision 75 %, and with 95 % confidence between 53 and 89 %. What is not defined (nothing was
// given, or both coders always said the same) is empty, never 0 or 1.
//
//   wilson         E.B. Wilson, "Probable inference, the law of succession, and statistical
//                  inference", JASA 22 (1927) 209-212; without correction for continuity, as in
//                  R.G. Newcombe, Statistics in Medicine 17 (1998) 857-872, method 3
//   cohen_kappa    J. Cohen, "A coefficient of agreement for nominal scales", Educational and
//                  Psychological Measurement 20 (1960) 37-46: (po - pe) / (1 - pe)
//   f1             the harmonic mean of precision and recall: C.J. van Rijsbergen, Information
//                  Retrieval (1979) ch. 7, with equal weights; 2 right / (given + gold)
//   f1_intervals   the percentile bootstrap: B. Efron and R.J. Tibshirani, An Introduction to the
//                  Bootstrap (1993) ch. 13, over sentences, which are drawn whole
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace pipeline {

struct Interval {
  double low = 0, high = 0;

  friend bool operator==(const Interval&, const Interval&) = default;
};

// The 95 % interval of `some` out of `all`.
std::optional<Interval> wilson(std::uint64_t some, std::uint64_t all);

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
std::optional<double> cohen_kappa(const YesNo& counts);
// `counts`: a square table, row by row; rows are the one coder's categories, columns the other's.
std::optional<double> cohen_kappa(std::span<const std::uint64_t> counts);

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

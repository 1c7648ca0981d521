// Do groups of a few ranked values differ? Ratings of a factor in four cases that went well and in
// five that failed. Exact: all ways to deal the values out over the groups are looked at, ties and
// all; where these are too many, seeded draws.
//   two groups   F. Wilcoxon, Biometrics Bulletin 1 (1945) 80-83; H.B. Mann and D.R. Whitney,
//   Annals
//                of Math. Statistics 18 (1947) 50-60: two-sided
//   more         W.H. Kruskal and W.A. Wallis, JASA 47 (1952) 583-621: H, uncorrected for ties,
//   which
//                makes no difference to an exact p
//   delta        N. Cliff, Psychological Bulletin 114 (1993) 494-509: how much oftener a value of
//   the
//                one group is above one of the other than below it
#pragma once

#include <cstdint>
#include <span>

#include "pipeline/statistics/figure.h"

namespace pipeline {

struct RankTest {
  double p = 1;
  double smallest_p = 1;  // that these values could have given, however dealt out
  bool is_exact = true;
};

inline constexpr std::uint64_t most_deals = 200'000;

// Groups are 0, 1 ...; each has a value, or it is an empty margin.
tl::expected<RankTest, Undefined> rank_test(std::span<const double> values,
                                            std::span<const std::uint32_t> groups);

// From -1 to 1.
Figure cliffs_delta(std::span<const double> first, std::span<const double> second);

}  // namespace pipeline

#include "pipeline/statistics/outcomes.h"

#include <gtest/gtest.h>

#include "pipeline/statistics/contingency.h"

namespace pipeline {
namespace {

TEST(Outcomes, HaveTheChancesOfAllDeals) {
  // Three units with and three without: of 20 deals two part them so far (p = 0.1).
  ClusteredOutcomes counts{2, 2, {0, 0, 0, 1, 1, 1}, {}, {}};
  for (std::uint32_t unit = 0; unit < 6; ++unit) {
    counts.counts.insert(counts.counts.end(), {unit < 3 ? 4U : 0U, unit < 3 ? 0U : 4U});
    counts.totals.push_back(4);
  }
  const OutcomeTests tests = permuted_outcomes(counts);
  EXPECT_NEAR(*tests.together, 0.1, 0.01);
  EXPECT_NEAR(*tests.each[0], 0.1, 0.01);
}

TEST(Outcomes, AgreeWithThePermutationOfOneTable) {
  const ClusteredOutcomes counts{3,
                                 3,
                                 {0, 1, 2, 0, 1, 2, 0},
                                 {5, 1, 0, 2, 2, 2, 0, 7, 1, 3, 0, 0, 1, 1, 1, 0, 4, 2, 6, 0, 1},
                                 {6, 6, 8, 3, 3, 6, 7}};
  ClusteredCounts whole{3, 3, counts.group, {}};
  for (const std::uint32_t count : counts.counts) whole.counts.push_back(count);
  EXPECT_DOUBLE_EQ(*permuted_outcomes(counts).together, *permutation_p(whole));
}

TEST(Outcomes, SayWhyThereIsNoFigure) {
  EXPECT_EQ(permuted_outcomes({2, 1, {0, 1}, {0, 0}, {0, 0}}).together.error(),
            Undefined::nothing_counted);
  EXPECT_EQ(permuted_outcomes({1, 1, {0, 0}, {1, 0}, {1, 1}}).together.error(),
            Undefined::one_category);
  EXPECT_EQ(permuted_outcomes({3, 1, {0, 1}, {1, 0}, {1, 1}}).each[0].error(),
            Undefined::empty_margin);
  EXPECT_EQ(permuted_outcomes({2, 1, {0, 1}, {0, 0}, {1, 1}}).each[0].error(),
            Undefined::empty_margin);
}

}  // namespace
}  // namespace pipeline

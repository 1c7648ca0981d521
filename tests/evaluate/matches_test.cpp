#include "pipeline/evaluate/matches.h"

#include <gtest/gtest.h>

#include <vector>

namespace pipeline {
namespace {

TEST(Matches, GiveNothingWhereNothingWasGivenOrSought) {
  const Matches matches{15, 20, 24};
  EXPECT_DOUBLE_EQ(*precision(matches), 0.75);
  EXPECT_DOUBLE_EQ(*recall(matches), 0.625);
  EXPECT_DOUBLE_EQ(*f1(matches), 30.0 / 44);
  EXPECT_FALSE(precision({0, 0, 3}));
  EXPECT_FALSE(recall({0, 3, 0}));
  EXPECT_EQ(f1({0, 3, 0}), 0.0);
  EXPECT_FALSE(f1({0, 0, 0}));
}

// By hand: both yes 20, only the one 5, only the other 10, neither 15 of 50: po = 35/50 = 0.70,
// pe = (25*30 + 25*20) / 2500 = 0.50, kappa = 0.20 / 0.50 = 0.40.
TEST(CohenKappa, IsWhatComesOutByHand) {
  EXPECT_NEAR(*cohen_kappa(YesNo{20, 25, 30, 50}), 0.4, 1e-12);
  // 45, 15, 25, 15 of 100: po 0.60, pe = (60*70 + 40*30) / 10000 = 0.54, kappa = 0.06 / 0.46.
  EXPECT_NEAR(*cohen_kappa(YesNo{45, 60, 70, 100}), 0.06 / 0.46, 1e-12);
}

TEST(CohenKappa, KnowsItsBounds) {
  EXPECT_NEAR(*cohen_kappa(YesNo{7, 7, 7, 20}), 1, 1e-12);
  EXPECT_NEAR(*cohen_kappa(YesNo{0, 10, 10, 20}), -1, 1e-12);
  EXPECT_FALSE(cohen_kappa(YesNo{0, 0, 0, 20})) << "both always no";
  EXPECT_FALSE(cohen_kappa(YesNo{20, 20, 20, 20})) << "both always yes";
  EXPECT_FALSE(cohen_kappa(YesNo{0, 0, 0, 0}));
  EXPECT_NEAR(*cohen_kappa(YesNo{0, 0, 5, 20}), 0, 1e-12) << "one always says no";
}

TEST(F1Intervals, StayTheSameAndHoldTheFigure) {
  std::vector<UnitMatches> matches;
  for (std::uint32_t unit = 0; unit < 60; ++unit)
    matches.push_back({unit, unit % 2, {unit % 3 == 0 ? 0U : 1U, 1, 1}});
  const auto intervals = f1_intervals(100, matches, 3);
  ASSERT_EQ(intervals.size(), 3U);
  EXPECT_EQ(intervals, f1_intervals(100, matches, 3));
  for (const std::size_t group : {0, 1}) {
    ASSERT_TRUE(intervals[group]);
    EXPECT_LT(intervals[group]->low, 2.0 / 3);
    EXPECT_GT(intervals[group]->high, 2.0 / 3);
    // The standard error of 20 of 30 is 0.086: 1.96 times that either way.
    EXPECT_NEAR(intervals[group]->high - intervals[group]->low, 0.34, 0.06);
  }
  EXPECT_FALSE(intervals[2]) << "nothing was given or sought";
}

TEST(F1Intervals, AreAPointWhereAllIsRight) {
  const std::vector<UnitMatches> matches{{0, 0, {2, 2, 2}}, {1, 0, {1, 1, 1}}};
  EXPECT_EQ(f1_intervals(2, matches, 1).front(), (Interval{1, 1}));
}

}  // namespace
}  // namespace pipeline

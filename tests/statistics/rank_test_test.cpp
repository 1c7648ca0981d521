#include "pipeline/statistics/rank_test.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <vector>

namespace pipeline {
namespace {

using Values = std::vector<double>;
using Groups = std::vector<std::uint32_t>;

TEST(RankTest, CountsAllDealsOfTwoGroups) {
  // Of the 20 ways to take three of six ranks, {1, 2, 3} and {4, 5, 6} lie farthest apart.
  const auto test = rank_test(Values{1, 2, 3, 4, 5, 6}, Groups{0, 0, 0, 1, 1, 1});
  ASSERT_TRUE(test);
  EXPECT_TRUE(test->is_exact);
  EXPECT_DOUBLE_EQ(test->p, 0.1);
  EXPECT_DOUBLE_EQ(test->smallest_p, 0.1);
}

TEST(RankTest, HasThePublishedPOfSmallTablesOfKruskalAndWallis) {
  // W.H. Kruskal and W.A. Wallis (1952), table of exact probabilities, sizes 2, 2, 2: H = 4.571 has
  // 0.067, H = 3.714 has 0.200.
  EXPECT_NEAR(rank_test(Values{1, 2, 3, 4, 5, 6}, Groups{0, 0, 1, 1, 2, 2})->p, 0.067, 0.0005);
  EXPECT_NEAR(rank_test(Values{1, 3, 2, 4, 5, 6}, Groups{0, 0, 1, 1, 2, 2})->p, 0.200, 0.0005);
}

TEST(RankTest, TakesTiesAsTheyAre) {
  // Two against two, ranks 1.5, 1.5, 3.5, 3.5: two of six deals.
  const auto test = rank_test(Values{-1, -1, 2, 2}, Groups{0, 0, 1, 1});
  EXPECT_DOUBLE_EQ(test->p, 1.0 / 3);
  EXPECT_DOUBLE_EQ(test->smallest_p, 1.0 / 3);
}

TEST(RankTest, KnowsTheLowestPThatItsValuesCanGive) {
  // Three lows and four highs: one of 35 deals has all lows in the group of three, and none has
  // them as far apart the other way round.
  const auto test = rank_test(Values{-2, -2, -2, 0, 0, 0, 0}, Groups{0, 0, 0, 1, 1, 1, 1});
  EXPECT_DOUBLE_EQ(test->p, 1.0 / 35);
  EXPECT_DOUBLE_EQ(test->smallest_p, 1.0 / 35);
}

TEST(RankTest, DrawsWhereThereAreTooManyDeals) {
  Values values;
  Groups groups;
  for (std::uint32_t i = 0; i < 30; ++i) {
    values.push_back(i);
    groups.push_back(i < 15 ? 0 : 1);
  }
  const auto test = rank_test(values, groups);
  EXPECT_FALSE(test->is_exact);
  EXPECT_LT(test->p, 0.001);
  EXPECT_GT(test->p, 0);
}

TEST(RankTest, SaysWhyThereIsNoFigure) {
  EXPECT_EQ(rank_test(Values{}, Groups{}).error(), Undefined::nothing_counted);
  EXPECT_EQ(rank_test(Values{1, 2}, Groups{0, 0}).error(), Undefined::one_category);
  EXPECT_EQ(rank_test(Values{1, 2}, Groups{0, 2}).error(), Undefined::empty_margin);
  EXPECT_EQ(rank_test(Values{1, 1, 1}, Groups{0, 0, 1}).error(), Undefined::one_category);
}

TEST(CliffsDelta, SaysHowMuchOftenerTheOneIsAbove) {
  EXPECT_DOUBLE_EQ(*cliffs_delta(Values{1, 2}, Values{-1, 0}), 1);
  EXPECT_DOUBLE_EQ(*cliffs_delta(Values{0, 1}, Values{0, 1}), 0);
  EXPECT_DOUBLE_EQ(*cliffs_delta(Values{0, 2}, Values{1, 1}), 0);
  EXPECT_EQ(cliffs_delta(Values{}, Values{1}).error(), Undefined::empty_margin);
}

RC_GTEST_PROP(RankTestProperty, DoesNotDependOnOrderOrOnWhichGroupIsFirst, ()) {
  const auto values = *rc::gen::container<Values>(
      7, rc::gen::map(rc::gen::inRange(-2, 3), [](int i) { return static_cast<double>(i); }));
  Groups groups{0, 0, 0, 1, 1, 1, 1}, turned{1, 1, 1, 0, 0, 0, 0};
  Values backward(values.rbegin(), values.rend());
  Groups groups_backward(groups.rbegin(), groups.rend());
  const auto test = rank_test(values, groups);
  const auto other = rank_test(backward, groups_backward);
  const auto swapped = rank_test(values, turned);
  RC_ASSERT(test.has_value() == other.has_value());
  if (!test) return;
  RC_ASSERT(test->p == other->p && test->p == swapped->p);
  RC_ASSERT(test->p >= test->smallest_p - 1e-12 && test->p <= 1);
}

}  // namespace
}  // namespace pipeline

#include "pipeline/evaluate/statistics.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace pipeline {
namespace {

namespace fs = std::filesystem;

// Newcombe 1998, table I, method 3, gives four decimals.
TEST(Wilson, GivesTheIntervalsOfNewcombe) {
  const struct {
    std::uint64_t some, all;
    double low, high;
  } rows[] = {{81, 263, 0.2553, 0.3662},
              {15, 148, 0.0624, 0.1605},
              {0, 20, 0.0000, 0.1611},
              {1, 29, 0.0061, 0.1718}};
  for (const auto& row : rows) {
    const auto interval = wilson(row.some, row.all);
    ASSERT_TRUE(interval) << row.some;
    EXPECT_NEAR(interval->low, row.low, 0.00005) << row.some;
    EXPECT_NEAR(interval->high, row.high, 0.00005) << row.some;
  }
}

TEST(Wilson, MirrorsAndStaysWithinBounds) {
  for (std::uint64_t some = 0; some <= 12; ++some) {
    const auto one = wilson(some, 12), other = wilson(12 - some, 12);
    EXPECT_NEAR(one->low, 1 - other->high, 1e-12) << some;
    EXPECT_GE(one->low, 0);
    EXPECT_LE(one->high, 1);
  }
  EXPECT_FALSE(wilson(0, 0));
}

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
  // Cohen 1960, p. 45: po 0.70 of 200, kappa 0.492.
  const std::uint64_t cohen[] = {88, 14, 18, 10, 40, 10, 2, 6, 12};
  EXPECT_NEAR(*cohen_kappa(cohen), 0.492, 0.0005);
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

// Published values, where they lie beside the source tree.
class Oracles : public testing::Test {
 protected:
  void SetUp() override {
    if (!fs::exists(folder)) GTEST_SKIP() << "there is no " << folder;
  }

  static std::vector<std::vector<std::string>> rows_of(const fs::path& file) {
    std::vector<std::vector<std::string>> rows;
    std::ifstream stream(file);
    for (std::string line; std::getline(stream, line);) {
      std::istringstream cells(line);
      auto& row = rows.emplace_back();
      for (std::string cell; std::getline(cells, cell, ',');) row.push_back(cell);
    }
    return rows;
  }

  static std::vector<std::uint64_t> square(const fs::path& file) {
    std::vector<std::uint64_t> counts;
    const auto rows = rows_of(file);
    for (std::size_t i = 1; i < rows.size(); ++i)
      for (std::size_t k = 1; k < rows[i].size(); ++k) counts.push_back(std::stoull(rows[i][k]));
    return counts;
  }

  const fs::path folder = fs::path(SAMENSPEL_SOURCE_DIR) / ".." / "shared" / "data" / "stats";
};

TEST_F(Oracles, AgreeOnKappaOfContingencyTables) {
  unsigned checked = 0;
  for (const auto& row : rows_of(folder / "oracles.csv")) {
    if (row.size() < 5 || row[0] != "cohen_kappa" || row[2].starts_with("kripp1995")) continue;
    EXPECT_NEAR(*cohen_kappa(square(folder / row[2])), std::stod(row[4]), 1e-9) << row[1];
    ++checked;
  }
  EXPECT_GE(checked, 6U);
}

TEST_F(Oracles, AgreeOnWilson) {
  unsigned checked = 0;
  for (const auto& row : rows_of(folder / "oracles.csv")) {
    if (row.size() < 5 || (row[0] != "wilson_lo" && row[0] != "wilson_hi")) continue;
    const auto slash = row[1].find('/');
    const auto interval =
        wilson(std::stoull(row[1].substr(0, slash)), std::stoull(row[1].substr(slash + 1)));
    EXPECT_NEAR(row[0] == "wilson_lo" ? interval->low : interval->high, std::stod(row[4]), 1e-9)
        << row[1];
    ++checked;
  }
  EXPECT_EQ(checked, 8U);
}

}  // namespace
}  // namespace pipeline

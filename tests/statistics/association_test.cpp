#include "pipeline/statistics/association.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace pipeline {
namespace {

TEST(LogLikelihood, IsWhatTheFormulaGivesByHand) {
  // Twice as often in the first of two halves of 100: 2 (20 ln(20/15) + 10 ln(10/15)
  // + 80 ln(80/85) + 90 ln(90/85)).
  const double by_hand = 2 * (20 * std::log(20 / 15.0) + 10 * std::log(10 / 15.0) +
                              80 * std::log(80 / 85.0) + 90 * std::log(90 / 85.0));
  EXPECT_NEAR(log_likelihood({20, 10, 100, 100}), by_hand, 1e-12);
  EXPECT_NEAR(by_hand, 3.9865, 1e-4);
  EXPECT_NEAR(log_likelihood({10, 20, 100, 100}), by_hand, 1e-12);
}

TEST(LogLikelihood, IsNothingWhereThereIsNoDifference) {
  for (const KeynessCounts& counts :
       {KeynessCounts{5, 5, 100, 100}, KeynessCounts{5, 10, 100, 200}, KeynessCounts{0, 0, 9, 9},
        KeynessCounts{3, 0, 9, 0}, KeynessCounts{0, 3, 0, 9}, KeynessCounts{}})
    EXPECT_NEAR(log_likelihood(counts), 0, 1e-12) << counts.target << ' ' << counts.rest;
}

TEST(LogRatio, CountsDoublings) {
  struct Row {
    KeynessCounts counts;
    double expected;
  };
  for (const Row& row : std::vector<Row>{{{8, 2, 100, 100}, 2},
                                         {{2, 8, 100, 100}, -2},
                                         {{8, 8, 100, 200}, 1},
                                         {{8, 0, 100, 100}, 4},
                                         {{0, 8, 100, 100}, -4},
                                         {{3, 0, 9, 0}, 0},
                                         {{}, 0}})
    EXPECT_NEAR(log_ratio(row.counts), row.expected, 1e-12) << row.counts.target;
}

// Values published or recomputed by others; not part of the project.
std::ifstream oracle(const char* name) {
  return std::ifstream(std::filesystem::path(SAMENSPEL_SOURCE_DIR) / "../shared/data/stats" / name);
}

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream stream(line);
  for (std::string cell; std::getline(stream, cell, ',');) cells.push_back(cell);
  return cells;
}

TEST(LogLikelihood, AgreesWithOtherProgramsOnTheirToyCorpus) {
  std::ifstream file = oracle("keyness_quanteda_toy.csv");
  if (!file) GTEST_SKIP() << "no development data";
  std::string line;
  std::getline(file, line);
  int rows = 0;
  for (; std::getline(file, line); ++rows) {
    const auto cells = cells_of(line);
    const KeynessCounts counts{std::stoull(cells[1]), std::stoull(cells[2]), std::stoull(cells[3]),
                               std::stoull(cells[4])};
    EXPECT_NEAR(log_likelihood(counts), std::abs(std::stod(cells[8])), 1e-9) << line;
    EXPECT_EQ(log_ratio(counts) < 0, std::stod(cells[8]) < 0 && counts.rest > 0) << line;
  }
  EXPECT_EQ(rows, 8);
}

// Manning and Schuetze, Foundations of Statistical Natural Language Processing (1999), ch. 5.
TEST(Collocation, GivesTheScoresOfManningAndSchuetze) {
  const Together ayatollah{20, 42, 20, 14'307'668}, companies{8, 15'828, 4'675, 14'307'668};
  EXPECT_NEAR(*t_score(ayatollah), 4.4721, 0.00005);
  EXPECT_NEAR(*t_score(companies), 0.9999, 0.00005);
  EXPECT_NEAR(*mutual_information(ayatollah), 18.38, 0.005);
  EXPECT_NEAR(chi_square(table_of(two_by_two(companies)))->value, 1.55, 0.005);
  // Dunning 1993, table 2: 110 of 31,777.
  EXPECT_NEAR(g_square(table_of(two_by_two({110, 2'552, 221, 31'777}))), 270.72, 0.005);
}

TEST(Collocation, HasNoScoreForWhatNeverMeets) {
  const Together apart{0, 5, 5, 100};
  EXPECT_EQ(t_score(apart), tl::unexpected(Undefined::never_together));
  EXPECT_EQ(mutual_information(apart), tl::unexpected(Undefined::never_together));
  EXPECT_EQ(log_dice(apart), tl::unexpected(Undefined::never_together));
  EXPECT_EQ(jaccard(apart), 0.0);
  EXPECT_EQ(jaccard({}), tl::unexpected(Undefined::nothing_counted));
  EXPECT_EQ(dice({}), tl::unexpected(Undefined::nothing_counted));
}

TEST(LogDice, IsFourteenForWhatIsAlwaysTogether) {
  EXPECT_DOUBLE_EQ(*log_dice({5, 5, 5, 0}), 14);
  EXPECT_DOUBLE_EQ(*log_dice({5, 10, 10, 0}), 13) << "half of the time";
}

TEST(SimpleMaths, DampsWhatIsRare) {
  // 30 and 10 a million; 3 times as often, and (30 + 100) / (10 + 100) when rare words count less.
  const KeynessCounts counts{30, 10, 1'000'000, 1'000'000};
  EXPECT_DOUBLE_EQ(*simple_maths(counts, 0), 3);
  EXPECT_DOUBLE_EQ(*simple_maths(counts, 100), 130.0 / 110);
  EXPECT_FALSE(simple_maths({1, 0, 10, 0}));
}

// P. Rayson to the Corpora list, 18 January 2002: "keep", two corpora of a million words.
TEST(LogLikelihoodOfTwoTerms, IsWhatRaysonPrinted) {
  EXPECT_NEAR(log_likelihood_two_terms({348, 99, 1'000'000, 1'000'000}), 147, 0.5);
  EXPECT_NEAR(log_likelihood_two_terms({9, 32, 1'000'000, 1'000'000}), 14, 0.5);
  EXPECT_EQ(log_likelihood_two_terms({3, 0, 9, 0}), 0);
}

// The critical values of P. Rayson, D. Berridge and B. Francis, JADT 2004.
TEST(Association, LikelihoodHasTheProbabilityOfAChiSquare) {
  EXPECT_NEAR(likelihood_p(3.84), 0.05, 0.0005);
  EXPECT_NEAR(likelihood_p(6.63), 0.01, 0.0001);
  EXPECT_NEAR(likelihood_p(10.83), 0.001, 0.00001);
  EXPECT_NEAR(likelihood_p(15.13), 0.0001, 0.000002);
  EXPECT_EQ(likelihood_p(0), 1);
}

}  // namespace
}  // namespace pipeline

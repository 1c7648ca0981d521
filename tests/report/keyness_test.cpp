#include "pipeline/report/keyness.h"

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

TEST(LogLikelihood, AgreesWithWhatWasPublished) {
  std::ifstream file = oracle("oracles.csv");
  if (!file) GTEST_SKIP() << "no development data";
  struct Row {
    std::string name;
    KeynessCounts counts;
  };
  // f_xy, f_x, f_y and N of a word pair make a table of two by two as well.
  const std::vector<Row> rows{{"G2_4term,keep,", {348, 99, 1'000'000, 1'000'000}},
                              {"G2_4term,quanteda_ab,", {7, 2, 10, 9}},
                              {"G2_4term,Dunning_110,", {110, 221 - 110, 2552, 31777 - 2552}},
                              {"G2_4term,Dunning_8,", {8, 32 - 8, 13, 31777 - 13}}};
  int found = 0;
  for (std::string line; std::getline(file, line);)
    for (const Row& row : rows)
      if (line.starts_with(row.name)) {
        const auto cells = cells_of(line);
        EXPECT_NEAR(log_likelihood(row.counts), std::stod(cells[4]), 1e-6) << line;
        ++found;
      }
  EXPECT_EQ(found, 4);
}

}  // namespace
}  // namespace pipeline

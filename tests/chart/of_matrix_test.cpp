#include "pipeline/chart/of_matrix.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/report/rating_tables.h"
#include "tests/report/example_facts.h"

namespace pipeline {
namespace {

using testing::ElementsAre;

// Five cases: two that went well, two that failed and one of which nothing is known; vertrouwen is
// good in the first two only, gemeente good everywhere, gedeelde-visie spoken of by nobody.
CorpusFacts five_cases() {
  FactsBuilder make;
  make.facts.factors = {"vertrouwen", "gemeente"};
  make.facts.coders = {"lexicon"};
  const char* outcomes[] = {"mislukt", "goed", "", "goed", "mislukt"};
  for (int i = 0; i < 5; ++i) {
    Attributes attributes{{"case", "case " + std::to_string(i + 1)}};
    if (*outcomes[i] != 0) attributes["uitkomst"] = outcomes[i];
    make.document("d" + std::to_string(i), attributes);
    make.passage(std::nullopt, 10);
    make.coding({0, 9}, 0, attributes["uitkomst"] == "goed" ? Valence::success : Valence::failure);
    make.coding({10, 19}, 1, Valence::success);
  }
  for (auto& document : make.facts.documents)
    std::erase_if(document.attributes, [](const auto& it) { return it.second.empty(); });
  return make.facts;
}

struct Example {
  CorpusFacts facts = five_cases();
  MatrixSpec spec;
  RatingMatrix matrix;
  explicit Example(const std::vector<ConfirmedRating>& confirmed = {}, bool with_empty = false) {
    spec.empty_factors = with_empty;
    matrix = rating_matrix(facts, {}, example_factors(), spec, confirmed).value();
  }
  RatingGrid drawn(const std::string& outcome = {}, FactorOrder order = FactorOrder::table) const {
    std::optional<CaseOutcomes> outcomes;
    if (!outcome.empty()) outcomes = case_outcomes(matrix, facts, outcome).value();
    return grid_of(matrix, outcomes, grid_order(matrix, outcomes, order));
  }
};

std::vector<std::string> columns_of(const RatingGrid& chart) {
  std::vector<std::string> all;
  for (const auto& column : chart.columns) all.push_back(column.label + "/" + column.group);
  return all;
}

std::vector<std::string> rows_of(const RatingGrid& chart) {
  std::vector<std::string> all;
  for (const auto& row : chart.rows) all.push_back(row.label);
  return all;
}

TEST(AGridOfAMatrix, HasTheRatingsOfItsTable) {
  ConfirmedRating confirmed{"gemeente", "case", "case 2", Rating::mixed, "", "", "", "", ""};
  const Example example({confirmed}, true);
  const Table table = rating_table(example.matrix);
  const RatingGrid chart = example.drawn();
  ASSERT_EQ(chart.rows.size(), table.rows.size());
  for (std::size_t r = 0; r < chart.rows.size(); ++r)
    for (std::size_t c = 0; c < chart.columns.size(); ++c) {
      EXPECT_EQ(Cell{word_of(chart.rows[r].cells[c].rating)}, table.rows[r].cells[c + 2]);
      EXPECT_EQ(chart.rows[r].cells[c].is_confirmed,
                !table.rows[r].marks.empty() && !table.rows[r].marks[c + 2].empty());
    }
}

TEST(AGridOfAMatrix, StandsInTheOrderOfOutcomes) {
  const Example example;
  EXPECT_THAT(columns_of(example.drawn()),
              ElementsAre("case 1/", "case 2/", "case 3/", "case 4/", "case 5/"));
  EXPECT_THAT(columns_of(example.drawn("uitkomst=mislukt,goed")),
              ElementsAre("case 1/mislukt", "case 5/mislukt", "case 2/goed", "case 4/goed",
                          "case 3/overige"));
  const RatingGrid chart = example.drawn("uitkomst");
  EXPECT_THAT(columns_of(chart), ElementsAre("case 2/goed", "case 4/goed", "case 1/mislukt",
                                             "case 5/mislukt", "case 3/overige"));
  EXPECT_EQ(chart.rows[0].cells[0].rating, Rating::success) << "cells move with their columns";
  EXPECT_EQ(chart.rows[0].cells[2].rating, Rating::failure);
}

TEST(AGridOfAMatrix, StandsInTheOrderOfItsRatings) {
  const Example example({}, true);
  EXPECT_THAT(rows_of(example.drawn()),
              ElementsAre("Gedeelde visie", "Vertrouwen", "Rol van de gemeente"));
  EXPECT_THAT(rows_of(example.drawn("", FactorOrder::rating)),
              ElementsAre("Rol van de gemeente", "Vertrouwen", "Gedeelde visie"));
}

TEST(AGridOfAMatrix, StandsInTheOrderOfAComparison) {
  const Example example({}, true);
  const auto outcomes = case_outcomes(example.matrix, example.facts, "uitkomst").value();
  const Table comparison = outcome_table(example.matrix, outcomes);
  GridOrder order = grid_order(example.matrix, outcomes, FactorOrder::table);
  order.factors = factors_as_in(example.matrix, comparison);
  EXPECT_EQ(rows_of(grid_of(example.matrix, outcomes, order)).front(), "Vertrouwen");
}

}  // namespace
}  // namespace pipeline

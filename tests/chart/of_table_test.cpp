#include "pipeline/chart/of_table.h"

#include <gtest/gtest.h>

#include "pipeline/report/frequency.h"
#include "tests/report/example_facts.h"

namespace pipeline {
namespace {

Table table_of(const FrequencySpec& spec) {
  return frequency(example_facts(), example_factors(), spec, std::nullopt).value();
}

TEST(BarsOfATable, HaveItsNumbersAndNotItsTotal) {
  const DivergingBars chart = bars_of(table_of({}), RowOrder::table);
  ASSERT_EQ(chart.rows.size(), 3U);
  EXPECT_EQ(chart.rows[0].label, "Vertrouwen");
  EXPECT_EQ(chart.rows[0].success, 4U);
  EXPECT_EQ(chart.rows[0].failure, 2U);
  EXPECT_EQ(chart.rows[0].neutral, 1U);
  EXPECT_EQ(chart.text.title, "Coderingen per factor");
  EXPECT_FALSE(chart.text.notes.empty());
}

TEST(ChartsOfATable, ExplainNoMarksThatTheyDoNotDraw) {
  Table table = table_of({});
  table.notes = {"\u00b0 3 getallen berusten op minder dan 5.",
                 "\u2020 Van een spreker: Vertrouwen.", "Geteld: coderingen."};
  EXPECT_EQ(bars_of(table, RowOrder::table).text.notes,
            (std::vector<std::string>{"Van een spreker: Vertrouwen.", "Geteld: coderingen."}));
}

TEST(BarsOfATable, StandInTheOrderThatWasAskedFor) {
  EXPECT_EQ(bars_of(table_of({}), RowOrder::count).rows[0].label, "Vertrouwen");
  // Only failures first.
  EXPECT_EQ(bars_of(table_of({}), RowOrder::balance).rows[0].label, "eigen-vondst");
}

TEST(AHeatMapOfATable, HasItsColumnsWithoutTheMargin) {
  FrequencySpec spec;
  spec.columns = "case";
  spec.valence = ValenceView::sum;
  const HeatMap chart = heat_map_of(table_of(spec));
  EXPECT_EQ(chart.columns, (std::vector<std::string>{"kadewijk", "westerbeek", "(geen)"}));
  EXPECT_EQ(chart.rows[0].cells[0].value, 3.0);
  EXPECT_EQ(chart.rows[0].cells[1].value, 4.0);
}

TEST(ABalanceMapOfATable, SaysWhatABalanceRestsOn) {
  FrequencySpec spec;
  spec.columns = "case";
  const HeatMap chart = balance_map_of(table_of(spec));
  EXPECT_EQ(chart.columns.size(), 3U);
  EXPECT_EQ(chart.rows[0].cells[0].value, 1.0);
  EXPECT_EQ(chart.rows[0].cells[0].under, "n = 2");
  EXPECT_EQ(chart.rows[0].cells[1].value, 0.0);
  EXPECT_EQ(chart.rows[0].cells[2].value, std::nullopt);
}

}  // namespace
}  // namespace pipeline

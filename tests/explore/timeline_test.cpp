#include "pipeline/explore/timeline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/explore/example_items.h"

namespace pipeline {
namespace {

using testing::HasSubstr;

std::vector<std::string> periods_of(const Table& table) {
  std::vector<std::string> periods;
  for (const Row& row : table.rows) periods.push_back(std::get<std::string>(row.cells[2]));
  return periods;
}

Cell cell_of_period(const Table& table, const std::string& period, const std::string& column) {
  for (const Row& row : table.rows)
    if (row.cells[2] == Cell{period})
      for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (table.columns[i].name == column) return row.cells[i];
  return Cell{"geen rij of kolom: " + period + ", " + column};
}

CorpusFacts two_years() {
  FactsBuilder make;
  make.facts.factors = {"vertrouwen", "gemeente"};
  make.facts.coders = {"lexicon"};
  make.document("a.txt", {{"datum", "2024-02-01"}});
  make.passage(std::nullopt, 500);
  make.coding({0, 5}, 0, Valence::success);
  make.coding({6, 9}, 0, Valence::success);
  make.coding({6, 9}, 1, Valence::failure);
  make.document("b.txt", {{"datum", "2025-11-30"}});
  make.passage(std::nullopt, 250);
  make.coding({0, 5}, 0, Valence::failure);
  make.document("c.txt", {});
  make.passage(std::nullopt, 100);
  return make.facts;
}

TEST(Timeline, CountsByTheYearOfADate) {
  const CorpusFacts facts = two_years();
  TimelineSpec spec;
  spec.by = "datum:jaar";
  const auto table = timeline(subject_for(facts), spec);
  ASSERT_TRUE(table.has_value());
  EXPECT_EQ(table->title, "Factoren per jaar");
  EXPECT_EQ(periods_of(*table), (std::vector<std::string>{"2024", "2025", "(geen)"}));
  EXPECT_EQ(cell_of_period(*table, "2024", "succes"), Cell{std::int64_t{2}});
  EXPECT_EQ(cell_of_period(*table, "2024", "saldo"), Cell{1.0 / 3});
  EXPECT_EQ(cell_of_period(*table, "2024", "per_1000_woorden"), Cell{6.0});
  EXPECT_EQ(cell_of_period(*table, "(geen)", "aantal"), Cell{std::int64_t{0}});
  EXPECT_EQ(cell_of_period(*table, "(geen)", "saldo"), Cell{});
  EXPECT_EQ(cell_of_period(*table, "(geen)", "woorden"), Cell{std::int64_t{100}});
}

TEST(Timeline, HasABlockOfRowsForEachFactorThatIsAsked) {
  const CorpusFacts facts = two_years();
  TimelineSpec spec;
  spec.by = "datum:kwartaal";
  spec.factors = {"vertrouwen", "gedeelde-visie"};
  const auto table = timeline(subject_for(facts), spec);
  ASSERT_EQ(table->rows.size(), 6U);
  EXPECT_EQ(table->rows[0].cells[1], Cell{"Vertrouwen"});
  EXPECT_EQ(cell_of_period(*table, "2025-K4", "faal"), Cell{std::int64_t{1}});
  EXPECT_EQ(table->rows[3].cells[0], Cell{"gedeelde-visie"});  // in the lexicon, and never said
  EXPECT_EQ(table->rows[3].cells[6], Cell{std::int64_t{0}});
}

TEST(Timeline, NamesWhatIsNoTimeAndNoFactor) {
  const CorpusFacts facts = two_years();
  TimelineSpec spec;
  spec.by = "valentie";
  EXPECT_THAT(timeline(subject_for(facts), spec).error().message,
              HasSubstr("'valentie' is geen tijd; kies datum:jaar"));
  spec.by = "dag";
  EXPECT_FALSE(timeline(subject_for(facts), spec).has_value());
  spec.by = "datum:jaar";
  spec.factors = {"vertrouwn"};
  EXPECT_THAT(timeline(subject_for(facts), spec).error().message,
              HasSubstr("er is geen factor 'vertrouwn'; bedoelt u 'vertrouwen'?"));
}

RC_GTEST_PROP(TimelineProperty, TenthsAddUpToAllCodings, ()) {
  const CorpusFacts facts = random_facts(*rc::gen::arbitrary<unsigned>(), 4, 40, 90);
  const Subject subject = subject_for(facts);
  const auto table = timeline(subject, {});
  std::int64_t all = 0, words = 0;
  for (const Row& row : table->rows) {
    all += std::get<std::int64_t>(row.cells[6]);
    words += std::get<std::int64_t>(row.cells[10]);
  }
  RC_ASSERT(all == static_cast<std::int64_t>(subject.selection.codings.size()));
  RC_ASSERT(words == static_cast<std::int64_t>(subject.selection.words));
}

}  // namespace
}  // namespace pipeline

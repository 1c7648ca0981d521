#include "pipeline/evaluate/pattern_health.h"

#include <gtest/gtest.h>

#include "tests/evaluate/example_decisions.h"
#include "tests/evaluate/table_cells.h"

namespace pipeline {
namespace {

std::vector<PatternHealth> health() {
  return pattern_health(decided_facts(), decided_evidence(), known_patterns());
}

TEST(PatternHealth, CountsByHand) {
  const auto patterns = health();
  ASSERT_EQ(patterns.size(), 4U);
  const auto known = known_patterns();
  EXPECT_EQ(patterns[0], (PatternHealth{known[0], true, 3, 0, 1, 1, 1, 1, 1, 3}));
  EXPECT_EQ(patterns[1], (PatternHealth{known[1], true, 1, 1, 1, 1, 0, 1, 1, 1}));
  EXPECT_EQ(patterns[2], (PatternHealth{known[2], true, 0, 0, 0, 0, 0, 0, 0, 0}));
  EXPECT_EQ(patterns[3], (PatternHealth{known[3], true, 1, 0, 1, 0, 1, 0, 0, 1}));
}

TEST(PatternHealth, KeepsWhatTheLexiconNoLongerHas) {
  auto known = known_patterns();
  known.pop_back();
  const auto patterns = pattern_health(decided_facts(), decided_evidence(), known);
  ASSERT_EQ(patterns.size(), 4U);
  EXPECT_FALSE(patterns[3].is_known);
  const Table table = health_table(patterns);
  expect_cells(table, {{"overleg", "basis", "(weg)"}, {"overleg", "treffers", "1"}});
  EXPECT_TRUE(table.notes.back().starts_with("(weg):"));
}

TEST(PatternHealth, LeavesPeoplesOwnEvidenceOut) {
  EvidenceFacts evidence = decided_evidence();
  evidence.rows.insert(evidence.rows.begin() + 1, {1, 0, Evidence::Kind::pattern});
  EXPECT_EQ(pattern_health(decided_facts(), evidence, known_patterns())[0].hits, 3U);
}

TEST(SortHealth, PutsWhatIsAskedForFirst) {
  const struct {
    std::string order, expected;
  } rows[] = {{"treffers", "vertrouwen band* overleg"}, {"verworpen", "vertrouwen band* overleg"},
              {"aanvaard", "band* vertrouwen overleg"}, {"gekeerd", "band* vertrouwen overleg"},
              {"grootste", "vertrouwen band* overleg"}, {"patroon", "band* overleg vertrouwen"}};
  for (const auto& [order, expected] : rows) {
    auto patterns = health();
    ASSERT_TRUE(sort_health(patterns, order)) << order;
    EXPECT_EQ(first_cells(health_table(patterns)), expected) << order;
  }
  auto patterns = health();
  EXPECT_EQ(sort_health(patterns, "treffer").error().message,
            "volgorde 'treffer' is er niet; bedoelt u 'treffers'?");
}

TEST(HealthTable, ShowsSharesAndHowManyMoreThereAre) {
  const Table table = health_table(health(), 2);
  EXPECT_EQ(first_cells(table), "vertrouwen band*");
  expect_cells(table, {{"vertrouwen", "gekeerd", "33.33"},
                       {"vertrouwen", "grootste", "100.00"},
                       {"vertrouwen", "beslist", "2"},
                       {"vertrouwen", "aanvaard", "50.00"},
                       {"band*", "verloren", "1"}});
  EXPECT_EQ(table.notes.front(), "Getoond: 2 van 3 patronen (meer met --toon, alle met --toon 0).");
}

TEST(UnusedTable, NamesPatternsWithoutAHit) {
  const Table table = unused_table(health());
  EXPECT_EQ(first_cells(table), "kliek");
  expect_cells(table, {{"kliek", "verloren", "0"}, {"kliek", "basis", "faal"}});
}

}  // namespace
}  // namespace pipeline

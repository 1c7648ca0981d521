#include "pipeline/chart/of_facts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/report/example_facts.h"

namespace pipeline {
namespace {

using testing::HasSubstr;

struct Example {
  CorpusFacts facts = example_facts();
  std::vector<Factor> factors = example_factors();
  FrequencyScope scope;
  std::optional<RunRecord> run;
  FactsToDraw drawn() const { return {facts, factors, scope, run}; }
};

TEST(ANetwork, TiesFactorsOfOneSentence) {
  const Example example;
  const Network chart = network_of(example.drawn(), {CountUnit::sentences, 40, 1}).value();
  ASSERT_EQ(chart.edges.size(), 1U);  // vertrouwen and gemeente, in one sentence of Anna
  EXPECT_EQ(chart.edges[0].count, 1U);
  EXPECT_EQ(chart.all_edges, 1U);
  ASSERT_EQ(chart.nodes.size(), 3U);
  EXPECT_EQ(chart.nodes[chart.edges[0].from].label, "Vertrouwen");
  EXPECT_EQ(chart.nodes[chart.edges[0].to].label, "Rol van de gemeente");
  EXPECT_NEAR(*chart.nodes[0].balance, (4.0 - 2.0) / 6.0, 1e-9);
}

TEST(ANetwork, LeavesWeakTiesOut) {
  const Example example;
  EXPECT_TRUE(network_of(example.drawn(), {CountUnit::passages, 40, 2}).value().edges.empty());
}

TEST(ANetwork, ShowsAllOrNoneOfEquallyStrongTies) {
  Example example;
  example.facts = random_facts(3, 4, 200, 900);
  const Network all = network_of(example.drawn(), {CountUnit::passages, 10000, 1}).value();
  const Network some = network_of(example.drawn(), {CountUnit::passages, 20, 1}).value();
  ASSERT_FALSE(some.edges.empty());
  EXPECT_LE(some.edges.size(), 20U);
  std::uint64_t weakest = UINT64_MAX;
  for (const auto& edge : some.edges) weakest = std::min(weakest, edge.count);
  EXPECT_EQ(std::ranges::count_if(all.edges, [&](const auto& e) { return e.count >= weakest; }),
            static_cast<std::ptrdiff_t>(some.edges.size()));
  EXPECT_EQ(some.all_edges, all.edges.size());
}

TEST(Strips, StandWhereTheWordsBeforeThemSay) {
  const Example example;
  const Strips chart = strips_of(example.drawn(), {"vertrouwen"}).value();
  ASSERT_EQ(chart.rows.size(), 3U);
  EXPECT_EQ(chart.rows[1].label, "w/gesprek-1.txt");
  ASSERT_EQ(chart.rows[1].marks.size(), 3U);  // the interviewer's and the rejected one are not
  // 10 words before, of 100 the first quarter, of 160 in all.
  EXPECT_NEAR(chart.rows[1].marks[0].place, (10 + 25.0) / 160, 1e-9);
  EXPECT_NEAR(chart.rows[1].marks[1].place, (10 + 75.0) / 160, 1e-9);
  EXPECT_EQ(chart.documents, 4U);
  EXPECT_EQ(chart.with_any, 3U);
  EXPECT_THAT(chart.text.notes[0], HasSubstr("Getoond: 3 van de 4 documenten"));
}

TEST(Strips, ShowEmptyDocumentsWhenAsked) {
  const Example example;
  EXPECT_EQ(strips_of(example.drawn(), {"vertrouwen", true}).value().rows.size(), 4U);
}

TEST(Strips, NameAFactorThatComesNear) {
  const Example example;
  const auto chart = strips_of(example.drawn(), {"vertrouwn"});
  ASSERT_FALSE(chart);
  EXPECT_THAT(chart.error().message, HasSubstr("vertrouwen"));
}

struct Dated : Example {
  explicit Dated(std::vector<std::string> dates) {
    FactsBuilder make;
    make.facts.factors = {"vertrouwen"};
    make.facts.coders = {"Marloes"};
    for (const std::string& date : dates) {
      make.document("d" + date, date.empty() ? Attributes{} : Attributes{{"datum", date}});
      make.passage(std::nullopt, 10);
      make.coding({0, 5}, 0, Valence::success);
      make.coding({5, 9}, 0, Valence::failure);
    }
    facts = make.facts;
  }
};

TEST(ATimeline, HasEveryPeriodBetweenTheFirstAndTheLast) {
  struct Row {
    std::vector<std::string> dates;
    std::vector<std::string> labels;
  };
  const Row rows[] = {{{"2025-11-03", "2026-02"}, {"nov 2025", "dec 2025", "jan 2026", "feb 2026"}},
                      {{"12-3-2023", "2025-05"},
                       {"K1 2023", "K2 2023", "K3 2023", "K4 2023", "K1 2024", "K2 2024", "K3 2024",
                        "K4 2024", "K1 2025", "K2 2025"}},
                      {{"2023", "2025-05"}, {"2023 ", "2024 ", "2025 "}}};
  for (const Row& row : rows) {
    const Dated example(row.dates);
    const Timeline chart = timeline_of(example.drawn(), {}).value();
    std::vector<std::string> labels;
    for (const auto& period : chart.periods) labels.push_back(period.label + " " + period.group);
    EXPECT_EQ(labels, row.labels);
    EXPECT_EQ(chart.periods.front().success, 1U);
    EXPECT_EQ(chart.periods.back().failure, 1U);
  }
}

TEST(ATimeline, CountsWhatHasNoDate) {
  const Dated example({"2025-11-03", ""});
  const Timeline chart = timeline_of(example.drawn(), {}).value();
  EXPECT_EQ(chart.undated, 2U);
  EXPECT_EQ(chart.text.notes[0], "Niet getekend: 2 coderingen zonder datum.");
}

TEST(ATimeline, SaysThatThereAreNoDates) {
  const Example example;
  const auto none = timeline_of(example.drawn(), {"", "datum"});
  ASSERT_FALSE(none);
  EXPECT_THAT(none.error().message, HasSubstr("'datum' is geen kenmerk"));
  const auto no_date = timeline_of(example.drawn(), {"", "case"});
  ASSERT_FALSE(no_date);
  EXPECT_THAT(no_date.error().message, HasSubstr("geen waarde van 'case' is een datum"));
  const Dated far({"1500-01", "2025-01"});
  const auto many = timeline_of(far.drawn(), {"", "datum", PeriodLength::month});
  ASSERT_FALSE(many);
  EXPECT_THAT(many.error().message, HasSubstr("te veel perioden"));
}

}  // namespace
}  // namespace pipeline

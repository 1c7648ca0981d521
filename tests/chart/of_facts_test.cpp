#include "pipeline/chart/of_facts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/explore/timeline.h"
#include "pipeline/report/dimension.h"
#include "tests/explore/example_items.h"
#include "tests/report/example_facts.h"

namespace pipeline {
namespace {

using testing::HasSubstr;

struct Example {
  CorpusFacts facts = example_facts();
  std::vector<Factor> factors = example_factors();
  FrequencyScope scope;
  Subject drawn() const { return subject_of(facts, factors, std::nullopt, scope).value(); }
};

TEST(ANetwork, TiesFactorsOfOneSentence) {
  const Example example;
  const Network chart = network_of(example.drawn(), {TogetherIn::sentence, 40, 1});
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
  EXPECT_TRUE(network_of(example.drawn(), {TogetherIn::passage, 40, 2}).edges.empty());
}

TEST(ANetwork, ShowsAllOrNoneOfEquallyStrongTies) {
  Example example;
  example.facts = random_facts(3, 4, 200, 900);
  const Network all = network_of(example.drawn(), {TogetherIn::passage, 10000, 1});
  const Network some = network_of(example.drawn(), {TogetherIn::passage, 20, 1});
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

TEST(ANetwork, HasTheNumbersOfItsTable) {
  Example example;
  example.factors.clear();
  example.facts = random_facts(7, 5, 150, 700);
  const Subject subject = example.drawn();
  const std::vector<std::uint32_t> sentences(example.facts.passages.size(), 3);
  for (const TogetherIn in : {TogetherIn::sentence, TogetherIn::passage, TogetherIn::turn,
                              TogetherIn::speaker, TogetherIn::document, TogetherIn::case_}) {
    const Network chart = network_of(subject, {in, 10000, 1});
    const Table table = cooccurrence(subject, sentences, {.in = in, .as_matrix = true});
    std::uint64_t drawn = 0;
    for (const auto& node : chart.nodes)
      EXPECT_EQ(cell_at(table, node.label, node.label),
                Cell{static_cast<std::int64_t>(node.count)});
    for (const auto& edge : chart.edges) {
      EXPECT_EQ(cell_at(table, chart.nodes[edge.from].label, chart.nodes[edge.to].label),
                Cell{static_cast<std::int64_t>(edge.count)});
      drawn += edge.count;
    }
    std::int64_t counted = 0;
    for (std::size_t row = 0; row < table.rows.size(); ++row)
      for (std::size_t column = row + 3; column < table.rows[row].cells.size(); ++column)
        counted += std::get<std::int64_t>(table.rows[row].cells[column]);
    EXPECT_EQ(static_cast<std::int64_t>(drawn), counted) << "none is left out";
  }
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

TEST(ATimeline, HasTheNumbersOfItsTable) {
  Example example;
  example.facts = random_facts(11, 12, 200, 900);
  const char* dates[] = {"2024-11-03", "3-2-2025", "2025-05", "2025", "", "later"};
  for (std::size_t i = 0; i < example.facts.documents.size(); ++i)
    example.facts.documents[i].attributes["datum"] = dates[i % std::size(dates)];
  for (auto& speaker : example.facts.speakers)
    speaker.attributes["datum"] = example.facts.documents[speaker.document].attributes["datum"];
  const Subject subject = example.drawn();
  const std::pair<PeriodLength, const char*> lengths[] = {{PeriodLength::year, "datum:jaar"},
                                                          {PeriodLength::quarter, "datum:kwartaal"},
                                                          {PeriodLength::month, "datum:maand"}};
  for (const auto& [length, by] : lengths)
    for (const std::string factor : {"", "factor-3"}) {
      const Timeline chart = timeline_of(subject, {factor, "datum", length}).value();
      TimelineSpec spec{by, {}};
      if (!factor.empty()) spec.factors = {factor};
      const Table table = timeline(subject, spec).value();
      std::vector<std::vector<std::int64_t>> drawn, counted;
      for (const auto& it : chart.periods)
        if (it.success + it.failure + it.neutral > 0)
          drawn.push_back({static_cast<std::int64_t>(it.success),
                           static_cast<std::int64_t>(it.failure),
                           static_cast<std::int64_t>(it.neutral)});
      for (const Row& row : table.rows) {
        const auto number = [&](std::size_t at) { return std::get<std::int64_t>(row.cells[at]); };
        if (row.cells[2] == Cell{std::string(no_value)})
          EXPECT_EQ(static_cast<std::int64_t>(chart.undated), number(6)) << by;
        else if (number(6) > 0)
          counted.push_back({number(3), number(4), number(5)});
      }
      EXPECT_EQ(drawn, counted) << by << factor;
      EXPECT_FALSE(drawn.empty());
    }
}

TEST(ATimeline, HasNothingToShowOfAFactorThatNobodyNames) {
  const Dated example({"2025-11-03"});
  EXPECT_FALSE(timeline_of(example.drawn(), {"vertrouwen"}).value().is_empty());
  EXPECT_TRUE(timeline_of(example.drawn(), {"gemeente"}).value().is_empty());
}

TEST(ATimeline, CountsWhatHasNoDate) {
  const Dated example({"2025-11-03", ""});
  const Timeline chart = timeline_of(example.drawn(), {}).value();
  EXPECT_EQ(chart.undated, 2U);
  EXPECT_EQ(chart.text.notes[0], "Niet getekend: 2 coderingen zonder datum.");
}

TEST(ATimeline, TakesWordsOfAnAttributeThatIsCalledAsAPeriodForNoDates) {
  Dated example({"2025-11-03"});
  example.facts.documents[0].attributes["datum:maand"] = "herfst";
  const Timeline chart = timeline_of(example.drawn(), {}).value();
  EXPECT_TRUE(chart.is_empty());
  EXPECT_GT(chart.undated, 0U);
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

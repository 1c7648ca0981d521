#include "pipeline/report/table_tests.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

#include "pipeline/report/readable.h"
#include "pipeline/statistics/contingency.h"
#include "pipeline/statistics/proportion.h"
#include "tests/report/example_facts.h"

namespace pipeline {
namespace {

using testing::HasSubstr;

// Documents of one passage each; the first `good` of them went well. In each of those factor 0 is
// said `often` times and factor 1 once; in the others the other way round.
CorpusFacts two_outcomes(int good, int bad, int often) {
  FactsBuilder make;
  make.facts.factors = {"vertrouwen", "gemeente"};
  make.facts.coders = {"lexicon"};
  for (int d = 0; d < good + bad; ++d) {
    const bool is_good = d < good;
    make.document("d" + std::to_string(d) + ".txt",
                  {{"uitkomst", is_good ? "goed" : "slecht"}, {"case", "c" + std::to_string(d)}});
    make.passage(make.speaker("R", SpeakerKind::respondent, {}), 100);
    for (std::uint32_t factor = 0; factor < 2; ++factor)
      for (int i = 0; i < ((factor == 0) == is_good ? often : 1); ++i)
        make.coding({static_cast<std::uint32_t>(10 * i), static_cast<std::uint32_t>(10 * i + 9)},
                    factor, Valence::success);
  }
  return make.facts;
}

FrequencySpec by_outcome(TableTest test) {
  FrequencySpec spec;
  spec.columns = "uitkomst";
  spec.valence = ValenceView::sum;
  spec.test = test;
  return spec;
}

TableTests tests_of(const CorpusFacts& facts, const FrequencySpec& spec) {
  const auto counted = count_all(facts, example_factors(), spec);
  EXPECT_TRUE(counted);
  return test_table(facts, *counted);
}

TEST(TableTests, DoNotTakeTheSentencesOfOneDocumentForIndependent) {
  // Two against two: of six ways to deal them out, two are as far apart.
  const CorpusFacts facts = two_outcomes(2, 2, 20);
  const TableTests dealt = tests_of(facts, by_outcome(TableTest::automatic));
  EXPECT_EQ(dealt.rows[0].how, "permutatie van 4 documenten");
  EXPECT_NEAR(*dealt.rows[0].p, 1.0 / 3, 0.02);
  EXPECT_NEAR(*dealt.whole.p, 1.0 / 3, 0.02);
  const TableTests independent = tests_of(facts, by_outcome(TableTest::independent));
  EXPECT_EQ(independent.rows[0].how, "chi-kwadraat");
  EXPECT_LT(*independent.rows[0].p, 1e-12);
  EXPECT_THAT(independent.notes[1], HasSubstr("neemt coderingen voor onafhankelijk"));
}

TEST(TableTests, TakeFisherWhereExpectationsAreSmall) {
  // 3 and 1 against 1 and 3: R.A. Fisher's tea (The Design of Experiments, 1935), p = 0.4857.
  const TableTests tests = tests_of(two_outcomes(1, 1, 3), by_outcome(TableTest::automatic));
  EXPECT_EQ(tests.rows[0].how, "Fisher, exact") << "one document a column is nothing to deal out";
  EXPECT_NEAR(*tests.rows[0].p, 34.0 / 70, 1e-9);
  EXPECT_NEAR(*tests.rows[0].chi_square, 2.0, 1e-9);
  EXPECT_NEAR(*tests.rows[0].cramers_v, 0.5, 1e-9);
  EXPECT_NEAR(*tests.rows[0].p_holm, 34.0 / 35, 1e-9);
}

TEST(TableTests, SayWhyThereIsNoFigure) {
  CorpusFacts facts = two_outcomes(3, 3, 2);
  FrequencySpec spec = by_outcome(TableTest::automatic);
  spec.empty_factors = true;
  const TableTests tests = tests_of(facts, spec);
  EXPECT_EQ(tests.rows[0].how, "niet te berekenen: een rij of kolom is leeg") << "gedeelde-visie";
  EXPECT_FALSE(tests.rows[0].p);
  EXPECT_TRUE(tests.rows[1].p);
  EXPECT_TRUE(tests.whole.p) << "a row that nobody spoke of adds nothing";
  for (auto& document : facts.documents) document.attributes["uitkomst"] = "goed";
  for (auto& speaker : facts.speakers) speaker.attributes["uitkomst"] = "goed";
  const TableTests one = tests_of(facts, by_outcome(TableTest::automatic));
  EXPECT_EQ(one.rows[0].how, "niet te berekenen: alles valt in één categorie");
  EXPECT_EQ(one.whole.how, "niet te berekenen: alles valt in één categorie");
  EXPECT_FALSE(one.whole.p);
}

TEST(TableTests, HoldDocumentsAgainstThoseWithout) {
  FrequencySpec spec = by_outcome(TableTest::independent);
  spec.unit = CountUnit::documents;
  CorpusFacts facts = two_outcomes(4, 4, 1);
  std::erase_if(facts.codings, [&](const CorpusFacts::CodingRow& coding) {
    const bool is_good = facts.passages[coding.passage].document < 4;
    return coding.factor == 0 ? facts.passages[coding.passage].document % 4 == (is_good ? 3 : 0)
                              : !is_good;
  });
  const TableTests tests = tests_of(facts, spec);
  // vertrouwen: 3 of 4 and 3 of 4; gemeente: 4 of 4 and none.
  EXPECT_NEAR(*tests.rows[0].p, 1, 1e-9);
  EXPECT_NEAR(*tests.rows[1].p, 2.0 / 70, 1e-9);
  EXPECT_EQ(tests.whole.how, "niet te berekenen: wat geteld is kan in meer rijen staan");
}

TEST(TableTests, DealOutSpeakersWhereTheyDifferWithinADocument) {
  const TableTests tests = tests_of(
      [] {
        FactsBuilder make;
        make.facts.factors = {"vertrouwen"};
        make.facts.coders = {"lexicon"};
        for (int d = 0; d < 3; ++d) {
          make.document("d" + std::to_string(d), {});
          for (const char* role : {"a", "b"}) {
            make.passage(make.speaker(role, SpeakerKind::respondent, {{"rol", role}}), 10);
            make.coding({0, 9}, 0, Valence::success);
          }
        }
        return make.facts;
      }(),
      [] {
        FrequencySpec spec;
        spec.columns = "rol";
        spec.rows = "valentie";
        spec.test = TableTest::automatic;
        return spec;
      }());
  EXPECT_THAT(tests.notes[1], HasSubstr("hele sprekers"));
}

TEST(TableTests, StandInTheTableAsColumnsOfTheirOwn) {
  const auto table =
      frequency(two_outcomes(3, 3, 2), example_factors(), by_outcome(TableTest::automatic), {});
  ASSERT_TRUE(table);
  std::vector<std::string> names;
  for (const Column& column : table->columns) names.push_back(column.name);
  EXPECT_EQ(names,
            (std::vector<std::string>{"factor", "label", "goed", "slecht", "totaal", "toets:chi2",
                                      "toets:v", "toets:p", "toets:p_holm", "toets:hoe"}));
  EXPECT_EQ(table->columns[7].role, ColumnRole::probability);
  EXPECT_EQ(readable(Cell{0.00001}, table->columns[7]), "< 0,0001");
}

TEST(TableTests, NeedColumns) {
  FrequencySpec spec;
  spec.test = TableTest::automatic;
  const auto table = frequency(example_facts(), example_factors(), spec, {});
  ASSERT_FALSE(table);
  EXPECT_THAT(to_string(table.error()), HasSubstr("een toets vergelijkt kolommen; geef ze"));
}

// Two by two has one degree of freedom: the row against the rest is the whole table.
RC_GTEST_PROP(TableTestsProperty, HaveOnePOfTwoRows, ()) {
  const CorpusFacts facts =
      two_outcomes(*rc::gen::inRange(2, 5), *rc::gen::inRange(2, 5), *rc::gen::inRange(2, 9));
  const TableTests tests = tests_of(facts, by_outcome(TableTest::automatic));
  RC_ASSERT(std::abs(*tests.rows[0].p - *tests.whole.p) < 1e-12);
  RC_ASSERT(*tests.rows[0].p > 0 && *tests.rows[0].p <= 1);
  RC_ASSERT(*tests.rows[0].p_holm >= *tests.rows[0].p);
}

}  // namespace
}  // namespace pipeline

#include "pipeline/explore/cooccurrence.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <set>

#include "tests/explore/example_items.h"

namespace pipeline {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// Numbers of example_factors: gedeelde-visie 0, vertrouwen 1, gemeente 2.
constexpr std::size_t trust = 1, municipality = 2;

Pairs pairs_of(const CorpusFacts& facts, TogetherIn in) {
  return count_pairs(subject_for(facts), in);
}

// As if each passage had four sentences.
std::uint64_t units_of(const CorpusFacts& facts, TogetherIn in) {
  return units_in(subject_for(facts), in, std::vector<std::uint32_t>(facts.passages.size(), 4));
}

TEST(Cooccurrence, CountsUnitsWithBothAndInWhichSense) {
  const CorpusFacts facts = example_facts();
  // Anna's sentence 20-40: vertrouwen succes, gemeente faal.
  const Pairs sentences = pairs_of(facts, TogetherIn::sentence);
  EXPECT_EQ(sentences.of(trust, municipality), (PairCounts{1, 1, 0, 0, 1, 0}));
  EXPECT_EQ(sentences.with[trust], 5U);
  EXPECT_EQ(sentences.with[municipality], 2U);
  EXPECT_EQ(units_of(facts, TogetherIn::sentence), 5U * 4);  // five passages that take part
  // Her whole turn: two passages next to each other; vertrouwen both ways.
  EXPECT_EQ(pairs_of(facts, TogetherIn::passage).of(trust, municipality),
            (PairCounts{1, 1, 0, 0, 1, 0}));
  const Pairs turns = pairs_of(facts, TogetherIn::turn);
  EXPECT_EQ(turns.of(trust, municipality), (PairCounts{1, 1, 0, 0, 1, 0}));
  EXPECT_EQ(units_of(facts, TogetherIn::turn), 2U);  // Anna's and the alderman's
  EXPECT_EQ(units_of(facts, TogetherIn::document), 4U);
  const Pairs cases = pairs_of(facts, TogetherIn::case_);
  EXPECT_EQ(units_of(facts, TogetherIn::case_), 2U);
  EXPECT_EQ(cases.with[trust], 2U);
  // Anna speaks of both; the alderman and the report, which nobody says, of trust alone.
  const Pairs speakers = pairs_of(facts, TogetherIn::speaker);
  EXPECT_EQ(units_of(facts, TogetherIn::speaker), 2U);
  EXPECT_EQ(speakers.with[trust], 2U);
  EXPECT_EQ(speakers.of(trust, municipality), (PairCounts{1, 0, 0, 0, 1, 0}));
  // Codings count wherever they stand.
  EXPECT_EQ(speakers.successes[trust], 4U);
  EXPECT_EQ(speakers.failures[trust], 2U);
}

TEST(Cooccurrence, TellsBothSuccessFromBothFailureFromNeutral) {
  FactsBuilder make;
  make.facts.factors = {"vertrouwen", "gemeente"};
  make.facts.coders = {"lexicon"};
  make.document("a.txt", {});
  const std::vector<std::pair<Valence, Valence>> passages{{Valence::success, Valence::success},
                                                          {Valence::failure, Valence::failure},
                                                          {Valence::failure, Valence::success},
                                                          {Valence::neutral, Valence::success},
                                                          {Valence::success, Valence::success}};
  for (const auto& [one, other] : passages) {
    make.passage(std::nullopt, 10);
    make.coding({0, 5}, 0, one);
    make.coding({5, 9}, 1, other);
    make.coding({0, 5}, 0, Valence::neutral);  // beside succes or faal it changes nothing
  }
  EXPECT_EQ(pairs_of(make.facts, TogetherIn::passage).of(trust, municipality),
            (PairCounts{5, 1, 2, 1, 1, 1}));
}

// By hand: 10 passages, 4 with the one, 5 with the other, 3 with both. Jaccard 3/6; expected 2;
// LL 2 (3 ln(3/2) + 1 ln(1/2) + 2 ln(2/3) + 4 ln(4/3)) = 1.7261.
TEST(Cooccurrence, RatesAPair) {
  FactsBuilder make;
  make.facts.factors = {"vertrouwen", "gemeente"};
  make.facts.coders = {"lexicon"};
  make.document("a.txt", {});
  for (int i = 0; i < 10; ++i) {
    make.passage(std::nullopt, 10);
    if (i < 4) make.coding({0, 5}, 0, Valence::success);
    if (i > 0 && i < 4) make.coding({0, 5}, 1, Valence::success);
    if (i == 8 || i == 9) make.coding({0, 5}, 1, Valence::failure);
  }
  const Table table = cooccurrence(subject_for(make.facts), {}, {});
  ASSERT_EQ(table.rows.size(), 1U);
  EXPECT_EQ(cell_at(table, "vertrouwen", "samen"), Cell{std::int64_t{3}});
  EXPECT_NEAR(std::get<double>(cell_at(table, "vertrouwen", "verwacht")), 2, 1e-9);
  EXPECT_NEAR(std::get<double>(cell_at(table, "vertrouwen", "jaccard")), 0.5, 1e-9);
  EXPECT_NEAR(std::get<double>(cell_at(table, "vertrouwen", "log_likelihood")), 1.7261, 1e-4);
  EXPECT_THAT(joined(table.notes), HasSubstr("met beide factoren, van 10 passages."));
}

TEST(Cooccurrence, MakesAMatrixThatIsTheSameBothWays) {
  const CorpusFacts facts = example_facts();
  CooccurrenceSpec spec;
  spec.as_matrix = true;
  const Table table = cooccurrence(subject_for(facts), {}, spec);
  EXPECT_EQ(cell_at(table, "vertrouwen", "gemeente"), cell_at(table, "gemeente", "vertrouwen"));
  EXPECT_EQ(cell_at(table, "vertrouwen", "vertrouwen"), Cell{std::int64_t{3}});
  EXPECT_THAT(first_cells(table), ElementsAre("vertrouwen", "gemeente", "eigen-vondst"));
  spec.measure = PairMeasure::jaccard;
  EXPECT_EQ(cell_at(cooccurrence(subject_for(facts), {}, spec), "vertrouwen", "vertrouwen"),
            Cell{});
}

TEST(Cooccurrence, NamesItsUnits) {
  EXPECT_EQ(together_in("zin").value(), TogetherIn::sentence);
  EXPECT_EQ(together_in("turn").value(), TogetherIn::turn);
  EXPECT_EQ(together_in("sprekers").value(), TogetherIn::speaker);
  EXPECT_EQ(together_in("sentences").value(), TogetherIn::sentence);
  EXPECT_THAT(together_in("alinea").error().message,
              HasSubstr("'alinea' is niets om samen in te staan; kies zin, passage"));
}

// Sets of factors by unit, each pair looked at.
RC_GTEST_PROP(CooccurrenceProperty, EqualsANaiveCount, ()) {
  const CorpusFacts facts = random_facts(*rc::gen::arbitrary<unsigned>(), 4, 30, 120);
  const auto in = *rc::gen::element(TogetherIn::sentence, TogetherIn::passage, TogetherIn::document,
                                    TogetherIn::case_);
  const Subject subject = subject_for(facts);
  const Pairs pairs = count_pairs(subject, in);
  std::map<std::string, std::map<FactorId, std::set<Valence>>> units;
  for (const std::uint32_t i : subject.selection.codings) {
    const auto& coding = facts.codings[i];
    const auto& document = facts.documents[facts.passages[coding.passage].document];
    const std::string unit = in == TogetherIn::sentence
                                 ? document.path + std::to_string(coding.span.begin)
                             : in == TogetherIn::passage  ? std::to_string(coding.passage)
                             : in == TogetherIn::document ? document.path
                                                          : document.attributes.at("case");
    units[unit][facts.factors[coding.factor]].insert(coding.valence);
  }
  const TermNumbers names = factors_of(subject).names;
  for (const FactorId& one : facts.factors)
    for (const FactorId& other : facts.factors) {
      if (one >= other) continue;
      std::uint32_t both = 0, success = 0;
      for (const auto& [unit, factors] : units) {
        if (!factors.contains(one) || !factors.contains(other)) continue;
        ++both;
        const auto is_success = [&](const FactorId& factor) {
          const auto& valences = factors.at(factor);
          return valences.contains(Valence::success) && !valences.contains(Valence::failure);
        };
        success += is_success(one) && is_success(other) ? 1 : 0;
      }
      const PairCounts& counted = pairs.of(names.find(one) - 1, names.find(other) - 1);
      RC_ASSERT(counted.both == both);
      RC_ASSERT(counted.success == success);
      RC_ASSERT(counted.success + counted.failure + counted.mixed + counted.neutral == both);
    }
}

}  // namespace
}  // namespace pipeline

#include "pipeline/explore/dispersion.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

#include "pipeline/report/count.h"
#include "tests/explore/example_items.h"

namespace pipeline {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// The corpus of S.Th. Gries (2008), section 2: five parts of 9, 10, 10, 10 and 11 words, in which
// "a" stands 1, 2, 3, 4 and 5 times. DP 0.18, DPnorm 0.22.
CorpusFacts five_documents() {
  FactsBuilder make;
  const std::vector<std::uint32_t> words{9, 10, 10, 10, 11};
  for (std::size_t i = 0; i < words.size(); ++i) {
    make.document("deel-" + std::to_string(i + 1) + ".txt", {{"case", i < 3 ? "oost" : "west"}});
    make.passage(std::nullopt, words[i]);
  }
  return make.facts;
}

Items words_of_gries() {
  return items_of_lines({"b a m n i b e u p .", "b a s a t b e w q n .", "b c a g a b e s t a .",
                         "b a g h a b e a a t .", "b a h a a b e a x a t ."});
}

TEST(Dispersion, EqualsThePublishedExample) {
  const CorpusFacts facts = five_documents();
  const auto table = dispersion(subject_for(facts), words_of_gries(), {});
  ASSERT_TRUE(table.has_value());
  EXPECT_THAT(first_cells(*table), ElementsAre("a", "b", "e"));
  EXPECT_EQ(cell_at(*table, "a", "aantal"), Cell{std::int64_t{15}});
  EXPECT_EQ(cell_at(*table, "a", "documenten"), Cell{std::int64_t{5}});
  EXPECT_NEAR(std::get<double>(cell_at(*table, "a", "dp")), 0.18, 0.0001);
  EXPECT_NEAR(std::get<double>(cell_at(*table, "a", "dp_norm")), 0.2195, 0.0001);
  EXPECT_EQ(cell_at(*table, "a", "grootste"), Cell{"deel-5.txt"});
  EXPECT_NEAR(std::get<double>(cell_at(*table, "a", "grootste_deel")), 33.333, 0.001);
}

TEST(Dispersion, SaysWhatHangsOnOnePart) {
  const CorpusFacts facts = five_documents();
  DispersionSpec spec;
  spec.least = 2;
  const Items items = items_of_lines({"a a a b b .", "a b b .", "c c c .", "c c c .", "c c c ."});
  const auto table = dispersion(subject_for(facts), items, spec);
  EXPECT_EQ(cell_at(*table, "a", "let_op"), Cell{"hangt op één document"});
  EXPECT_EQ(cell_at(*table, "b", "let_op"), Cell{""});  // half is not more than half
  EXPECT_EQ(cell_at(*table, "a", "procent_documenten"), Cell{40.0});
  EXPECT_EQ(cell_at(*table, "a", "procent_cases"), Cell{50.0});
  spec.over = CountUnit::cases;
  EXPECT_EQ(cell_at(*dispersion(subject_for(facts), items, spec), "b", "grootste"), Cell{"oost"});
  spec.order = DispersionOrder::even;
  EXPECT_THAT(first_cells(*dispersion(subject_for(facts), items, spec)),
              ElementsAre("c", "a", "b"));
}

TEST(Dispersion, TakesTheNamesThatAreAskedForAndNamesWhatIsNotThere) {
  const CorpusFacts facts = example_facts();
  const Subject subject = subject_for(facts);
  const Items factors = factors_of(subject);
  DispersionSpec spec;
  spec.only = {"gemeente"};
  EXPECT_THAT(first_cells(*dispersion(subject, factors, spec)), ElementsAre("gemeente"));
  spec.only = {"vertrouwn"};
  EXPECT_THAT(dispersion(subject, factors, spec).error().message,
              HasSubstr("'vertrouwn' komt hier niet voor; bedoelt u 'vertrouwen'?"));
}

TEST(Dispersion, HasNoFigureOverOnePart) {
  FactsBuilder make;
  make.document("a.txt", {});
  make.passage(std::nullopt, 2);
  const Items items = items_of_lines({"a a ."});
  EXPECT_THAT(dispersion(subject_for(make.facts), items, {}).error().message,
              HasSubstr("niet te berekenen: er is maar één document"));
  DispersionSpec spec;
  spec.over = CountUnit::speakers;
  EXPECT_THAT(dispersion(subject_for(make.facts), items, spec).error().message,
              HasSubstr("er is geen spreker"));
}

RC_GTEST_PROP(DispersionProperty, PartsEqualANaiveCount, ()) {
  const CorpusFacts facts = random_facts(*rc::gen::arbitrary<unsigned>(), 4, 30, 90);
  const Subject subject = subject_for(facts);
  const Items items = factors_of(subject);
  const auto unit = passage_units(
      facts, *rc::gen::element(CountUnit::documents, CountUnit::cases, CountUnit::speakers));
  const PartCounts counts = count_parts(subject, items, unit);
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint64_t> naive;
  for (const std::uint32_t i : subject.selection.codings) {
    const auto& coding = facts.codings[i];
    if (unit[coding.passage] != no_unit)
      ++naive[{items.names.find(facts.factors[coding.factor]), unit[coding.passage]}];
  }
  std::size_t found = 0;
  for (std::uint32_t item = 1; item <= items.size(); ++item)
    for (const auto& part : counts.of[item]) {
      ++found;
      RC_ASSERT((naive[{item, part.part}] == part.occurrences));
    }
  RC_ASSERT(found == naive.size());
}

}  // namespace
}  // namespace pipeline

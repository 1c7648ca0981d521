#include "pipeline/explore/keyness.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <set>

#include "pipeline/index/fields.h"
#include "tests/explore/example_items.h"

namespace pipeline {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// Two documents of two speakers each; ten words on either side.
CorpusFacts two_sides() {
  FactsBuilder make;
  for (const char* path : {"a.txt", "b.txt"}) {
    make.document(path, {});
    const auto one = make.speaker("R1", SpeakerKind::respondent, {});
    const auto other = make.speaker("R2", SpeakerKind::respondent, {});
    make.passage(one, 5);
    make.passage(other, 5);
  }
  return make.facts;
}

// "samen" 8 times in the first document, 2 times in the second; "los" the other way about.
Items eight_against_two() {
  return items_of_lines({"samen samen samen samen los .", "samen samen . samen samen los .",
                         "samen los los . los los .", "samen los los los los ."});
}

KeynessSpec first_against_second(const CorpusFacts& facts) {
  KeynessSpec spec;
  spec.in_query = "document:a.txt";
  spec.against_query = "document:b.txt";
  spec.in = ids_of(facts, {0, 1});
  spec.against = ids_of(facts, {2, 3});
  spec.least = 1;
  return spec;
}

// By hand: 2 * (8 ln(8/5) + 2 ln(2/5) + 2 ln(2/5) + 8 ln(8/5)) = 7.70980.
TEST(Keyness, CountsBothSidesAndRatesTheDifference) {
  const CorpusFacts facts = two_sides();
  const auto table = keyness(subject_for(facts), eight_against_two(), first_against_second(facts));
  ASSERT_TRUE(table.has_value());
  EXPECT_THAT(first_cells(*table), ElementsAre("samen", "los"));
  const auto number = [&](const char* word, const char* column) {
    const Cell cell = cell_at(*table, word, column);
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) return static_cast<double>(*whole);
    return std::get<double>(cell);
  };
  EXPECT_EQ(number("samen", "in:aantal"), 8);
  EXPECT_EQ(number("samen", "in:per_miljoen"), 800'000);
  EXPECT_EQ(number("samen", "in:documenten"), 1);
  EXPECT_EQ(number("samen", "in:sprekers"), 2);
  EXPECT_EQ(number("samen", "tegen:aantal"), 2);
  EXPECT_NEAR(number("samen", "log_likelihood"), 7.70980, 1e-5);
  EXPECT_NEAR(number("samen", "p_holm"), 2 * 0.0054914, 1e-5);  // two words
  EXPECT_NEAR(number("samen", "log_ratio"), 2, 1e-9);
  EXPECT_NEAR(number("samen", "simple_maths"), 800'100.0 / 200'100, 1e-9);
  EXPECT_NEAR(number("los", "log_ratio"), -2, 1e-9);
  EXPECT_EQ(cell_at(*table, "los", "kant"), Cell{"tegen"});
}

TEST(Keyness, LeavesOutPassagesOfBothSidesAndSaysSo) {
  const CorpusFacts facts = two_sides();
  KeynessSpec spec = first_against_second(facts);
  spec.against = ids_of(facts, {1, 2, 3});
  const auto table = keyness(subject_for(facts), eight_against_two(), spec);
  EXPECT_EQ(cell_at(*table, "samen", "in:aantal"), Cell{std::int64_t{4}});
  EXPECT_EQ(cell_at(*table, "samen", "tegen:aantal"), Cell{std::int64_t{2}});
  EXPECT_THAT(joined(table->notes),
              HasSubstr("Weggelaten: 1 passage die aan beide kanten hoort (5 woorden)."));
}

TEST(Keyness, TakesAllOtherPassagesWhereNothingElseIsAsked) {
  const CorpusFacts facts = two_sides();
  KeynessSpec spec = first_against_second(facts);
  spec.in = ids_of(facts, {0});
  spec.against.reset();
  spec.against_query.clear();
  const auto table = keyness(subject_for(facts), eight_against_two(), spec);
  EXPECT_EQ(cell_at(*table, "samen", "tegen:aantal"), Cell{std::int64_t{6}});
  EXPECT_THAT(joined(table->notes), HasSubstr("Tegen: alle andere; 3 passages, 15 woorden."));
}

TEST(Keyness, ShowsOneSideTheFirstOnesAndNoWordsThatAreLeftOut) {
  const CorpusFacts facts = two_sides();
  KeynessSpec spec = first_against_second(facts);
  spec.side = KeySide::against;
  const Items items = eight_against_two();
  EXPECT_THAT(first_cells(*keyness(subject_for(facts), items, spec)), ElementsAre("los"));
  spec.side = KeySide::both;
  spec.is_left_out = [](std::string_view word) { return word == "los"; };
  EXPECT_THAT(first_cells(*keyness(subject_for(facts), items, spec)), ElementsAre("samen"));
  spec.is_left_out = nullptr;
  spec.least = 9;
  EXPECT_TRUE(keyness(subject_for(facts), items, spec)->rows.empty());
}

TEST(Keyness, SaysHowManyRowsAreNotShown) {
  const CorpusFacts facts = two_sides();
  KeynessSpec spec = first_against_second(facts);
  spec.most = 1;
  const auto table =
      keyness(subject_for(facts),
              items_of_lines({"a b c d e .", "a b c d e .", "f g h i j .", "f g h i j ."}), spec);
  EXPECT_THAT(first_cells(*table), ElementsAre("a", "f"));
  EXPECT_THAT(joined(table->notes), HasSubstr("hoogstens 1 van 5 (in) en 5 (tegen)"));
}

TEST(Keyness, HasNoFigureWhereASideIsEmpty) {
  const CorpusFacts facts = two_sides();
  KeynessSpec spec = first_against_second(facts);
  spec.in.clear();
  const auto table = keyness(subject_for(facts), eight_against_two(), spec);
  ASSERT_FALSE(table.has_value());
  EXPECT_THAT(table.error().message, HasSubstr("niet te berekenen: geen enkele passage hoort "
                                               "alleen bij document:a.txt"));
}

// "x" stands in the first and the third sentence, "y" in the second and the third.
TEST(Keyness, HoldsSentencesAgainstEachOtherWhereTheirPlacesAreGiven) {
  const CorpusFacts facts = two_sides();
  const Items items = items_of_lines({"x a . y b b . x y c .", "d .", "y b .", ""});
  KeynessSpec spec = first_against_second(facts);
  const std::uint32_t second = 2 + sentence_gap, third = second + 3 + sentence_gap;
  spec.in_places = {{facts.passages[0].id, {1, third + 1}}};
  spec.against_places = {{facts.passages[0].id, {second + 1, third + 2}},
                         {facts.passages[2].id, {1}}};
  const auto table = keyness(subject_for(facts), items, spec);
  ASSERT_TRUE(table.has_value());
  EXPECT_EQ(cell_at(*table, "a", "in:aantal"), Cell{std::int64_t{1}});
  EXPECT_EQ(cell_at(*table, "b", "tegen:aantal"), Cell{std::int64_t{3}});
  EXPECT_EQ(cell_at(*table, "b", "tegen:documenten"), Cell{std::int64_t{2}});
  EXPECT_EQ(first_cells(*table).size(), 4U);  // a, b, x, y: no c of both, no d of neither
  const std::string notes = joined(table->notes);
  EXPECT_THAT(notes, HasSubstr("In: document:a.txt; 1 zin, 2 woorden."));
  EXPECT_THAT(notes, HasSubstr("Tegen: document:b.txt; 2 zinnen, 5 woorden."));
  EXPECT_THAT(notes, HasSubstr("Weggelaten: 1 zin die aan beide kanten hoort (3 woorden)."));
  spec.against_places.reset();
  spec.against.reset();
  spec.against_query.clear();
  EXPECT_EQ(cell_at(*keyness(subject_for(facts), items, spec), "d", "tegen:aantal"),
            Cell{std::int64_t{1}});
}

// Westerbeek against the rest, counted by hand in example_facts.h.
TEST(Keyness, RatesFactorsByTheWordsOfTheirPassages) {
  const CorpusFacts facts = example_facts();
  KeynessSpec spec;
  spec.in_query = "case:westerbeek";
  spec.in = ids_of(facts, {0, 1, 2, 3, 4});
  spec.least = 1;
  const Subject subject = subject_for(facts);
  const auto table = keyness(subject, factors_of(subject), spec);
  EXPECT_EQ(cell_at(*table, "vertrouwen", "label"), Cell{"Vertrouwen"});
  EXPECT_EQ(cell_at(*table, "vertrouwen", "in:aantal"), Cell{std::int64_t{4}});
  EXPECT_EQ(cell_at(*table, "vertrouwen", "in:sprekers"), Cell{std::int64_t{2}});
  EXPECT_EQ(cell_at(*table, "vertrouwen", "tegen:aantal"), Cell{std::int64_t{3}});
  EXPECT_EQ(cell_at(*table, "vertrouwen", "tegen:sprekers"), Cell{std::int64_t{0}});
  EXPECT_EQ(cell_at(*table, "vertrouwen", "in:per_1000_woorden"), Cell{4 * 1000.0 / 350});
  EXPECT_EQ(cell_at(*table, "gemeente", "in:aantal"), Cell{std::int64_t{2}});
}

// Every word looked at, one at a time.
RC_GTEST_PROP(KeynessProperty, SpreadEqualsANaiveCount, ()) {
  const CorpusFacts facts = random_facts(*rc::gen::arbitrary<unsigned>(), 4, 30, 0);
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < facts.passages.size(); ++i) {
    std::string line;
    for (int words = *rc::gen::inRange(0, 6); words > 0; --words)
      line += std::string(1, static_cast<char>('a' + *rc::gen::inRange(0, 4))) + " ";
    lines.push_back(line + ".");
  }
  const Items items = items_of_lines(lines);
  std::vector<std::uint32_t> passages;
  for (std::uint32_t i = 0; i < facts.passages.size(); ++i)
    if (*rc::gen::arbitrary<bool>()) passages.push_back(i);
  const auto spread = SpreadCounter(facts)(items.of, items.size(), passages);
  for (std::uint32_t item = 1; item <= items.size(); ++item) {
    Spread naive;
    std::set<std::uint32_t> documents, speakers;
    for (const std::uint32_t passage : passages) {
      const auto of = items.of.of(passage);
      const auto count = std::ranges::count(of, item);
      naive.occurrences += static_cast<std::uint64_t>(count);
      if (count == 0) continue;
      documents.insert(facts.passages[passage].document);
      if (const auto speaker = facts.passages[passage].speaker) speakers.insert(*speaker);
    }
    naive.documents = static_cast<std::uint32_t>(documents.size());
    naive.speakers = static_cast<std::uint32_t>(speakers.size());
    RC_ASSERT(spread[item] == naive);
  }
}

}  // namespace
}  // namespace pipeline

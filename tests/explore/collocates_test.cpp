#include "pipeline/explore/collocates.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <map>

#include "pipeline/index/fields.h"
#include "tests/explore/example_items.h"

namespace pipeline {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

CorpusFacts passages_without_speakers(std::size_t count) {
  FactsBuilder make;
  make.document("a.txt", {});
  for (std::size_t i = 0; i < count; ++i) make.passage(std::nullopt, 10);
  return make.facts;
}

// Where `node` stands, as the index would say it.
std::vector<FoundPlaces> places_of_word(const CorpusFacts& facts, const Items& items,
                                        std::string_view node) {
  std::vector<FoundPlaces> found;
  for (std::size_t passage = 0; passage < facts.passages.size(); ++passage) {
    FoundPlaces places{facts.passages[passage].id, {}};
    std::uint32_t position = 0;
    for (const std::uint32_t word : items.of.of(passage)) {
      position += word == 0 ? sentence_gap : 1;
      if (word != 0 && items.names.text(word) == node) places.positions.push_back(position);
    }
    if (!places.positions.empty()) found.push_back(places);
  }
  return found;
}

Neighbours neighbours_of(const CollocateCounts& counts, const Items& items, std::string_view word) {
  return counts.of[items.names.find(word)];
}

TEST(Collocates, CountsWordsOnBothSidesWithinTheWindowAndTheSentence) {
  const CorpusFacts facts = passages_without_speakers(2);
  const Items items = items_of_lines({"a b node c d e . f node .", "b g h node . c i ."});
  const auto found = places_of_word(facts, items, "node");
  const CollocateCounts counts = count_collocates(subject_for(facts), items, found, 2);
  EXPECT_EQ(counts.nodes, 3U);
  EXPECT_EQ(counts.words, 14U);
  EXPECT_EQ(counts.window_words, 7U);  // a b c d, f, g h
  EXPECT_EQ(neighbours_of(counts, items, "b"), (Neighbours{1, 0, 1, 0}));
  EXPECT_EQ(neighbours_of(counts, items, "c"), (Neighbours{0, 1, 1, 0}));
  EXPECT_EQ(neighbours_of(counts, items, "e").both(), 0U);  // third behind it
  EXPECT_EQ(neighbours_of(counts, items, "i").both(), 0U);  // in another sentence
  const CollocateCounts whole = count_collocates(subject_for(facts), items, found, whole_sentence);
  EXPECT_EQ(neighbours_of(whole, items, "e").right, 1U);
  EXPECT_EQ(neighbours_of(whole, items, "b").left, 2U);
}

TEST(Collocates, CountsAWordBetweenTwoNodesOnceAndNodesAsNobodysNeighbour) {
  const CorpusFacts facts = passages_without_speakers(1);
  const Items items = items_of_lines({"node a node b c node node ."});
  const CollocateCounts counts =
      count_collocates(subject_for(facts), items, places_of_word(facts, items, "node"), 5);
  EXPECT_EQ(counts.nodes, 3U);  // the last two stand next to each other
  EXPECT_EQ(counts.node_words, 4U);
  EXPECT_EQ(neighbours_of(counts, items, "a"), (Neighbours{0, 1, 1, 0}));
  EXPECT_EQ(neighbours_of(counts, items, "c"), (Neighbours{1, 0, 1, 0}));
  EXPECT_EQ(neighbours_of(counts, items, "node").both(), 0U);
}

// Rychly's logDice by hand: 14 + log2(2 * 2 / (2 + 3)); MI: log2(2 * 12 / (2 * 3)).
TEST(Collocates, RatesThem) {
  const CorpusFacts facts = passages_without_speakers(1);
  const Items items = items_of_lines({"x node . node x . p q r x s t . u ."});
  CollocateSpec spec;
  spec.query = "node";
  spec.least = 1;
  const auto found = places_of_word(facts, items, "node");
  Table table = collocates(subject_for(facts), items, found, spec);
  EXPECT_THAT(first_cells(table), ElementsAre("x"));
  EXPECT_NEAR(std::get<double>(cell_at(table, "x", "log_dice")), 14 + std::log2(4.0 / 5), 1e-9);
  EXPECT_NEAR(std::get<double>(cell_at(table, "x", "mi")), std::log2(2.0 * 11 / 6), 1e-9);
  EXPECT_EQ(cell_at(table, "x", "totaal"), Cell{std::int64_t{3}});
  EXPECT_THAT(joined(table.notes), HasSubstr("Knooppunt: node; 2 treffers, buren tot 5 woorden"));
  spec.least = 3;
  EXPECT_TRUE(collocates(subject_for(facts), items, found, spec).rows.empty());
}

TEST(Collocates, LeavesOutPassagesThatDoNotTakePart) {
  const CorpusFacts facts = passages_without_speakers(2);
  const Items items = items_of_lines({"a node .", "b node ."});
  FrequencyScope scope;
  scope.where = ids_of(facts, {1});
  const CollocateCounts counts =
      count_collocates(subject_for(facts, scope), items, places_of_word(facts, items, "node"), 5);
  EXPECT_EQ(neighbours_of(counts, items, "a").both(), 0U);
  EXPECT_EQ(counts.words, 2U);
}

// For each word the nodes within the window are sought, one by one.
RC_GTEST_PROP(CollocatesProperty, EqualsANaiveCount, ()) {
  const CorpusFacts facts = passages_without_speakers(3);
  std::vector<std::string> lines;
  for (int i = 0; i < 3; ++i) {
    std::string line;
    for (int words = *rc::gen::inRange(0, 14); words > 0; --words)
      line += *rc::gen::element(std::string("node"), std::string("a"), std::string("b"),
                                std::string(".")) +
              " ";
    lines.push_back(line + ".");
  }
  const Items items = items_of_lines(lines);
  const auto window = *rc::gen::inRange<std::uint32_t>(1, 4);
  const CollocateCounts counts =
      count_collocates(subject_for(facts), items, places_of_word(facts, items, "node"), window);
  std::map<std::uint32_t, std::uint64_t> naive;
  for (std::size_t passage = 0; passage < 3; ++passage) {
    const auto words = items.of.of(passage);
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (words[i] == 0 || items.names.text(words[i]) == "node") continue;
      bool is_near = false;
      for (const int step : {-1, 1})
        for (std::size_t k = 1; k <= window; ++k) {
          const auto at = static_cast<std::ptrdiff_t>(i) + step * static_cast<std::ptrdiff_t>(k);
          if (at < 0 || at >= static_cast<std::ptrdiff_t>(words.size())) break;
          const std::uint32_t other = words[static_cast<std::size_t>(at)];
          if (other == 0) break;
          is_near |= items.names.text(other) == "node";
        }
      naive[words[i]] += is_near ? 1 : 0;
    }
  }
  for (std::uint32_t word = 1; word <= items.size(); ++word)
    RC_ASSERT(counts.of[word].both() == naive[word]);
}

}  // namespace
}  // namespace pipeline

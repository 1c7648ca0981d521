#include "pipeline/search/concordance.h"

#include <gtest/gtest.h>

#include <numeric>
#include <random>

#include "pipeline/index/fields.h"
#include "pipeline/index/passage_streams.h"
#include "tests/support/example_index.h"

namespace pipeline {
namespace {

// The lines of a query in one text, as "left[node]right".
std::vector<KwicLine> lines_of(const std::string& text, const std::string& query,
                               const KwicWindow& window = {}) {
  const ExampleIndex example({{.text = text}});
  const Index index = example.open();
  const Search search(index, word_table(), {});
  const HitFinder find(4000);
  const HitMarker mark(search.prepare(query).value());
  const std::string stream = PassageStreams(index)(passage_id(DocumentId{1}, 1));
  const FoundHits found = find(text, PassageKind::paragraph, stream, {}, mark);
  return kwic_lines(text, found, PassageId{1}, window);
}

std::string shown(const KwicLine& line) {
  return line.left + "[" + line.node + "]" + line.right;
}

const std::string text =
    "Er was weinig vertrouwen, zei hij. Na twee jaar groeide het vertrouwen tussen de partijen.";

TEST(Kwic, ShowsSoManyWordsOnEitherSide) {
  const auto lines = lines_of(text, "vertrouwen", {KwicUnit::words, 2, 2});
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(shown(lines[0]), "was weinig [vertrouwen], zei hij.");
  EXPECT_EQ(shown(lines[1]), "groeide het [vertrouwen] tussen de");
}

TEST(Kwic, ShowsTheSentenceOrThePassage) {
  const auto sentence = lines_of(text, "vertrouwen", {KwicUnit::sentence});
  EXPECT_EQ(shown(sentence[0]), "Er was weinig [vertrouwen], zei hij.");
  EXPECT_EQ(shown(sentence[1]), "Na twee jaar groeide het [vertrouwen] tussen de partijen.");
  EXPECT_EQ(shown(lines_of(text, "vertrouwen", {KwicUnit::passage})[0]),
            "Er was weinig [vertrouwen]" + text.substr(text.find(", zei")));
}

TEST(Kwic, TakesAPhraseAsOneNode) {
  const auto lines = lines_of("Een gedeelde visie is er; visie is nodig.", "\"gedeelde visie\"");
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].node, "gedeelde visie");
}

TEST(Kwic, KnowsTheWordsBesideTheNodeNearestFirst) {
  const auto line = lines_of(text, "vertrouwen").at(1);
  EXPECT_EQ(line.before, (std::vector<std::string>{"het", "groeide", "jaar", "twee", "na"}));
  EXPECT_EQ(line.after, (std::vector<std::string>{"tussen", "de", "partijen"}));
}

TEST(Kwic, IsNothingWhereNoWordIsHit) {
  EXPECT_TRUE(lines_of(text, "NOT fiets").empty());
}

KwicLine line_of(const std::string& node, std::vector<std::string> before,
                 std::vector<std::string> after, const std::string& place) {
  KwicLine line;
  line.node = node;
  line.before = std::move(before);
  line.after = std::move(after);
  line.values = {place};
  return line;
}

std::vector<KwicLine> some_lines() {
  return {line_of("a", {"met"}, {"z", "b"}, "oost"), line_of("b", {"door"}, {}, "west"),
          line_of("c", {"met"}, {"b"}, "oost"), line_of("d", {}, {"z", "a"}, "noord")};
}

std::string order(const std::string& keys) {
  const std::string columns[] = {"case"};
  auto lines = some_lines();
  sort_lines(lines, kwic_keys(keys, columns).value());
  std::string nodes;
  for (const KwicLine& line : lines) nodes += line.node;
  return nodes;
}

TEST(Kwic, SortsByWordsBesideTheNodeAndByColumns) {
  EXPECT_EQ(order(""), "abcd");
  EXPECT_EQ(order("R1"), "bcad") << "what is not there comes first";
  EXPECT_EQ(order("R1,R2"), "bcda");
  EXPECT_EQ(order("L1"), "dbac");
  EXPECT_EQ(order("case,L1"), "dacb");
}

TEST(Kwic, NamesKeysThatAreNone) {
  const std::string columns[] = {"case"};
  EXPECT_EQ(to_string(kwic_keys("R6", columns).error()),
            "--sort: 'R6' is er niet om op te sorteren; kies L1 tot L5, R1 tot R5 of een kolom; er "
            "is: case");
  EXPECT_FALSE(kwic_keys("L0", columns));
  EXPECT_FALSE(kwic_keys("R1,,L1", columns));
  EXPECT_EQ(to_string(kwic_keys("caze", columns).error()),
            "--sort: 'caze' is er niet om op te sorteren; kies L1 tot L5, R1 tot R5 of een kolom; "
            "bedoelt u 'case'?");
}

TEST(Kwic, KeepsTheFirstLinesOfManyWithoutHoldingThemAll) {
  const std::string columns[] = {"case"};
  for (const char* keys : {"", "R1", "case,L1"})
    for (const std::size_t most : {0, 1, 7, 90, 1000, 5000}) {
      std::mt19937 random(20261130);
      std::vector<KwicLine> all;
      for (int i = 0; i < 3000; ++i)
        all.push_back(line_of(std::to_string(i), {std::to_string(random() % 9)},
                              {std::to_string(random() % 40)}, std::to_string(random() % 3)));
      FirstLines first(most, kwic_keys(keys, columns).value());
      for (const KwicLine& line : all) first.add(line);
      sort_lines(all, kwic_keys(keys, columns).value());
      all.resize(std::min(most, all.size()));
      EXPECT_EQ(first.take(), all) << keys << ' ' << most;
    }
}

TEST(Kwic, NeedsNoMoreLinesThanWereAskedFor) {
  FirstLines first(2, {});
  EXPECT_TRUE(first.takes_more());
  for (const char* node : {"a", "b"}) first.add(line_of(node, {}, {}, ""));
  EXPECT_FALSE(first.takes_more());
  const std::string columns[] = {"case"};
  FirstLines sorted(0, kwic_keys("case", columns).value());
  EXPECT_TRUE(sorted.takes_more());
}

TEST(Kwic, CountsLinesByTheirPlacesUnlessTheTextMustTell) {
  using Positions = std::vector<std::uint32_t>;
  EXPECT_EQ(count_lines(Positions{}), 0U);
  EXPECT_EQ(count_lines(Positions{3, 5, 9 + sentence_gap}), 3U);
  EXPECT_FALSE(count_lines(Positions{3, 4})) << "\"visie, visie\" is two lines";
  EXPECT_FALSE(count_lines(Positions{3, 4 + sentence_gap})) << "a heading has no full stop";
}

// The same as shuffling all places, which are then in memory together.
TEST(Kwic, DrawsAsOneThatHoldsAllPlaces) {
  const auto shuffled = [](std::size_t all, std::size_t number, std::uint64_t seed) {
    std::vector<std::uint64_t> places(all);
    std::iota(places.begin(), places.end(), std::uint64_t{0});
    if (all <= number) return places;
    std::mt19937_64 random(seed);
    for (std::size_t i = 0; i < number; ++i)
      std::swap(places[i], places[i + (((random() >> 32) * (places.size() - i)) >> 32)]);
    places.resize(number);
    std::ranges::sort(places);
    return places;
  };
  for (const std::size_t all : {0, 1, 2, 10, 100, 999})
    for (const std::size_t number : {0, 1, 5, 99, 100, 2000})
      for (const std::uint64_t seed : {1, 7, 8})
        EXPECT_EQ(draw_places(all, number, seed), shuffled(all, number, seed))
            << all << ' ' << number << ' ' << seed;
  EXPECT_NE(draw_places(100, 10, 7), draw_places(100, 10, 8));
}

}  // namespace
}  // namespace pipeline

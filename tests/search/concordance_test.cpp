#include "pipeline/search/concordance.h"

#include <gtest/gtest.h>

#include "tests/support/example_index.h"

namespace pipeline {
namespace {

// The lines of a query in one text, as "left[node]right".
std::vector<KwicLine> lines_of(const std::string& text, const std::string& query,
                               const KwicWindow& window = {}) {
  const ExampleIndex example({{.text = text}});
  const Index index = example.open();
  const Search search(index, word_table(), {});
  HitFinder find(word_table(), 4000);
  const HitMarker mark(search.prepare(query).value());
  return kwic_lines(text, find(text, {}, mark), PassageId{1}, window);
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

TEST(Kwic, DrawsTheSameLinesWithTheSameSeed) {
  auto draw = [](std::size_t number, std::uint64_t seed) {
    std::vector<KwicLine> lines(100);
    for (std::size_t i = 0; i < lines.size(); ++i) lines[i].node = std::to_string(i);
    draw_lines(lines, number, seed);
    return lines;
  };
  EXPECT_EQ(draw(10, 7), draw(10, 7));
  EXPECT_NE(draw(10, 7), draw(10, 8));
  EXPECT_EQ(draw(200, 7).size(), 100U);
  const auto drawn = draw(10, 7);
  ASSERT_EQ(drawn.size(), 10U);
  for (std::size_t i = 1; i < drawn.size(); ++i)
    EXPECT_LT(std::stoi(drawn[i - 1].node), std::stoi(drawn[i].node)) << "in their order";
}

}  // namespace
}  // namespace pipeline

#include "pipeline/explore/word_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

#include "pipeline/index/fields.h"
#include "tests/explore/example_items.h"

namespace pipeline {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

CorpusFacts two_passages() {
  FactsBuilder make;
  make.document("a.txt", {});
  make.passage(make.speaker("R", SpeakerKind::respondent, {}), 5);
  make.document("b.txt", {});
  make.passage(std::nullopt, 5);
  return make.facts;
}

TEST(WordList, CountsWordsWithDocumentsAndSpeakers) {
  const CorpusFacts facts = two_passages();
  const Items items = items_of_lines({"op een lijn . op een lijn .", "een visie ."});
  const Table table = word_list(subject_for(facts), items, {});
  EXPECT_THAT(first_cells(table), ElementsAre("een", "lijn", "op", "visie"));
  EXPECT_EQ(cell_at(table, "een", "aantal"), Cell{std::int64_t{3}});
  EXPECT_EQ(cell_at(table, "een", "documenten"), Cell{std::int64_t{2}});
  EXPECT_EQ(cell_at(table, "een", "sprekers"), Cell{std::int64_t{1}});
  EXPECT_EQ(cell_at(table, "een", "per_miljoen"), Cell{3e6 / 8});
}

TEST(WordList, CountsGroupsWithinASentence) {
  const CorpusFacts facts = two_passages();
  const Items items = items_of_lines({"op een lijn . op een lijn .", "een lijn op ."});
  WordListSpec spec;
  spec.length = 2;
  EXPECT_THAT(first_cells(word_list(subject_for(facts), items, spec)),
              ElementsAre("een lijn", "op een"));  // "lijn op" stands once
  spec.length = 3;
  spec.least = 2;
  const Table table = word_list(subject_for(facts), items, spec);
  EXPECT_THAT(first_cells(table), ElementsAre("op een lijn"));
  EXPECT_EQ(table.title, "Groepen van 3 woorden");
  spec.length = 4;
  EXPECT_TRUE(word_list(subject_for(facts), items, spec).rows.empty());
}

TEST(WordList, LeavesOutGroupsThatBeginOrEndWithAFunctionWord) {
  const CorpusFacts facts = two_passages();
  const Items items = items_of_lines(
      {"op een lijn staan . op een lijn staan .", "visie op een lijn . visie op een lijn ."});
  WordListSpec spec;
  spec.length = 2;
  spec.is_left_out = [](std::string_view word) { return word == "op" || word == "een"; };
  EXPECT_THAT(first_cells(word_list(subject_for(facts), items, spec)), ElementsAre("lijn staan"));
  spec.length = 4;
  EXPECT_THAT(first_cells(word_list(subject_for(facts), items, spec)),
              ElementsAre("visie op een lijn"));
}

TEST(WordList, SaysHowMuchIsCoded) {
  CorpusFacts facts = two_passages();
  facts.factors = {"vertrouwen"};
  facts.coders = {"lexicon"};
  facts.codings.resize(3);  // two in one sentence, one in the next
  facts.codings[2].span = {10, 20};
  const Items items = items_of_lines({"op een lijn . op een lijn .", "een visie ."});
  EXPECT_THAT(joined(word_list(subject_for(facts), items, {}).notes),
              HasSubstr("Dekking: in 1 van de 2 passages (50,0 %) en 2 van de 3 zinnen (66,7 %)"));
}

TEST(WordList, SaysHowOftenACodingRestsOnAWord) {
  const CorpusFacts facts = two_passages();
  const Items items = items_of_lines({"een visie . de visie .", "visie ."});
  WordListSpec spec;
  const std::uint32_t second = 2 + sentence_gap + 2;
  spec.touched = Touched{{{facts.passages[0].id, {2, second}}},
                         [](std::string_view word) { return word == "een" || word == "de"; }};
  const Table table = word_list(subject_for(facts), items, spec);
  EXPECT_EQ(cell_at(table, "visie", "geraakt"), Cell{std::int64_t{2}});
  EXPECT_NEAR(std::get<double>(cell_at(table, "visie", "procent_geraakt")), 66.667, 0.001);
  EXPECT_EQ(cell_at(table, "een", "geraakt"), Cell{std::int64_t{0}});
  EXPECT_THAT(joined(table.notes), HasSubstr("berust; 2 van de 3 inhoudswoorden (66,7 %)"));
}

TEST(WordList, ShowsTheFirstOnesInTheOrderThatWasAsked) {
  const CorpusFacts facts = two_passages();
  const Items items = items_of_lines({"b b b . a .", "a c ."});
  WordListSpec spec;
  spec.most = 2;
  const Table table = word_list(subject_for(facts), items, spec);
  EXPECT_THAT(first_cells(table), ElementsAre("b", "a"));
  EXPECT_THAT(table.notes.front(), HasSubstr("Getoond: de eerste 2 van 3 woorden"));
  spec.order = WordOrder::spread;
  EXPECT_THAT(first_cells(word_list(subject_for(facts), items, spec)), ElementsAre("a", "b"));
  spec.order = WordOrder::alphabet;
  spec.most = 0;
  EXPECT_THAT(first_cells(word_list(subject_for(facts), items, spec)), ElementsAre("a", "b", "c"));
}

// Every run of words written out.
RC_GTEST_PROP(WordListProperty, GroupsEqualANaiveCount, ()) {
  FactsBuilder make;
  make.document("a.txt", {});
  std::vector<std::string> lines;
  for (int i = 0; i < 4; ++i) {
    make.passage(std::nullopt, 1);
    std::string line;
    for (int words = *rc::gen::inRange(0, 16); words > 0; --words)
      line += *rc::gen::element(std::string("a"), std::string("b"), std::string(".")) + " ";
    lines.push_back(line + ".");
  }
  const auto length = *rc::gen::inRange(1U, 5U);
  const auto least = *rc::gen::inRange<std::uint64_t>(length == 1 ? 1 : 2, 4);
  const Items items = items_of_lines(lines);
  std::map<std::string, std::int64_t> naive;
  for (std::size_t passage = 0; passage < lines.size(); ++passage) {
    const auto words = items.of.of(passage);
    for (std::size_t i = 0; i + length <= words.size(); ++i) {
      std::string text;
      bool is_whole = true;
      for (std::size_t k = i; k < i + length; ++k) {
        is_whole = is_whole && words[k] != 0;
        if (is_whole) text += (k == i ? "" : " ") + std::string(items.names.text(words[k]));
      }
      if (is_whole) ++naive[text];
    }
  }
  std::erase_if(naive,
                [&](const auto& it) { return it.second < static_cast<std::int64_t>(least); });
  WordListSpec spec;
  spec.length = length;
  spec.least = least;
  spec.most = 0;
  const Table table = word_list(subject_for(make.facts), items, spec);
  RC_ASSERT(table.rows.size() == naive.size());
  for (const auto& [text, count] : naive) RC_ASSERT(cell_at(table, text, "aantal") == Cell{count});
}

}  // namespace
}  // namespace pipeline

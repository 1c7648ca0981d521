#include "pipeline/translate/to_lexicon.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pipeline {
namespace {

using testing::ElementsAre;

Lexicon lexicon_of(const Dictionary& dictionary, std::vector<LeftOut>& left_out) {
  auto made = to_lexicon(dictionary, "proef", "Proef");
  left_out = made.left_out;
  const auto lexicon = parse_lexicon(made.result, "L");
  EXPECT_TRUE(lexicon) << (lexicon ? "" : to_string(lexicon.error().front()));
  return lexicon ? *lexicon : Lexicon{};
}

TEST(ToLexicon, WritesWordsAsPatternsThatMeanTheSame) {
  struct Row {
    std::string term, pattern;
  };
  const std::vector<Row> rows{{"band", "\"band\""},
                              {"in de steek", "\"in de steek\""},
                              {"vertrouw*", "vertrouw*"},
                              {"*partner", "*partner"},
                              {"*werk*", "*werk*"},
                              {"goed* in de steek", "goed* \"in de steek\""},
                              {"zo * mogelijk", "\"zo\" * \"mogelijk\""},
                              {"a*", "/^a.*$/"},
                              {"kl?m", "/^kl.m$/"},
                              {"Co*peratie", "/^co.*peratie$/"},
                              {"foto's", "\"foto's\""}};
  for (const Row& row : rows) {
    std::vector<LeftOut> left_out;
    const Lexicon lexicon = lexicon_of({{{{"a"}, "", {{row.term}}}}}, left_out);
    ASSERT_EQ(lexicon.patterns.size(), 1U) << row.term;
    EXPECT_EQ(lexicon.patterns[0].text, row.pattern);
    EXPECT_TRUE(left_out.empty()) << row.term;
  }
}

TEST(ToLexicon, MakesThemesFactorsAndValencesOfCategories) {
  std::vector<LeftOut> left_out;
  const Lexicon lexicon = lexicon_of({{{{"RELATIE", "Band"}, "Over band.", {{"band"}}},
                                       {{"RELATIE", "Band", "faal"}, "", {{"breuk"}}},
                                       {{"Één"}, "", {{"x y"}}},
                                       {{"b", "Band"}, "", {{"riem"}}}}},
                                     left_out);
  ASSERT_EQ(lexicon.factors.size(), 3U);
  EXPECT_EQ(lexicon.factors[0].id, "band");
  EXPECT_EQ(lexicon.factors[0].theme, "RELATIE");
  EXPECT_EQ(lexicon.factors[0].definition, "Over band.");
  EXPECT_EQ(lexicon.factors[1].id, "een");
  EXPECT_EQ(lexicon.factors[1].theme, "Één");
  EXPECT_EQ(lexicon.factors[2].id, "band-2");
  EXPECT_EQ(lexicon.patterns[0].valence, Valence::failure);
  EXPECT_EQ(lexicon.patterns[1].valence, Valence::neutral);
}

TEST(ToLexicon, StandsControlCharactersAndNamelessCategories) {
  std::vector<LeftOut> left_out;
  const Lexicon lexicon = lexicon_of(
      {{{{"a\x01z", "\x7F"}, "d\x02", {{"vertrouw\013band"}, {"foto's\x1F"}}}}}, left_out);
  ASSERT_EQ(lexicon.factors.size(), 1U);
  EXPECT_EQ(lexicon.factors[0].theme, "a z");
  EXPECT_EQ(lexicon.factors[0].label_nl, "(zonder naam)");
  EXPECT_EQ(lexicon.factors[0].definition, "d");
  ASSERT_EQ(lexicon.patterns.size(), 2U);
  EXPECT_EQ(lexicon.patterns[0].text, "\"vertrouw band\"");
}

TEST(ToLexicon, TellsWhatItLeavesOut) {
  std::vector<LeftOut> left_out;
  const Lexicon lexicon =
      lexicon_of({{{{"a"}, "", {{"band"}, {":-)", false, 7}, {"band"}, {"* los"}}},
                   {{"leeg"}, "", {{"*"}}},
                   {{"p"}, "", {{"<partij>", true}, {"goed [2] plan", true}, {"(a", true}}}}},
                 left_out);
  std::vector<std::string> lines;
  for (const LeftOut& it : left_out) {
    lines.push_back(it.where + ": " + it.text);
    EXPECT_FALSE(it.reason.empty());
  }
  EXPECT_THAT(lines, testing::UnorderedElementsAre("regel 7: :-)", "a: band", "a: * los", "leeg: *",
                                                   "p: <partij>", "p: (a", ": leeg"));
  EXPECT_EQ(lexicon.patterns.size(), 2U);
}

TEST(IdentifierOf, IsWhatAnIdMayBe) {
  for (const auto& [name, id] :
       std::vector<std::pair<std::string, std::string>>{{"A CATEGORY", "a-category"},
                                                        {"Coöperatie & zorg!", "cooperatie-zorg"},
                                                        {"***", "categorie"}})
    EXPECT_EQ(identifier_of(name), id);
}

}  // namespace
}  // namespace pipeline

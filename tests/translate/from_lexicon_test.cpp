#include "pipeline/translate/from_lexicon.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/lexicon/lexicon_file.h"
#include "pipeline/lexicon/lexicon_reader.h"
#include "pipeline/translate/to_lexicon.h"

namespace pipeline {
namespace {

using testing::ElementsAre;

Lexicon lexicon_with(const std::string& patterns) {
  return parse_lexicon(
             {{"lexicon.toml", "id = \"proef\"\nversie = \"1\"\ntitel = \"P\"\ntaal = \"nl\"\n"},
              {"groepen.toml", "[groep]\nklein = ['zaal', 'kleine <plek>']\nplek = ['hoek']\n"},
              {"t.toml",
               "thema = \"t\"\n[[factor]]\nid = \"f\"\nlabel = \"F\"\ndefinitie = \"D\"\n" +
                   patterns}},
             "L")
      .value();
}

std::vector<std::string> wordings(const std::string& pattern, const char* format) {
  const auto made =
      from_lexicon(lexicon_with("neutraal = ['" + pattern + "']\n"), *dictionary_format(format));
  std::vector<std::string> texts;
  for (const DictionaryCategory& category : made.result.categories)
    for (const DictionaryTerm& term : category.terms) texts.push_back(term.text);
  return texts;
}

TEST(FromLexicon, WritesOutWhatAPatternStandsFor) {
  EXPECT_THAT(wordings("Coöperatie", "yaml"), ElementsAre("Coöperatie"));
  EXPECT_THAT(wordings("\"op één lijn\"", "yaml"), ElementsAre("op één lijn"));
  EXPECT_THAT(wordings("=Wmo", "yaml"), ElementsAre("Wmo"));
  EXPECT_THAT(wordings("(erg)? (goed|heel fijn) contact", "yaml"),
              ElementsAre("goed contact", "heel fijn contact", "erg goed contact",
                          "erg heel fijn contact"));
  EXPECT_THAT(wordings("<klein> huren", "yaml"), ElementsAre("zaal huren", "kleine hoek huren"));
  EXPECT_THAT(wordings("op * lijn", "yaml"), ElementsAre("op * lijn"));
  EXPECT_THAT(wordings("*werk*", "yaml"), ElementsAre("*werk*"));
  EXPECT_THAT(wordings("vertrouw*", "liwc"), ElementsAre("vertrouw*"));
}

TEST(FromLexicon, TellsWhatTheOtherProgramCannotSay) {
  struct Row {
    std::string pattern, format, words;
  };
  for (const Row& row :
       std::vector<Row>{{"a1 [3] b1", "yaml", "tussenruimte"},
                        {"a1 ~3 b1", "yaml", "elkaars buurt"},
                        {"/^her/", "yaml", "reguliere expressie"},
                        {"*werk*", "liwc", "alleen aan het eind"},
                        {"(a1|b1|c1|d1|e1) (a1|b1|c1|d1|e1) (a1|b1|c1|d1|e1) (a1|b1|c1|d1|e1)",
                         "yaml", "meer dan 500"}}) {
    const auto made = from_lexicon(lexicon_with("neutraal = ['" + row.pattern + "', 'over']\n"),
                                   *dictionary_format(row.format));
    ASSERT_FALSE(made.left_out.empty()) << row.pattern;
    EXPECT_EQ(made.left_out[0].where, "t.toml:6");
    EXPECT_EQ(made.left_out[0].text, row.pattern);
    EXPECT_THAT(made.left_out[0].reason, testing::HasSubstr(row.words));
  }
}

TEST(FromLexicon, NamesValencesAndTellsOfFalseFriendsAndStrength) {
  const auto made = from_lexicon(
      lexicon_with("succes = ['goed', { p = 'ruim', niet = ['ruim bad'], sterkte = \"zwak\" }]\n"
                   "faal = ['slecht']\nbehalve = ['goed nat']\n"),
      *dictionary_format("csv"));
  ASSERT_EQ(made.result.categories.size(), 2U);
  EXPECT_THAT(made.result.categories[0].path, ElementsAre("t", "F", "succes"));
  EXPECT_EQ(made.result.categories[0].definition, "D");
  std::vector<std::string> texts;
  for (const LeftOut& it : made.left_out) texts.push_back(it.text);
  EXPECT_THAT(texts, ElementsAre("ruim", "ruim bad", "goed nat"));
}

TEST(FromLexicon, WritesGroupsOutWherePatternsStayWhole) {
  EXPECT_THAT(wordings("goed [2] <klein>", "csv"), ElementsAre("goed [2] (zaal|kleine (hoek))"));
  EXPECT_THAT(wordings("goed ~3 <plek>", "csv"), ElementsAre("goed ~3 (hoek)"));
}

// Exported and imported again as a table of patterns, a lexicon has the same patterns but for
// groups.
TEST(FromLexicon, GivesWholeLexiconsBackAsTables) {
  for (const char* name : {"condities", "samenwerking"}) {
    const auto lexicon =
        read_lexicon(std::filesystem::path(SAMENSPEL_SOURCE_DIR) / "lexicons" / name).value();
    const auto format = *dictionary_format("csv");
    const auto made = from_lexicon(lexicon, format);
    const auto read = format.read(format.write(made.result), "f");
    ASSERT_TRUE(read) << to_string(read.error());
    const auto files = to_lexicon(read->result, "terug", "Terug");
    const auto back = parse_lexicon(files.result, "L");
    ASSERT_TRUE(back) << to_string(back.error().front());
    EXPECT_EQ(back->factors.size(), lexicon.factors.size()) << name;
    EXPECT_EQ(back->patterns.size() + files.left_out.size(), lexicon.patterns.size()) << name;
    EXPECT_LT(files.left_out.size(), lexicon.patterns.size() / 50) << name;
  }
}

}  // namespace
}  // namespace pipeline

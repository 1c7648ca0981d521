#include "pipeline/publish/recipe.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pipeline {
namespace {

using testing::HasSubstr;

TEST(Recipe, IsReadBackAsItWasWritten) {
  ReportRecipe recipe;
  recipe.title = "Zes \"zorgco\u00f6peraties\" \\ \x07";
  recipe.language = Language::english;
  recipe.columns = "";
  recipe.where = "factor:vertrouwen \"gedeelde visie\"";
  recipe.interviewers = true;
  recipe.ratings = false;
  recipe.outcome = "afloop=goed,mislukt";
  recipe.most_quotations = 7;
  recipe.charts = {ReportChart::ratings, ReportChart::bars};
  EXPECT_EQ(parse_recipe(to_toml(recipe), "recept.toml").value(), recipe);
  EXPECT_EQ(parse_recipe(to_toml({}), "recept.toml").value(), ReportRecipe{});
}

TEST(Recipe, KeepsDefaultsForWhatIsAbsent) {
  EXPECT_EQ(parse_recipe("", "recept.toml").value(), ReportRecipe{});
  EXPECT_EQ(parse_recipe("taal = \"en\"", "r").value().language, Language::english);
}

TEST(Recipe, TellsEachMistakeWithItsPlace) {
  const struct {
    const char *toml, *says;
  } rows[] = {
      {"kolomen = \"case\"", "recept.toml:1:1: 'kolomen' is hier onbekend; bedoelt u 'kolommen'?"},
      {"taal = \"fr\"", "recept.toml:1:8: 'fr' is geen taal van een rapport; kies nl of en"},
      {"titel = 3", "recept.toml:1:9: titel: schrijf tekst tussen aanhalingstekens"},
      {"interviewers = \"soms\"", "recept.toml:1:16: schrijf \"ja\" of \"nee\""},
      {"oordelen = \"misschien\"", "recept.toml:1:12: schrijf \"ja\" of \"nee\""},
      {"uitkomst = 2", "recept.toml:1:12: uitkomst: schrijf tekst tussen aanhalingstekens"},
      {"citaten = -1", "recept.toml:1:11: citaten: schrijf een getal van 0 tot 100000"},
      {"grafieken = \"balken\"", "recept.toml:1:13: grafieken: schrijf een lijst"},
      {"grafieken = [\"taart\"]",
       "recept.toml:1:14: 'taart' is geen grafiek; kies balken, "
       "aantallen, saldo, netwerk, stroken, tijdlijn of oordelen"},
      {"titel = ", "recept.toml:1"},
  };
  for (const auto& row : rows) {
    const auto recipe = parse_recipe(row.toml, "recept.toml");
    ASSERT_FALSE(recipe) << row.toml;
    EXPECT_THAT(to_string(recipe.error().front()), HasSubstr(row.says));
  }
  EXPECT_EQ(parse_recipe("taal = 1\ntitel = 2\n", "r").error().size(), 2U);
}

}  // namespace
}  // namespace pipeline

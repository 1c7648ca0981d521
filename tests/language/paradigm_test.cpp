#include "pipeline/language/compile/paradigm.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace pipeline {
namespace {

using Forms = std::vector<InflectedForm>;

bool has(const Forms& forms, const std::string& form, Inflection inflection) {
  return std::find(forms.begin(), forms.end(), InflectedForm{form, inflection}) != forms.end();
}

struct Case {
  const char* lemma;
  const char* form;
  Inflection inflection;
};

TEST(Paradigm, MakesPluralsAndDiminutivesOfNouns) {
  const std::vector<Case> cases{
      {"tuin", "tuinen", Inflection::plural},
      {"bom", "bommen", Inflection::plural},
      {"boom", "bomen", Inflection::plural},
      {"brief", "brieven", Inflection::plural},
      {"huis", "huizen", Inflection::plural},
      {"tafel", "tafels", Inflection::plural},
      {"foto", "foto's", Inflection::plural},
      {"idee", "ideeen", Inflection::plural},
      {"ziekte", "ziekten", Inflection::plural},
      {"monnik", "monniken", Inflection::plural},
      {"waarheid", "waarheden", Inflection::plural},
      {"les", "lessen", Inflection::plural},
      {"huis", "huisje", Inflection::diminutive},
      {"tafel", "tafeltje", Inflection::diminutive},
      {"boom", "boompje", Inflection::diminutive},
      {"ring", "ringetje", Inflection::diminutive},
      {"koning", "koninkje", Inflection::diminutive},
      {"bal", "balletje", Inflection::diminutive},
      {"auto", "autootje", Inflection::diminutive},
      {"huis", "huisjes", Inflection::diminutive_plural},
  };
  for (const Case& c : cases) EXPECT_TRUE(has(noun_forms(c.lemma), c.form, c.inflection)) << c.form;
}

TEST(Paradigm, ComparesAndInflectsAdjectives) {
  const std::vector<Case> cases{
      {"groot", "grote", Inflection::adjective_e},
      {"dik", "dikke", Inflection::adjective_e},
      {"lief", "lieve", Inflection::adjective_e},
      {"boos", "boze", Inflection::adjective_e},
      {"moeilijk", "moeilijke", Inflection::adjective_e},
      {"groot", "groter", Inflection::comparative},
      {"duur", "duurder", Inflection::comparative},
      {"duur", "duurdere", Inflection::comparative_e},
      {"hoog", "hogere", Inflection::comparative_e},
      {"groot", "grootst", Inflection::superlative},
      {"vies", "viest", Inflection::superlative},
      {"arm", "allerarmsten", Inflection::superlative_e},
      {"mooi", "moois", Inflection::partitive},
      {"ziek", "zieken", Inflection::adjective_e},
  };
  for (const Case& c : cases)
    EXPECT_TRUE(has(adjective_forms(c.lemma), c.form, c.inflection)) << c.form;
}

TEST(Paradigm, ProposesTheStemsThatSpellingAllows) {
  const std::vector<std::pair<const char*, std::vector<std::string>>> cases{
      {"werken", {"werk"}}, {"maken", {"maak", "mak"}},
      {"zetten", {"zet"}},  {"leven", {"leef", "lef"}},
      {"reizen", {"reis"}}, {"openen", {"opeen", "open"}},
      {"vrijen", {"vrij"}}, {"gaan", {}},
      {"en", {}},
  };
  for (const auto& [infinitive, stems] : cases) EXPECT_EQ(verb_stems(infinitive), stems);
}

TEST(Paradigm, ConjugatesByTKofschip) {
  struct VerbCase {
    const char *infinitive, *stem, *form;
    Inflection inflection;
  };
  const std::vector<VerbCase> cases{
      {"werken", "werk", "werkte", Inflection::past},
      {"werken", "werk", "gewerkt", Inflection::participle},
      {"leven", "leef", "leefde", Inflection::past},
      {"leven", "leef", "geleefd", Inflection::participle},
      {"reizen", "reis", "reisden", Inflection::past_plural},
      {"faxen", "fax", "faxte", Inflection::past},
      {"lachen", "lach", "lachte", Inflection::past},
      {"zetten", "zet", "zette", Inflection::past},
      {"zetten", "zet", "gezet", Inflection::participle},
      {"zetten", "zet", "gezette", Inflection::participle_e},
      {"haten", "haat", "gehate", Inflection::participle_e},
      {"landen", "land", "landde", Inflection::past},
      {"landen", "land", "geland", Inflection::participle},
      {"verdelen", "verdeel", "verdeeld", Inflection::participle},
      {"bellen", "bel", "gebeld", Inflection::participle},
  };
  for (const VerbCase& c : cases)
    EXPECT_TRUE(has(weak_past_forms(c.infinitive, c.stem), c.form, c.inflection)) << c.form;
}

TEST(Paradigm, MakesThePresentOfItsStem) {
  EXPECT_EQ(present_forms("zitten", "zit"), (Forms{{"zitten", Inflection::infinitive},
                                                   {"zittend", Inflection::present_participle},
                                                   {"zittende", Inflection::present_participle_e},
                                                   {"zittenden", Inflection::present_participle_e},
                                                   {"zit", Inflection::stem},
                                                   {"zit", Inflection::third}}));
  EXPECT_TRUE(has(present_forms("rijden", "rijd"), "rijdt", Inflection::third));
}

TEST(Paradigm, HasAnAnswerForWordsOfNoLength) {
  EXPECT_EQ(noun_forms("").size(), 1U);
  EXPECT_EQ(adjective_forms("").size(), 1U);
  EXPECT_TRUE(weak_past_forms("", "").empty());
}

}  // namespace
}  // namespace pipeline

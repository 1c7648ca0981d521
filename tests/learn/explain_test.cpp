#include "pipeline/learn/explain.h"

#include <gtest/gtest.h>

#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

// As a model has it, in Dutch, and in English.
struct Feature {
  const char *name, *dutch, *english;
};
constexpr Feature features[] = {
    {"w:overleg", "woord “overleg”", "word “overleg”"},
    {"d:zorg", "deel van een samenstelling “zorg”", "part of a compound “zorg”"},
    {"g:niets", "woordgroep <niets>", "word group <niets>"},
    {"p:de deur", "woorden “de deur”", "words “de deur”"},
    {"s:kop", "zin: kop", "sentence: heading"},
    {"s:kort", "zin: kort", "sentence: short"},
    {"s:ervoor overleg", "zin: ervoor overleg", "sentence: before it overleg"},
    {"h:twee valenties", "lexicon: twee valenties", "lexicon: two valences"},
    {"h:valentie faal", "lexicon: valentie faal", "lexicon: valence failure"},
    {"h:patroon zwak", "lexicon: patroon zwak", "lexicon: pattern weak"},
    {"h:patroon van zichzelf succes", "lexicon: patroon van zichzelf succes",
     "lexicon: pattern by itself success"},
    {"h:patroon van woorden 4 of meer", "lexicon: patroon van woorden 4 of meer",
     "lexicon: words in the pattern 4 or more"},
    {"h:telt niet, valse vriend", "lexicon: telt niet, valse vriend",
     "lexicon: does not count, false friend"},
    {"h:signaal zonder gevolg ontkenning", "lexicon: signaal zonder gevolg ontkenning",
     "lexicon: cue without effect negation"},
    {"h:door overleg: succes", "lexicon: door overleg: succes", "lexicon: by overleg: succes"},
    {"f:overleg", "hoe vaak overleg voorkomt", "how often overleg occurs"},
    {"v:faal", "lexicon zegt faal", "lexicon says failure"},
    {"x:iets", "of de zin over enige factor gaat", "whether the sentence is about any factor"}};

TEST(FeatureInWords, IsSaidInTheLanguageThatIsSpoken) {
  for (const Feature& it : features) {
    EXPECT_EQ(feature_in_words(it.name), it.dutch);
    const Speaking english(Language::english);
    EXPECT_EQ(feature_in_words(it.name), it.english);
  }
}

}  // namespace
}  // namespace pipeline

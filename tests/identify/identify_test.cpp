#include "pipeline/identify/identify.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <stdexcept>

#include "pipeline/segment/segment.h"

namespace pipeline {
namespace {

class IdentifyTest : public testing::Test {
 protected:
  IdentifyTest()
      : words_(WordTable::open(std::filesystem::path(SAMENSPEL_BINARY_DIR) / "words.bin")) {
    if (!words_) throw std::runtime_error("no words");
  }

  Segmented set(const std::string& text, const std::vector<std::string>& coded) {
    Segmented segmented = Segmenter()(text);
    Vocabulary vocabulary(*words_);
    const Analysed analysed = analyse(text, segmented, vocabulary);
    const LanguageIdentifier identify(coded);
    identify.set(identify(text, segmented, analysed, vocabulary), segmented);
    return segmented;
  }
  // The document's language and those of its passages: "nl: nl en nl".
  std::string languages(const std::string& text, const std::vector<std::string>& coded = {"nl"}) {
    const Segmented segmented = set(text, coded);
    std::string shown = segmented.language + ':';
    for (const Passage& passage : segmented.passages) shown += ' ' + passage.language;
    return shown;
  }

  Result<WordTable> words_;
};

const std::string dutch = "Wij zijn toen met de hele buurt om de tafel gaan zitten.\n\n";
const std::string english =
    "Well, I think the main problem was that nobody really trusted them.\n\n";

TEST_F(IdentifyTest, TellsAPassageInAnotherLanguage) {
  EXPECT_EQ(languages(dutch + english + dutch), "nl: nl en nl");
  EXPECT_EQ(
      languages("I: Hoe ging dat toen bij jullie in het dorp?\nR: We met every week and after a "
                "while people just stopped coming.\nI: En wat deden jullie daar toen aan?"),
      "nl: nl en nl");
  EXPECT_EQ(languages(dutch + dutch +
                      "Also wir haben damals gesagt, das machen wir zusammen mit der Gemeinde.\n\n"
                      "لقد تحدثنا مع البلدية ولكن لم يستمع إلينا أحد."),
            "nl: nl nl de ar");
}

TEST_F(IdentifyTest, GivesAFewWordsTheLanguageOfTheirDocument) {
  EXPECT_EQ(languages(dutch + "Nee joh.\n\nOkay, fine.\n\nYes.\n\n" + dutch), "nl: nl nl nl nl nl");
  EXPECT_EQ(languages(english + "Nee joh.\n\nYes.\n\n" + english), "en: en en en en");
  EXPECT_EQ(languages("Nee joh."), "nl: nl");
  EXPECT_EQ(languages(""), "nl:");
}

TEST_F(IdentifyTest, IsNotTurnedByNamesAndQuotations) {
  for (const std::string text :
       {"Wij werken met het Positive Health Framework en Shared Decision Making in het team.",
        "Hij zei letterlijk: we agree to disagree, en toen was het natuurlijk klaar.",
        "De coach van Buurtteam Oosterhout, Ahmed el Khattabi, belde met Jacqueline Dubois.",
        "Dat is een kwestie van trial and error, learning by doing, zeg maar gewoon proberen."})
    EXPECT_EQ(languages(dutch + dutch + text), "nl: nl nl nl") << text;
}

TEST_F(IdentifyTest, TellsWhatIsMadeOfWordsThatDutchHasToo) {
  EXPECT_EQ(languages(dutch + dutch +
                      "She said that the home care organisation was in charge of everything in the "
                      "building.\n\nIch weiß es nicht, das war damals einfach so, und wir haben "
                      "dazu nichts gesagt.\n\n" +
                      dutch),
            "nl: nl nl en de nl");
}

TEST_F(IdentifyTest, IsNotTurnedByAQuotationLongerThanWhatIntroducesIt) {
  EXPECT_EQ(
      languages(dutch + dutch +
                "Zij zei daar toen het volgende over tegen ons. \"We never wanted to be part of "
                "this, nobody asked us anything.\" Zo ging dat."),
      "nl: nl nl nl");
}

TEST_F(IdentifyTest, TakesDialectForDutch) {
  for (const std::string text :
       {"Nou, wi-j wont naost mekare. Dus ja.", "Ik ferstean it no wol. Mar praten is noch dreech.",
        "Kiek, wi'j doot dat hier gewoon met de naobers, dat is altied zo ewest.",
        "Ge moet da nie zo zeggen, jong, da ga hier gewoon nie.",
        "Wah hedde gij nou gedaan dan, ik was er nie bij toen ge da afgesproken hadt.",
        "Dat wit ik net, dat moatte jo oan him freegje, dy hat dat doe betocht."})
    EXPECT_EQ(languages(dutch + text + "\n\n" + dutch), "nl: nl nl nl") << text;
}

TEST_F(IdentifyTest, MarksWhatTheStudyDoesNotCode) {
  const Segmented segmented = set(dutch + english + dutch, {"nl"});
  EXPECT_FALSE(segmented.is_foreign);
  EXPECT_FALSE(segmented.passages[0].is_foreign);
  EXPECT_TRUE(segmented.passages[1].is_foreign);
  EXPECT_FALSE(set(dutch + english, {"nl", "en"}).passages[1].is_foreign);
  EXPECT_TRUE(set(english + english, {"nl"}).is_foreign);
}

TEST_F(IdentifyTest, LeavesLanguagesAloneWhereTheStudySaysSo) {
  EXPECT_EQ(languages(dutch + english, {}), ":  ");
  EXPECT_FALSE(set(english, {}).passages[0].is_foreign);
}

}  // namespace
}  // namespace pipeline

#include "pipeline/tag/tag.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/tag/cut.h"
#include "tests/tag/words.h"

namespace pipeline {
namespace {

std::vector<Coding> codings_of(const std::string& text, const Lexicon& lexicon = tiny_lexicon()) {
  static Vocabulary vocabulary(word_table());
  const Tagger tagger(lexicon, vocabulary);
  const Segmented segmented = Cutter(text).cut();
  return tagger(text, segmented, analyse(text, segmented, vocabulary));
}

// "vertrouwen faal; geld neutraal wens": the modality only where it is not a fact.
std::string shown(const std::vector<Coding>& codings) {
  std::string text;
  for (const Coding& coding : codings) {
    text +=
        (text.empty() ? "" : "; ") + coding.factor + " " + std::string(to_string(coding.valence));
    if (coding.modality != Modality::fact) text += " " + std::string(to_string(coding.modality));
  }
  return text;
}

struct Row {
  std::string text, codings;
};

void expect_codings(const std::vector<Row>& table) {
  for (const Row& row : table) EXPECT_EQ(shown(codings_of(row.text)), row.codings) << row.text;
}

TEST(Tag, GivesAPatternsBaseValenceWhereNothingTurnsIt) {
  expect_codings({
      {"Er was veel vertrouwen.", "vertrouwen succes"},
      {"Het wantrouwen bleef.", "vertrouwen faal"},
      {"De subsidie kwam in mei.", "geld neutraal"},
      {"Wij werkten goed samen.", "overleg succes"},
      {"Het zorgoverleg was op maandag.", "overleg succes"},
      {"Wij zijn met de raad van bestuur in gesprek.", "overleg succes"},
      {"Het regende in mei.", ""},
  });
}

TEST(Tag, TurnsAValenceByNegationAbsenceAndDecline) {
  expect_codings({
      {"Er was geen vertrouwen.", "vertrouwen faal"},
      {"Het vertrouwen was er niet.", "vertrouwen faal"},
      {"Er was geen wantrouwen.", "vertrouwen succes"},
      {"Door gebrek aan vertrouwen ging het mis.", "vertrouwen faal"},
      {"Het vertrouwen ontbrak.", "vertrouwen faal"},
      {"Het wantrouwen verdween.", "vertrouwen succes"},
      {"Het vertrouwen nam af.", "vertrouwen faal"},
      {"Het vertrouwen groeide.", "vertrouwen succes"},
      {"Er was geen geld.", "geld faal"},
  });
}

TEST(Tag, TakesTwoTurnsForNone) {
  expect_codings({
      {"Het gebrek aan vertrouwen verdween.", "vertrouwen succes"},
      {"Er was geen gebrek aan vertrouwen.", "vertrouwen succes"},
      {"Zonder vertrouwen gaat het niet.", "vertrouwen succes"},
      {"Er was geen overleg en te weinig vertrouwen.", "vertrouwen faal; overleg faal"},
      {"Niet alleen vertrouwen deed ertoe.", "vertrouwen succes"},
  });
}

TEST(Tag, KeepsCuesWithinTheirClause) {
  expect_codings({
      {"Er was vertrouwen, maar de bus kwam niet.", "vertrouwen succes"},
      {"Er was geen bus, want er was vertrouwen.", "vertrouwen succes"},
      {"De bus kwam niet en er was vertrouwen.", "vertrouwen succes"},
      {"Er was geen geld, vertrouwen en overleg.", "vertrouwen faal; overleg faal; geld faal"},
      {"Het vertrouwen, dat we hadden, groeide niet.", "vertrouwen faal"},
      {"Vertrouwen is er, maar dat bleef met geld niet.", "vertrouwen faal; geld faal"},
      {"Er kwam geen bus langs de grote nieuwe school met vertrouwen.", "vertrouwen succes"},
  });
}

TEST(Tag, JudgesWhatIsNeutral) {
  expect_codings({
      {"De subsidie helpt.", "geld succes"},
      {"De subsidie helpt niet.", "geld faal"},
      {"De subsidie belemmert ons.", "geld faal"},
      {"De subsidie belemmert ons niet.", "geld succes"},
      {"Het vertrouwen belemmert ons.", "vertrouwen faal"},
      {"Het wantrouwen belemmert ons.", "vertrouwen faal"},
      {"Subsidie is nodig.", "geld succes wens"},
  });
}

TEST(Tag, SetsModality) {
  expect_codings({
      {"Vertrouwen is nodig.", "vertrouwen succes wens"},
      {"Er had overleg moeten zijn.", "overleg faal wens"},
      {"Als er vertrouwen is, komt de rest.", "vertrouwen succes voorwaarde"},
      {"De vraag is of er vertrouwen is.", "vertrouwen neutraal vraag"},
      {"Is er vertrouwen?", "vertrouwen neutraal vraag"},
      {"Er is vertrouwen, toch?", "vertrouwen succes"},
      {"Misschien is er vertrouwen.", "vertrouwen succes twijfel"},
  });
}

TEST(Tag, LeavesAnInterviewerNeutral) {
  expect_codings({
      {"I: Er was geen vertrouwen.\nR: Nee, geen vertrouwen.",
       "vertrouwen neutraal; vertrouwen faal"},
      {"I: Was er vertrouwen?", "vertrouwen neutraal vraag"},
  });
}

TEST(Tag, CodesHeadingsOnlyWhereTheyClaim) {
  expect_codings({{"# Subsidie", ""}, {"# Geen vertrouwen", "vertrouwen faal"}});
}

TEST(Tag, KeepsOppositeValencesApartAndOthersTogether) {
  expect_codings({
      {"Er was vertrouwen, maar ook wantrouwen.", "vertrouwen succes; vertrouwen faal"},
      {"De subsidie helpt, want geld is geld.", "geld succes"},
      {"Vertrouwen en nog eens vertrouwen.", "vertrouwen succes"},
  });
}

TEST(Tag, KeepsWhatDecidedAndWhatLostAsEvidence) {
  const std::string text = "Ja. Er was geen enkel vertrouwen meer.";
  const auto codings = codings_of(text);
  ASSERT_EQ(codings.size(), 1U);
  EXPECT_EQ(codings[0].valence, Valence::failure);
  EXPECT_EQ(codings[0].coder, "lexicon klein@1");
  EXPECT_EQ(slice(text, codings[0].span), "Er was geen enkel vertrouwen meer.");
  using Kind = Evidence::Kind;
  ASSERT_EQ(codings[0].evidence.size(), 2U);
  EXPECT_EQ(codings[0].evidence[0],
            (Evidence{Kind::pattern, "geen [2] vertrouwen meer", "relatie.toml:9", {11, 37}}));
  EXPECT_EQ(codings[0].evidence[1],
            (Evidence{Kind::outranked, "vertrouwen", "relatie.toml:8", {22, 32}}));
}

TEST(Tag, NamesTheCueWithItsWords) {
  const std::string text = "Wij belden, en er was geen overleg.";
  const auto codings = codings_of(text);
  ASSERT_EQ(codings.size(), 1U);
  ASSERT_EQ(codings[0].evidence.size(), 2U);
  EXPECT_EQ(codings[0].evidence[1].rule, "ontkenning: \"geen\"");
  EXPECT_EQ(codings[0].evidence[1].source, "context.toml:5");
  EXPECT_EQ(slice(text, codings[0].evidence[1].match), "geen");
}

TEST(Tag, ShowsAVerbFoundApartWithBothItsHalves) {
  const std::string text = "Wij werkten goed samen.";
  const auto codings = codings_of(text);
  ASSERT_EQ(codings.size(), 1U);
  ASSERT_EQ(codings[0].evidence.size(), 1U);
  EXPECT_EQ(slice(text, codings[0].evidence[0].match), "werkten goed samen");
}

TEST(Tag, TurnsAMatchByACueInItsGap) {
  const auto codings = codings_of("Wij konden het vertrouwen niet meer winnen.");
  ASSERT_EQ(codings.size(), 1U);
  EXPECT_EQ(codings[0].valence, Valence::failure);
  EXPECT_EQ(codings[0].evidence[0].rule, "vertrouwen [3] winnen");
}

TEST(Tag, LeavesFalseFriendsAlone) {
  expect_codings({
      {"Er was ruimte.", "ruimte succes"},
      {"Wij wilden een ruimte huren.", ""},
      {"De ruimte die we huurden was koud.", ""},
      {"Er is ruimte van dertig vierkante meter.", ""},
      {"Te klein, die ruimte, om te verhuren.", ""},  // within the gap
      {"De gehuurde school gaf ruimte.", "ruimte succes"},
      {"Wij kregen ruimte.", "ruimte succes"},
      {"De ruimte was er, maar we konden geen ruimte huren.", "ruimte succes"},
      {"De vrijheid van de drukpers telt.", ""},
      {"Er was vrijheid, geen vrijheid van drukpers.", "ruimte succes"},
      {"Wij hebben ruimte, want de hele grote ruimte huren kan.", "ruimte succes"},
  });
}

TEST(Tag, CountsAWeakPatternOnlyWithSupport) {
  expect_codings({
      {"Er was een regel.", ""},
      {"Er was geen regel.", ""},  // a plain negation judges nothing
      {"Er was gebrek aan regels.", "regels faal"},
      {"Regels zijn nodig.", "regels succes wens"},
      {"De regels belemmeren ons.", "regels faal"},
      {"De wet kent een regel.", "regels neutraal"},
      {"Er was een regel. Dat kwam door de wet.", "regels neutraal; regels neutraal"},
      {"De wet was er. Het regende. Er was een regel.", "regels neutraal; regels neutraal"},
      {"Er was een regel.\nDe wet was er.", "regels neutraal"},
      {"I: Welke regel?\nR: Een regel.", ""},
      {"Er was vertrouwen, en een regel.", "vertrouwen succes"},
  });
}

TEST(Tag, LetsTheStrongerPatternWinWhateverItsLength) {
  expect_codings({
      {"Een regel in hout.", "regels neutraal"},
      {"Een houten kei.", "regels faal"},
  });
}

TEST(Tag, ShowsThatAWeakerPatternLost) {
  const auto codings = codings_of("Een regel in hout.");
  ASSERT_EQ(codings.size(), 1U);
  const auto& evidence = codings[0].evidence;
  ASSERT_EQ(evidence.size(), 3U);
  EXPECT_EQ(evidence[0].rule, "regel");
  EXPECT_EQ(evidence[1].rule, "in hout");
  EXPECT_EQ(evidence[2].rule, "regel in hout");
  EXPECT_EQ(evidence[2].kind, Evidence::Kind::outranked);
}

TEST(Tag, KeepsStrengthAndSupportAsEvidence) {
  const std::string text = "Er was een regel. Dat kwam door de wet.";
  const auto codings = codings_of(text);
  ASSERT_EQ(codings.size(), 2U);
  ASSERT_EQ(codings[0].evidence.size(), 2U);
  EXPECT_EQ(codings[0].evidence[0].rule, "regel");
  EXPECT_TRUE(codings[0].evidence[0].source.ends_with(", zwak")) << codings[0].evidence[0].source;
  EXPECT_EQ(codings[0].evidence[1].rule, "wet");
  EXPECT_EQ(slice(text, codings[0].evidence[1].match), "wet");
}

TEST(Tag, AsksWhatAWordIsInItsSentence) {
  expect_codings({
      {"Het werk was mooi.", "werk succes"},
      {"De werken van de schilder hingen er.", "werk succes"},
      {"Wij werken daar graag.", ""},
      {"Ik werk daar graag.", ""},
      {"Wij regelen dat.", "werk faal"},
      {"Zij knapten het huis op.", "werk succes"},
  });
}

TEST(Tag, JoinsHalvesInASentence) {
  expect_codings({
      {"Samen deden wij, na jaren van stilte en een lange winter, alles voor het dorp.",
       "dorp succes"},
      {"Samen deden wij alles. Het was voor het dorp.", ""},
  });
}

TEST(Tag, JoinsHalvesInAPassage) {
  expect_codings({
      {"Er was een plein.", "dorp neutraal"},
      {"Er was een plein met de boom.", "dorp succes"},
      {"Bij de boom was een plein.", "dorp succes"},
      {"Er was een plein. Daar stond in mei de boom.", "dorp succes"},
      {"Daar stond de boom. Het was koud. Er was een plein.", "dorp succes"},
      {"Daar stond de boom.\nEr was een plein.", "dorp neutraal"},
      {"Er was geen plein. Wel was er de boom.", "dorp faal"},
  });
}

TEST(Tag, KeepsBothHalvesAsEvidence) {
  const std::string text = "De boom was oud. Er was een plein. Later viel de boom om.";
  const auto codings = codings_of(text);
  ASSERT_EQ(codings.size(), 1U);
  EXPECT_EQ(slice(text, codings[0].span), "Er was een plein.");
  const auto& evidence = codings[0].evidence;
  ASSERT_EQ(evidence.size(), 3U);
  EXPECT_EQ(evidence[0].rule, "plein ~beurt (de boom|de bank)");
  EXPECT_EQ(slice(text, evidence[0].match), "plein");
  EXPECT_EQ(evidence[1].rule, "plein");
  EXPECT_EQ(evidence[1].kind, Evidence::Kind::outranked);
  EXPECT_EQ(evidence[2].rule, evidence[0].rule);
  EXPECT_EQ(slice(text, evidence[2].match), "De boom");
}

TEST(Tag, LeavesCuesOutOfPlayThatTheFactorTurnedOff) {
  expect_codings({
      {"Er was geen plezier en geen vertrouwen.", "vertrouwen faal; zin succes"},
      {"Plezier is nodig.", "zin succes"},
      {"Er was gebrek aan plezier.", "zin faal"},
      {"Als er plezier is, komt de rest.", "zin succes voorwaarde"},
  });
}

TEST(Tag, BoundsTheEvidenceOfASentenceWithoutEnd) {
  std::string text;
  for (int i = 0; i < 20'000; ++i)
    text += "vertrouwen niet geen overleg ruimte huren plein de boom regel dorp samen ";
  const auto codings = codings_of(text);
  ASSERT_FALSE(codings.empty());
  for (const Coding& coding : codings) EXPECT_LE(coding.evidence.size(), 16U);
}

TEST(Tag, FindsNothingWithAnEmptyLexicon) {
  EXPECT_TRUE(codings_of("Er was vertrouwen.", Lexicon{}).empty());
}

}  // namespace
}  // namespace pipeline

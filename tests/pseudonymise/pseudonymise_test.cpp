#include "pipeline/pseudonymise/pseudonymise.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/pseudonymise/example_names.h"

namespace pipeline {
namespace {

const Pseudonymiser& example() {
  static const Pseudonymiser pseudonymise(example_names(), word_table());
  return pseudonymise;
}

struct Case {
  const char *text, *expected;
};

void expect_all(std::initializer_list<Case> cases) {
  for (const auto& [text, expected] : cases) EXPECT_EQ(example().value(text), expected) << text;
}

TEST(Pseudonymiser, ReplacesNamesInEveryInflection) {
  expect_all({
      {"Ik sprak Jan Snijders gisteren.", "Ik sprak [PERSOON-1] gisteren."},
      {"Jan Snijders' plan, Jan's plan en Jans plan",
       "[PERSOON-1] plan, [PERSOON-1] plan en [PERSOON-1] plan"},
      {"Jan’s plan", "[PERSOON-1] plan"},
      {"De Jan Snijdersen van deze wereld", "De [PERSOON-1] van deze wereld"},
      {"de Snijders-methode", "de [PERSOON]-methode"},
      {"JAN SNIJDERS en jan snijders", "[PERSOON-1] en [PERSOON-1]"},
      {"Rene Snijders, RENÉ SNIJDERS, Rene\u0301 Snijders",
       "[PERSOON-4], [PERSOON-4], [PERSOON-4]"},
      {"Anne Marie Ozturk en Anne-Marie", "[INTERVIEWER-1] en [INTERVIEWER-1]"},
      {"Het Kadewijkse model, een Kadewijker, Kadewijks trots",
       "Het [PLAATS-1] model, een [PLAATS-1], [PLAATS-1] trots"},
      {"in Den Hoorn en Hoornse boeren", "in [PLAATS-2] en [PLAATS-2] boeren"},
  });
}

TEST(Pseudonymiser, KnowsPeopleByTheirSurname) {
  expect_all({
      {"Mevrouw De Boer belde.", "Mevrouw [RESPONDENT-03] belde."},
      {"mevrouw de boer belde", "mevrouw [RESPONDENT-03] belde"},
      {"de heer J. Snijders en dhr. J.A. Snijders", "de heer [PERSOON-1] en dhr. [PERSOON-1]"},
      {"R. Snijders kwam, J.Snijders niet", "[PERSOON-4] kwam, [PERSOON-1] niet"},
      {"Snijders, J.A. was er niet", "[PERSOON-1] was er niet"},
      {"Berg, K. van den, en Boer, E. de", "[PERSOON-3], en [RESPONDENT-03]"},
      {"Van den Berg, v.d. Berg, vd Berg, v/d Berg",
       "[PERSOON-3], [PERSOON-3], [PERSOON-3], [PERSOON-3]"},
      {"Kees van den Berg en Kees Terpstra", "[PERSOON-3] en [PERSOON-3]"},
      {"meneer El Idrissi, Idrissi's voorstel", "meneer [PERSOON-2], [PERSOON-2] voorstel"},
      {"@JanSnijders", "@[PERSOON-1]"},
  });
}

TEST(Pseudonymiser, BelievesARowBeforeTheInflectionOfAnother) {
  const Pseudonymiser pseudonymise({name_row("Kadewijk", NameKind::place, "[PLAATS-1]"),
                                    name_row("Kadewijkse", NameKind::other, "[NAAM-1]")},
                                   word_table());
  EXPECT_EQ(pseudonymise.value("Kadewijkse en Kadewijks"), "[NAAM-1] en [PLAATS-1]");
}

TEST(Pseudonymiser, GivesASurnameOfSeveralToNobody) {
  expect_all({{"Snijders was het er niet mee eens.", "[PERSOON] was het er niet mee eens."},
              {"K. Snijders was er", "[PERSOON] was er"}});
}

TEST(Pseudonymiser, LeavesOrdinaryWordsAlone) {
  for (const char* text :
       {"de boer belde", "De boer belde", "in het bos", "een berg werk",
        "Wij willen zorg voor elkaar.", "Zorg voor elkaar is belangrijk.", "Januari", "De jansalie",
        "Kadewijkerbroek", "Wat zei hij. Den haag was groen", "de vrijan"})
    EXPECT_EQ(example().value(text), text);
  expect_all({{"Zorg voor Elkaar is groot", "[ORGANISATIE-2] is groot"},
              {"Bos zei het", "Willems zei het"}});
}

TEST(Pseudonymiser, KnowsOrganisationsWithoutTheirLegalForm) {
  expect_all({{"Mergelland Zorg deed mee", "[ORGANISATIE-1] deed mee"},
              {"Stichting Mergelland Zorg BV deed mee", "[ORGANISATIE-1] BV deed mee"},
              {"Stichting Mergelland Zorg B.V.", "[ORGANISATIE-1]."}});
}

TEST(Pseudonymiser, FollowsNamesAcrossLineEndsButNotAcrossParagraphs) {
  expect_all(
      {{"sprak Jan\nSnijders gisteren", "sprak [PERSOON-1] gisteren"},
       {"sprak Elbrich de\n  Boer-", "sprak [RESPONDENT-03]-"},
       {"sprak Elb\u00adrich de Bo-\ner", "sprak [RESPONDENT-03]"},
       {"de Kadewijk-\nmethode", "de [PLAATS-1]-\nmethode"},
       {"volgens Elbrich\n\nde Boer", "volgens Elbrich\n\n[RESPONDENT-03]"},
       {"Vraag het Anne-Marie\nSnijders: Nee.", "Vraag het [INTERVIEWER-1]\n[PERSOON]: Nee."}});
}

TEST(Pseudonymiser, ReplacesNumbersAndAddressesWithoutAList) {
  expect_all(
      {{"Mail jan.snijders@zorg.nl of bel 06-12345678.", "Mail [E-MAIL] of bel [TELEFOON]."},
       {"BSN 123456782, NL91 ABNA 0417 1643 00, 1234 AB 12", "BSN [BSN], [IBAN], [POSTCODE]"}});
  const Pseudonymiser without(example_names(), word_table(), {false});
  EXPECT_EQ(without.value("bel 06-12345678, Jan"), "bel 06-12345678, [PERSOON-1]");
}

TEST(Pseudonymiser, LeavesTagsAsTheyAre) {
  expect_all({{"[JAN-1] en [PERSOON-1] en [BOS-2]", "[JAN-1] en [PERSOON-1] en [BOS-2]"}});
}

TEST(Pseudonymiser, KeepsATextWithoutNamesByteForByte) {
  const std::string text = "Wij wilden\r samen\u00ad werken…\n\n  “Zo” gezegd.\n";
  const AlignedText result = example().text(text);
  EXPECT_EQ(result.text, text);
  EXPECT_TRUE(result.map.is_identity());
}

TEST(Pseudonymiser, MovesCaptionsPartsAndPages) {
  Document document;
  document.source = "Jan\nSnijders belde.\nGoed, Kadewijk.";
  document.captions = {{{0, 3}, "Elbrich de Boer", 0, 1000},
                       {{4, 19}, "Jan", 1000, 2000},
                       {{20, 35}, std::nullopt, {}, {}}};
  document.parts = {{{20, 35}, PartKind::note}};
  document.pages = {{0, 1}, {20, 2}};
  document.attributes = {{"titel", "Gesprek met Jan"}, {"auteur", "E. de Boer"}};
  document.warnings = {"er staat 'Jan' in"};
  const Document result = example()(document);
  EXPECT_EQ(result.source, "[PERSOON-1]\n[PERSOON-1] belde.\nGoed, [PLAATS-1].");
  const auto words = [&](Span span) { return std::string(slice(result.source, span)); };
  EXPECT_EQ(words(result.captions[0].span), "[PERSOON-1]");
  EXPECT_EQ(words(result.captions[1].span), "[PERSOON-1] belde.");
  EXPECT_EQ(words(result.captions[2].span), "Goed, [PLAATS-1].");
  EXPECT_EQ(result.captions[0].speaker, "RESPONDENT-03");
  EXPECT_EQ(result.captions[1].speaker, "PERSOON-1");
  EXPECT_EQ(words(result.parts[0].span), "Goed, [PLAATS-1].");
  EXPECT_EQ(result.pages[1].begin, result.captions[2].span.begin);
  EXPECT_EQ(result.attributes.at("titel"), "Gesprek met [PERSOON-1]");
  EXPECT_EQ(result.attributes.at("auteur"), "[RESPONDENT-03]");
  EXPECT_EQ(result.warnings[0], "er staat '[PERSOON-1]' in");
}

TEST(Pseudonymiser, RenamesDocuments) {
  const std::pair<const char*, const char*> cases[] = {
      {"kadewijk/interview-jan-snijders.docx", "PLAATS-1/interview-PERSOON-1.docx"},
      {"InterviewJanSnijders2.docx", "InterviewPERSOON-12.docx"},
      {"Gesprek_E_de_Boer_2026.txt", "Gesprek_RESPONDENT-03_2026.txt"},
      {"verslag.docx", "verslag.docx"}};
  for (const auto& [path, expected] : cases) EXPECT_EQ(example().path(path), expected);
}

TEST(Pseudonymiser, TellsWhichFirstNamesStandAlone) {
  const auto warnings = [](const char* text) {
    Document document;
    document.source = text;
    return example()(document).warnings;
  };
  EXPECT_THAT(warnings("Toen zei Fatima dat Kees kon komen."),
              testing::ElementsAre(testing::HasSubstr("(regel 2 van de lijst)")));
  EXPECT_THAT(warnings("Toen zei Fatima el Idrissi niets tegen Jan."), testing::IsEmpty());
}

}  // namespace
}  // namespace pipeline

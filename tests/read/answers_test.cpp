#include "pipeline/read/answers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/read/columns.h"

namespace pipeline {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<Sheet> sheets_of(const std::string& csv) {
  return read_csv_sheet(csv, "enquete.csv", {}).value();
}

constexpr const char* survey =
    "Respondentnr;Rol;Datum;Wat ging er goed?;Wat kon er beter?;E-mail\n"
    "17;bestuurder;12-3-2026;Ze belden altijd dezelfde dag terug.;-;a@voorbeeld.nl\n"
    "18;bewoner;13-3-2026;De afspraken werden door iedereen nagekomen.;Er was geen gedeelde visie "
    "op zorg.;b@voorbeeld.nl\n"
    "19;bewoner;14-3-2026;;;c@voorbeeld.nl\n"
    "20;bewoner;onbekend;Iedereen wist wat er van hem werd verwacht.;Niemand voelde zich eigenaar "
    "van "
    "het plan.;d@voorbeeld.nl\n";

// "rij-0002: tekst" a document; refusals as "rij-0002! waarom".
std::vector<std::string> shown(const Answers& answers) {
  std::vector<std::string> all;
  for (const Answer& answer : answers.documents)
    all.push_back(answer.refusal.empty() ? answer.name + ": " + answer.document.source
                                         : answer.name + "! " + answer.refusal);
  return all;
}
Answers read(const std::string& csv, const std::string& profile) {
  const auto parsed = parse_profile(profile, "enquete.kolommen.toml");
  if (!parsed) throw std::runtime_error(to_string(parsed.error().front()));
  auto answers = answers_of(sheets_of(csv), *parsed);
  if (!answers) throw std::runtime_error(to_string(answers.error().front()));
  return std::move(*answers);
}
std::vector<std::string> mistakes(const std::string& profile, const std::string& csv = survey) {
  std::vector<std::string> all;
  const auto parsed = parse_profile(profile, "p.toml");
  const auto answers =
      parsed ? answers_of(sheets_of(csv), *parsed) : tl::unexpected(parsed.error());
  if (!answers)
    for (const Error& error : answers.error()) all.push_back(to_string(error));
  return all;
}

TEST(Columns, GuessWhatIsTextAttributeAndId) {
  const Profile profile = guess_profile(sheets_of(survey));
  ASSERT_EQ(profile.sheets.size(), 1U);
  const SheetProfile& sheet = profile.sheets.front();
  EXPECT_EQ(sheet.unit, DocumentUnit::answer);
  EXPECT_EQ(sheet.id, "Respondentnr");
  EXPECT_EQ(sheet.header_row, 1U);
  std::string kinds;
  for (const ProfileColumn& column : sheet.columns)
    kinds += "tkn"[static_cast<std::size_t>(column.kind)];
  EXPECT_EQ(kinds, "kkkttn");
  EXPECT_EQ(sheet.columns[3].name, "wat-ging-er-goed");
  EXPECT_EQ(sheet.columns[1].name, "");
}

TEST(Columns, TakeFixedAnswersOfSeveralWordsForAttributes) {
  std::string csv = "id;stelling\n";
  for (int i = 0; i < 12; ++i)
    csv += std::to_string(i) + (i % 2 == 0 ? ";noch mee eens noch mee oneens\n"
                                           : ";helemaal niet mee eens met de stelling\n");
  const SheetProfile sheet = guess_profile(sheets_of(csv)).sheets.front();
  EXPECT_EQ(sheet.columns[1].kind, ColumnKind::attribute);
  EXPECT_EQ(sheet.unit, DocumentUnit::none);
}

TEST(Columns, IgnoreWhatIsDifferentInEachRow) {
  std::string csv = "naam;antwoord\n";
  for (int i = 0; i < 12; ++i)
    csv += "Persoon " + std::to_string(i) + ";Dit is het lange antwoord nummer " +
           std::to_string(i) + ".\n";
  const SheetProfile sheet = guess_profile(sheets_of(csv)).sheets.front();
  EXPECT_EQ(sheet.columns[0].kind, ColumnKind::ignored);
  EXPECT_EQ(sheet.columns[1].kind, ColumnKind::text);
  EXPECT_EQ(sheet.unit, DocumentUnit::row);
}

TEST(Columns, FindTheHeaderBelowATitleAndGiveEachColumnAName) {
  const Header titled = header_of(sheets_of("Enquête De Kade\n\nRol;Zin;Rol\nx;y;z\n").front(), {});
  EXPECT_EQ(titled.row, 3U);
  EXPECT_THAT(titled.names, ElementsAre("Rol", "Zin", "Rol (2)"));
  EXPECT_EQ(titled.warnings.size(), 1U);

  const Header bare =
      header_of(sheets_of("12-3-2026;Ze belden terug.\n13-3-2026;Nooit.\n").front(), {});
  EXPECT_EQ(bare.row, 0U);
  EXPECT_EQ(bare.first_row, 0U);
  EXPECT_THAT(bare.names, ElementsAre("kolom 1", "kolom 2"));
  EXPECT_THAT(bare.warnings, ElementsAre(HasSubstr("lijken geen namen te staan")));

  const Header gap = header_of(sheets_of("Rol;;Zin\nx;y;z\n").front(), {});
  EXPECT_THAT(gap.names, ElementsAre("Rol", "kolom 2", "Zin"));
  EXPECT_THAT(gap.warnings, ElementsAre(HasSubstr("boven kolom 2 staat geen naam")));
}

TEST(Columns, MakeShortNamesOutOfQuestions) {
  EXPECT_EQ(slug("In welke gemeente woont u?"), "in-welke-gemeente-woont-u");
  EXPECT_EQ(slug("Wat zou u aan de samenwerking met de gemeente willen veranderen?"),
            "wat-zou-u-aan-de-samenwerking-met-de");
  EXPECT_EQ(slug("Coöperatie"), "coöperatie");
  EXPECT_EQ(slug("?!"), "kolom");
}

TEST(Profile, IsReadAsItWasWritten) {
  Profile profile = guess_profile(sheets_of(survey));
  profile.sheets.front().columns[1].header = "Rol \"nu\" \\ of straks";
  const std::string toml = write_profile(profile, "enquete.csv");
  const auto again = parse_profile(toml, "p.toml");
  ASSERT_TRUE(again) << to_string(again.error().front());
  EXPECT_EQ(
      write_profile(*again, "enquete.csv").size() +
          [&] {
            std::size_t remarks = 0;
            for (const ProfileColumn& c : profile.sheets.front().columns)
              remarks += c.about.empty() ? 0 : c.about.size() + 4;
            return remarks;
          }(),
      toml.size());
  EXPECT_EQ(again->sheets.front().columns[1].header, "Rol \"nu\" \\ of straks");
  EXPECT_EQ(again->sheets.front().id, "Respondentnr");
}

TEST(Answers, AreADocumentEach) {
  const auto answers = answers_of(sheets_of(survey), guess_profile(sheets_of(survey)));
  ASSERT_TRUE(answers);
  EXPECT_THAT(shown(*answers),
              ElementsAre("17/wat-ging-er-goed: Ze belden altijd dezelfde dag terug.",
                          "18/wat-ging-er-goed: De afspraken werden door iedereen nagekomen.",
                          "18/wat-kon-er-beter: Er was geen gedeelde visie op zorg.",
                          "20/wat-ging-er-goed: Iedereen wist wat er van hem werd verwacht.",
                          "20/wat-kon-er-beter: Niemand voelde zich eigenaar van het plan."));
  EXPECT_EQ(answers->documents[2].document.attributes, (Attributes{{"respondentnr", "18"},
                                                                   {"rol", "bewoner"},
                                                                   {"datum", "2026-03-13"},
                                                                   {"vraag", "wat-kon-er-beter"}}));
  EXPECT_FALSE(answers->documents[4].document.attributes.contains("datum"));
  EXPECT_THAT(answers->warnings,
              ElementsAre("3 lege antwoorden overgeslagen",
                          HasSubstr("1 waarde in de kolom 'datum' is geen datum")));
}

TEST(Answers, OfARowAreItsParagraphs) {
  const Answers answers = read("a;b\n\"Een regel\nen nog een.\n\nEen alinea.\";Twee.\n;\n-;Drie.\n",
                               "[[blad]]\n[blad.kolommen]\na = \"tekst\"\nb = \"tekst\"\n");
  EXPECT_THAT(
      shown(answers),
      ElementsAre("rij-0002: Een regel\nen nog een.\n\nEen alinea.\n\nTwee.", "rij-0004: Drie."));
  EXPECT_THAT(answers.warnings, ElementsAre());
}

TEST(Answers, BeginWithNoMarkOfTheOrderOfBytes) {
  const Answers answers =
      read("id;a\n1;\uFEFFEen antwoord.\n2;\uFEFF\n3;Twee.\n",
           "[[blad]]\nid = \"id\"\n[blad.kolommen]\nid = \"negeren\"\na = \"tekst\"\n");
  EXPECT_THAT(shown(answers), ElementsAre("1: Een antwoord.", "3: Twee."));
}

TEST(Answers, NameRowsThatCannotBeTold) {
  const Answers answers = read("id;zin\nA/1;Een zin.\nA/1;Nog een.\n;Zonder.\nB;te;veel\n",
                               "[[blad]]\nid = \"id\"\n[blad.kolommen]\nid = \"negeren\"\nzin = "
                               "\"tekst\"\n");
  EXPECT_THAT(
      shown(answers),
      ElementsAre("A-1: Een zin.",
                  "rij-0003! de id \u201CA-1\u201D staat ook in rij 2; geef elke rij een eigen id",
                  "rij-0004: Zonder.",
                  "rij-0005! deze rij heeft 3 cellen en de kop 2; zet een cel met het "
                  "scheidingsteken erin tussen aanhalingstekens"));
}

TEST(Profile, NamesEachMistakeWithItsLine) {
  struct Row {
    const char* profile;
    std::vector<std::string> said;
  };
  const std::vector<Row> rows{
      {"[[blad]\n", {"p.toml:1: geen geldige TOML"}},
      {"naam = \"x\"\n",
       {"p.toml:1: de naam 'naam' is hier onbekend", "p.toml:1: hier staat geen blad"}},
      {"[[blad]]\ndocument = \"kolom\"\n[blad.kolommen]\nRol = \"tekst\"\n",
       {"p.toml:2: 'kolom' is hier geen keuze; schrijf rij, antwoord, geen"}},
      {"[[blad]]\nkop = -1\n[blad.kolommen]\nRol = \"tekst\"\n", {"p.toml:2: kop: schrijf"}},
      {"[[blad]]\nid = 3\n[blad.kolommen]\nRol = \"tekst\"\n",
       {"p.toml:2: id: schrijf de waarde tussen aanhalingstekens"}},
      {"[[blad]]\n[blad.kolommen]\nRol = \"kenmerken\"\n",
       {"p.toml:3: 'kenmerken' is hier geen keuze; schrijf tekst, kenmerk, negeren",
        "p.toml:1: geen kolom van dit blad is tekst"}},
      {"[[blad]]\n[blad.kolommen]\nRol = \"tekst\"\nRoll = \"kenmerk\"\n",
       {"p.toml:4: de kolom 'Roll' staat niet in het blad; bedoelt u 'Rol'?"}},
      {"[[blad]]\nid = \"nummer\"\n[blad.kolommen]\nRol = \"tekst\"\n",
       {"p.toml:2: de kolom 'nummer' staat niet in het blad"}},
      {"[[blad]]\nnaam = \"a\"\n[blad.kolommen]\nRol = \"tekst\"\n[[blad]]\nnaam = "
       "\"a\"\n[blad.kolommen]\nRol = \"tekst\"\n",
       {"p.toml:5: het blad \u201Ca\u201D staat er tweemaal"}},
      {"[[blad]]\nnaam = \"a\"\n[blad.kolommen]\nRol = \"tekst\"\n[[blad]]\nnaam = "
       "\"b\"\n[blad.kolommen]\nRol = \"tekst\"\n",
       {"p.toml:1: het blad 'a' staat niet in het rekenblad",
        "p.toml:5: het blad 'b' staat niet in het rekenblad"}},
      {"[[blad]]\nkop = 9\n[blad.kolommen]\nRol = \"tekst\"\n", {"p.toml:1: rij 9 is leeg"}},
      {"[[blad]]\ndocument = \"antwoord\"\n[blad.kolommen]\nRol = \"tekst\"\nDatum = { soort = "
       "\"kenmerk\", naam = \"vraag\" }\n",
       {"p.toml:5: het kenmerk 'vraag' is er al"}}};
  for (const Row& row : rows) {
    const auto said = mistakes(row.profile);
    ASSERT_EQ(said.size(), row.said.size()) << row.profile << testing::PrintToString(said);
    for (std::size_t i = 0; i < said.size(); ++i)
      EXPECT_TRUE(said[i].starts_with(row.said[i])) << said[i];
  }
}

TEST(Profile, OfAColumnThatIsNewIsNotReadAndTold) {
  const Answers answers =
      read("zin;nieuw\nEen zin.;x\n", "[[blad]]\n[blad.kolommen]\nzin = \"tekst\"\n");
  EXPECT_THAT(answers.warnings, ElementsAre("de kolom \u201Cnieuw\u201D staat niet in "
                                            "enquete.kolommen.toml en wordt niet gelezen"));
}

}  // namespace
}  // namespace pipeline

// Sheets as sources of documents: what a first run, a second one and one after a change do.
#include "tests/support/sheets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/program/example.h"
#include "tests/program/json.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr const char* survey =
    "id;rol;Wat ging er goed?;Wat kon er beter?\n"
    "1;bewoner;Er was vertrouwen tussen alle partijen.;Er was geen gedeelde visie op zorg.\n"
    "2;wethouder;Het overleg was elke week weer goed.;\n"
    "3;bewoner;\"Ze zeiden \"\"overleg\"\",\nen daar bleef het bij.\";Later kwam er wantrouwen in "
    "het "
    "dorp.\n";

constexpr const char* profile =
    "[[blad]]\ndocument = \"rij\"\nid = \"id\"\n[blad.kolommen]\nid = \"negeren\"\nrol = "
    "\"kenmerk\"\n\"Wat ging er goed?\" = \"tekst\"\n\"Wat kon er beter?\" = \"tekst\"\n";

class Sheets : public testing::Test {
 protected:
  void SetUp() override { study_.create(); }
  nlohmann::json ingest(const Arguments& more = {}) const {
    Arguments arguments{"ingest", study_.text("sheets"), "--format", "json"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return json_of(study_.run(arguments));
  }
  // "kind path" of each outcome.
  static std::vector<std::string> kinds(const nlohmann::json& run) {
    std::vector<std::string> all;
    for (const auto& outcome : run["outcomes"])
      all.push_back(outcome["kind"].get<std::string>() + " " + outcome["path"].get<std::string>());
    return all;
  }
  std::string replaced(std::string text, const std::string& from, const std::string& to) const {
    return text.replace(text.find(from), from.size(), to);
  }
  ExampleStudy study_;
};

TEST_F(Sheets, AreNotTheTablesOfWhisper) {
  study_.write("sheets/gesprek.tsv", "start\tend\ttext\n0\t900\tEr was vertrouwen.\n");
  EXPECT_EQ(ingest()["added"], 1);
  EXPECT_EQ(ingest()["unchanged"], 1);
  const Ran ran = samenspel({"read", study_.text("sheets/gesprek.tsv")});
  EXPECT_EQ(ran.out, "Er was vertrouwen.\n") << ran;
  EXPECT_EQ(json_of(samenspel({"read", "--format", "json",
                               study_.text("sheets/gesprek.tsv")}))["turns"][0]["end"],
            0.9);
}

TEST_F(Sheets, GiveADocumentAnAnswerByAGuessThatIsKept) {
  study_.write("sheets/oost/enquete.csv", survey);
  const auto first = ingest();
  EXPECT_THAT(kinds(first), ElementsAre("warning oost/enquete.csv", "warning oost/enquete.csv",
                                        "added oost/enquete.csv/1/wat-ging-er-goed",
                                        "added oost/enquete.csv/1/wat-kon-er-beter",
                                        "added oost/enquete.csv/2/wat-ging-er-goed",
                                        "added oost/enquete.csv/3/wat-ging-er-goed",
                                        "added oost/enquete.csv/3/wat-kon-er-beter"));
  const std::string kept = study_.text("study/kolommen/oost/enquete.kolommen.toml");
  EXPECT_THAT(first["outcomes"][0]["message"].get<std::string>(),
              HasSubstr("Nakijken en wijzigen: " + kept));
  EXPECT_EQ(first["outcomes"][1]["message"], "1 leeg antwoord overgeslagen");
  EXPECT_THAT(bytes_of(kept), HasSubstr("\"Wat ging er goed?\" = { soort = \"tekst\""));
  EXPECT_EQ(first["codings"]["faal"], 2);
  EXPECT_THAT(study_.run({"search", "vraag:wat-kon-er-beter rol:bewoner wantrouwen"}).out,
              HasSubstr("1. oost/enquete.csv/3/wat-kon-er-beter"));

  const auto second = ingest();
  EXPECT_EQ(second["unchanged"], 5);
  EXPECT_EQ(second["missing"], 0);
  EXPECT_EQ(second["outcomes"].size(), 0U);
  EXPECT_EQ(study_.run({"check"}).status, 0);
}

TEST_F(Sheets, FollowTheirRowsFromRunToRun) {
  study_.write("sheets/enquete.kolommen.toml", profile);
  study_.write("sheets/enquete.csv", survey);
  EXPECT_THAT(kinds(ingest()),
              ElementsAre("added enquete.csv/1", "added enquete.csv/2", "added enquete.csv/3"));
  // One changed, one gone, one new, in another order.
  study_.write("sheets/enquete.csv",
               "id;rol;Wat ging er goed?;Wat kon er beter?\n"
               "4;bewoner;Alles.;Niets.\n"
               "2;wethouder;Het overleg was elke week weer goed.;Meer vertrouwen.\n"
               "1;bewoner;Er was vertrouwen tussen alle partijen.;Er was geen gedeelde visie op "
               "zorg.\n");
  const auto json = ingest();
  EXPECT_THAT(kinds(json), ElementsAre("changed enquete.csv/2", "added enquete.csv/4"));
  EXPECT_EQ(json["unchanged"], 1);
  EXPECT_EQ(json["missing"], 1);
  const auto again = ingest();
  EXPECT_EQ(again["unchanged"], 3);
  EXPECT_EQ(again["missing"], 1);
  EXPECT_TRUE(again["outcomes"].empty());
  EXPECT_EQ(study_.run({"check"}).status, 0);
}

TEST_F(Sheets, AreReadAgainWhenTheirProfileOrTheLexiconChanges) {
  study_.write("sheets/enquete.kolommen.toml", profile);
  study_.write("sheets/enquete.csv", survey);
  ingest();
  study_.write("sheets/enquete.kolommen.toml",
               replaced(profile, "rol = \"kenmerk\"", "rol = \"negeren\""));
  EXPECT_EQ(ingest()["changed"], 3);
  EXPECT_EQ(ingest()["unchanged"], 3);
  study_.write("study/lexicon/visie.toml",
               replaced(example::lexicon_vision, "gedeelde visie']", "visie']"));
  EXPECT_EQ(ingest()["changed"], 3);
  EXPECT_EQ(ingest()["unchanged"], 3);
}

TEST_F(Sheets, WithABadProfileAreRefusedAndWhatIsStoredStays) {
  study_.write("sheets/enquete.kolommen.toml", profile);
  study_.write("sheets/enquete.csv", survey);
  ingest();
  study_.write("sheets/enquete.kolommen.toml", replaced(profile, "rol =", "roll ="));
  const Ran ran = study_.run({"ingest", study_.text("sheets")});
  EXPECT_EQ(ran.status, 2) << ran;
  EXPECT_THAT(ran.out, HasSubstr("enquete.csv: " + study_.text("sheets/enquete.kolommen.toml") +
                                 ":6: de kolom 'roll' staat niet in het blad; bedoelt u 'rol'?"));
  EXPECT_THAT(ran.out, Not(HasSubstr("niet gevonden")));
  EXPECT_THAT(study_.run({"documents"}).out, HasSubstr("enquete.csv/3"));
  study_.write("sheets/enquete.kolommen.toml", profile);
  EXPECT_EQ(ingest()["unchanged"], 3);
}

TEST_F(Sheets, TakeTheirAttributesFromCasesToo) {
  study_.write("sheets/enquete.kolommen.toml", profile);
  study_.write("sheets/enquete.csv", survey);
  study_.write("sheets/cases.csv", "bestand;case\nenquete.csv;kadewijk\nenquete.csv/2;terpwier\n");
  EXPECT_EQ(ingest()["outcomes"].size(), 3U);
  EXPECT_THAT(study_.run({"search", "case:terpwier"}).out, HasSubstr("1. enquete.csv/2"));
  EXPECT_THAT(study_.run({"search", "case:kadewijk rol:bewoner wantrouwen"}).out,
              HasSubstr("1. enquete.csv/3"));
  // The sheet is as it was; only its row in cases.csv is another.
  study_.write("sheets/cases.csv",
               "bestand;case\nenquete.csv;westerbeek\nenquete.csv/2;terpwier\n");
  const auto json = ingest();
  EXPECT_EQ(json["attributes"], 2);
  EXPECT_EQ(json["unchanged"], 1);
}

TEST_F(Sheets, AreTheSameHoweverManyThreadsReadThem) {
  std::string csv = "id;case;zin\n";
  for (int i = 0; i < 200; ++i)
    csv += std::to_string(i) + ";case" + std::to_string(i % 3) + ";Antwoord " + std::to_string(i) +
           ": er was " + (i % 2 == 0 ? "vertrouwen" : "geen gedeelde visie") + " in het dorp.\n";
  study_.write("sheets/enquete.csv", csv);
  ASSERT_EQ(ingest({"--jobs", "1"})["added"], 200);
  ExampleStudy other;
  other.create();
  other.write("sheets/enquete.csv", csv);
  ASSERT_EQ(other.run({"ingest", other.text("sheets"), "--jobs", "3"}).status, 0);
  EXPECT_EQ(answers(study_.path("study")), answers(other.path("study")));
}

TEST_F(Sheets, OfExcelAreReadBySheetAndNamedWhenBroken) {
  const auto cell = [](const std::string& text) {
    return "<c t='inlineStr'><is><t>" + text + "</t></is></c>";
  };
  study_.write("sheets/a.xlsx", xlsx("<row>" + cell("zin") + "</row><row>" +
                                     cell("Er was hier altijd vertrouwen.") + "</row>"));
  study_.write("sheets/b.xlsx", "PK stuk");
  study_.write("sheets/leeg.csv", "");
  study_.write("sheets/kenmerken.csv", "gemeente;aantal\nKadewijk;3\n");
  const auto json = ingest();
  EXPECT_THAT(kinds(json),
              ElementsAre("warning a.xlsx", "added a.xlsx/Antwoorden/rij-0002", "refused b.xlsx",
                          "warning kenmerken.csv", "refused leeg.csv"));
  EXPECT_THAT(json["outcomes"][3]["message"].get<std::string>(),
              HasSubstr("geen kolom met lopende tekst herkend, dus niets gelezen."));
  EXPECT_THAT(kinds(ingest()),
              ElementsAre("refused b.xlsx", "warning kenmerken.csv", "refused leeg.csv"));
}

TEST_F(Sheets, AreShownWholeOrByDocument) {
  const std::string file = study_.write("enquete.csv", survey).string();
  const Ran all = samenspel({"read", file});
  EXPECT_EQ(all.status, 0) << all;
  EXPECT_THAT(all.out,
              HasSubstr("== 1/wat-ging-er-goed ==\nEr was vertrouwen tussen alle partijen.\n\n"
                        "== 1/wat-kon-er-beter ==\n"));
  EXPECT_THAT(all.err, HasSubstr("wat de kolommen zijn is geraden"));
  const auto one = json_of(samenspel({"read", "--format", "json", file + "/1/wat-kon-er-beter"}));
  EXPECT_EQ(one["text"], "Er was geen gedeelde visie op zorg.");
  EXPECT_EQ(one["attributes"]["rol"], "bewoner");
  EXPECT_EQ(one.size(), 6U);
  const auto many = json_of(samenspel({"read", "--format", "json", file}));
  EXPECT_EQ(many["documents"].size(), 5U);
  EXPECT_EQ(many["documents"][0]["name"], "1/wat-ging-er-goed");
  const Ran none = samenspel({"read", file + "/9"});
  EXPECT_EQ(none.status, 2) << none;
  EXPECT_THAT(none.err, HasSubstr("'9' staat er niet in; 'samenspel read"));
  const Ran whole = samenspel({"analyse", file});
  EXPECT_EQ(whole.status, 2) << whole;
  EXPECT_THAT(whole.err, HasSubstr("hierin staan meer documenten; noem er een"));
}

}  // namespace
}  // namespace pipeline

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/program/example.h"
#include "tests/program/json.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

TEST(Ingest, SumsUpWhatItRead) {
  const ExampleStudy study;
  study.create();
  const Ran ran = study.ingest();
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(ran.out, HasSubstr("Run 1 met lexicon proef@1.0.0, klaar in"));
  EXPECT_THAT(ran.out, HasSubstr("6 nieuw"));
  EXPECT_THAT(ran.out, HasSubstr("succes 6, faal 4, neutraal 4"));
  EXPECT_THAT(ran.out, Not(HasSubstr("Geweigerd")));
  EXPECT_EQ(ran.err, "");
  EXPECT_FALSE(fs::exists(study.path("study/tmp")));
}

TEST(Ingest, LeavesAnotherLanguageOutOfCodingAndTables) {
  const ExampleStudy study;
  study.create();
  const std::string talk =
      "I: Hoe was dat toen bij jullie in het dorp?\n"
      "R: Het vertrouwen was er wel, we zagen elkaar toen iedere week.\n"
      "I: En hoe keek je vrouw daar tegenaan?\n"
      "R: She always said that nobody wanted an overleg with the board any more.\n"
      "I: Zo, dat is niet mis, dat ze dat zei.\n";
  const std::string file = study.write("tweetalig.txt", talk).string();
  const Ran ran = study.run({"ingest", file});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(ran.out, HasSubstr("andere taal              1   passages, 13 woorden"));
  EXPECT_THAT(study.run({"table"}).out, HasSubstr("1 passage in een andere taal (13 woorden)"));
  const Ran found = study.run({"search", "taal:en"});
  EXPECT_THAT(found.out, HasSubstr("She always said"));
  EXPECT_THAT(found.out, HasSubstr("taal: en"));
  EXPECT_THAT(found.out, Not(HasSubstr("overleg ·")));
  EXPECT_EQ(study.run({"search", "board factor:overleg"}).status, 1);
  EXPECT_THAT(study.run({"search", "taal:fr"}).err, HasSubstr("geen passage is in de taal 'fr'"));

  // A study may code it all the same.
  study.write("study/study.toml", "titel = 'x'\n[tekst]\ntalen = []\n");
  const Ran again = study.run({"ingest", file});
  EXPECT_THAT(again.out, HasSubstr("1 gewijzigd"));
  EXPECT_THAT(again.out, Not(HasSubstr("andere taal")));
  EXPECT_EQ(study.run({"search", "board factor:overleg"}).status, 0);
}

TEST(Ingest, AnswersInJson) {
  const ExampleStudy study;
  study.create();
  const auto json = json_of(study.ingest({"--format", "json"}));
  EXPECT_EQ(json["format"], "samenspel-run");
  EXPECT_EQ(json["run"], 1);
  EXPECT_EQ(json["lexicon"], "proef@1.0.0");
  EXPECT_EQ(json["added"], 6);
  EXPECT_EQ(json["documents"], 6);
  EXPECT_EQ(json["codings"]["succes"], 6);
  EXPECT_EQ(json["codings"]["faal"], 4);
  EXPECT_EQ(json["codings"]["neutraal"], 4);
  EXPECT_NE(json["finished"], "");
  std::vector<std::string> paths;
  for (const auto& outcome : json["outcomes"])
    if (outcome["kind"] == "added") paths.push_back(outcome["path"]);
  EXPECT_THAT(paths, testing::ElementsAre("algemeen/verslag.docx", "heuvelsdal/gesprek.srt",
                                          "heuvelsdal/memo.md", "heuvelsdal/pagina.html",
                                          "westerbeek/gesprek.vtt", "westerbeek/interview.txt"));
}

TEST(Ingest, TakesSingleFilesAndAttributesFromElsewhere) {
  const ExampleStudy study;
  study.create();
  const auto cases = study.write("elders.csv", "bestand,case\ninterview.txt,terpwier\n");
  const Ran ran = study.run(
      {"ingest", study.text("documents/westerbeek/interview.txt"), "--cases", cases.string()});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(study.run({"documents", "--format", "csv"}).out, HasSubstr("1,interview.txt,txt,"));
  EXPECT_THAT(study.run({"documents", "--format", "csv"}).out, HasSubstr(",terpwier"));
}

// Taken in alone, a file keeps the row that the folder above it has for it, and follows its
// changes.
TEST(Ingest, FindsTheRowOfASingleFileInTheFolderAboveIt) {
  const ExampleStudy study;
  study.fill();
  study.write("documents/westerbeek/interview.txt", "R: Er was vertrouwen.\n");
  std::string cases = example::cases;
  cases.replace(cases.find("bestuurder"), 10, "voorzitter");
  study.write("documents/cases.csv", cases);
  const auto json = json_of(
      study.run({"ingest", study.text("documents/westerbeek/interview.txt"), "--format", "json"}));
  EXPECT_EQ(json["changed"], 1);
  EXPECT_EQ(json["outcomes"].size(), 1U);
  EXPECT_THAT(study.run({"search", "rol:voorzitter"}).out,
              HasSubstr("1. westerbeek/interview.txt"));
  EXPECT_EQ(json_of(study.ingest({"--format", "json"}))["unchanged"], 6);
}

TEST(Ingest, NamesWhatItRefusesAndReadsTheRest) {
  const ExampleStudy study;
  study.create();
  study.write("documents/leeg.txt", "");
  study.write("documents/rapport.pdf", "%PDF-1.4 niet leesbaar");
  const Ran ran = study.ingest();
  EXPECT_EQ(ran.status, 2) << ran;
  EXPECT_THAT(ran.out, HasSubstr("6 nieuw"));
  EXPECT_THAT(ran.out, HasSubstr("Geweigerd:\n  leeg.txt: het bestand is leeg\n"));
  EXPECT_THAT(ran.out, HasSubstr("  rapport.pdf: de PDF is niet te lezen"));
  const auto json = json_of(study.ingest({"--format", "json"}));
  EXPECT_EQ(json["unchanged"], 6);
  EXPECT_EQ(json["outcomes"].size(), 2U);
  EXPECT_EQ(json["outcomes"][0]["kind"], "refused");
}

TEST(Ingest, LeavesDoublesOutAndWarnsOfRowsWithoutAFile) {
  const ExampleStudy study;
  study.create();
  study.write("documents/kopie.txt", example::interview);
  study.write("documents/cases.csv", "bestand;case\nkopei.txt;westerbeek\n");
  const Ran ran = study.ingest();
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(ran.out, HasSubstr("Waarschuwingen:"));
  EXPECT_THAT(ran.out, HasSubstr("regel 2: 'kopei.txt' is niet bij de bestanden"));
  EXPECT_THAT(ran.out, HasSubstr("westerbeek/interview.txt: heeft dezelfde tekst als 'kopie.txt'"));
}

TEST(Ingest, LeavesHiddenFilesAndOtherStudiesAlone) {
  const ExampleStudy study;
  study.create();
  study.write("documents/.verborgen.txt", "vertrouwen");
  study.write("documents/~$verslag.docx", "vertrouwen");
  ASSERT_EQ(
      samenspel({"new", study.text("documents/oud"), "--lexicon", study.text("lexicon")}).status,
      0);
  const auto json = json_of(study.ingest({"--format", "json"}));
  EXPECT_EQ(json["added"], 6);
  for (const auto& outcome : json["outcomes"])
    EXPECT_NE(outcome["kind"], "refused") << outcome["path"];
}

TEST(Ingest, SaysWhichStoredDocumentsItDidNotFind) {
  const ExampleStudy study;
  study.fill();
  fs::remove(study.path("documents/westerbeek/interview.txt"));
  const Ran ran = study.ingest();
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(ran.out, HasSubstr("niet gevonden"));
  EXPECT_THAT(ran.out, HasSubstr("ze blijven"));
  EXPECT_THAT(study.run({"documents"}).out, HasSubstr("westerbeek/interview.txt"));
}

TEST(Ingest, SaysThatTheFolderOfAStudyHoldsNoDocuments) {
  const ExampleStudy study;
  study.create();
  RunOptions options;
  options.folder = study.path("study");
  const Ran ran = samenspel({"ingest", "."}, options);
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(ran.out, HasSubstr("  .: is de map van een studie; daaruit wordt niets ingelezen"));
}

TEST(Ingest, UsesTheFolderItStandsInAsTheStudy) {
  const ExampleStudy study;
  study.create();
  RunOptions options;
  options.folder = study.path("study");
  const Ran ran = samenspel({"ingest", study.text("documents")}, options);
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_EQ(samenspel({"check"}, options).status, 0);
}

}  // namespace
}  // namespace pipeline

// ingest --pseudonymise, from the list to every byte of the study.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/program/example.h"
#include "tests/program/json.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

constexpr const char* names =
    "naam;soort;pseudoniem;varianten\n"
    "Marloes Hendrikx;respondent;[RESPONDENT-03];Marloes\n"
    "Anna;interviewer;[INTERVIEWER-1];\n"
    "Joke;persoon;[PERSOON-1];\n"
    "Pieter;persoon;[PERSOON-2];\n"
    "Heuvelsdal;plaats;[PLAATS-1];\n"
    "Westerbeek;plaats;[PLAATS-2];\n"
    "Terpwier;plaats;[PLAATS-3];\n";

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](char sign) {
    return sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign - 'A' + 'a') : sign;
  });
  return text;
}

// The files of a study with one of these words anywhere in their bytes, or in their own name.
std::vector<std::string> files_with(const fs::path& study, const std::vector<std::string>& words) {
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(study)) {
    if (entry.path().string().starts_with((study / "lexicon").string())) continue;
    std::string bytes = lower(entry.path().filename().string());
    if (entry.is_regular_file()) bytes += lower(bytes_of(entry.path()));
    for (const std::string& word : words)
      if (bytes.find(word) != std::string::npos)
        files.push_back(entry.path().lexically_relative(study).string() + ": " + word);
  }
  return files;
}

const std::vector<std::string> all_names{"marloes", "hendrikx",   "anna",       "joke",
                                         "pieter",  "heuvelsdal", "westerbeek", "terpwier"};

class PseudonymStudy : public ExampleStudy {
 public:
  PseudonymStudy() {
    create();
    write("kluis/names.csv", names);
    write(
        "documents/westerbeek/Gesprek met Marloes Hendrikx.txt",
        "Marloes Hendrikx: Joke's overleg in Heuvelsdal was er niet.\n"
        "Anna: En Pieter Jansen?\n"
        "Marloes Hendrikx: Bel hem op 06-12345678, of mail pieter@westerbeek.nl.\n"
        "Anna: Vertrouwen?\n"
        "Marloes Hendrikx: Mevrouw Hendrikx, ik dus, had vertrouwen in de Westerbeekse aanpak.\n");
  }
  Ran ingest_with(const std::string& list = "kluis/names.csv", const Arguments& more = {}) const {
    Arguments arguments{"--pseudonymise", text(list)};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return ingest(arguments);
  }
};

TEST(Pseudonyms, LeaveNoByteOfANameInTheStudy) {
  const PseudonymStudy study;
  const Ran ran = study.ingest_with();
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(files_with(study.path("study"), all_names), testing::IsEmpty());
  const std::string documents = study.run({"documents", "--format", "csv"}).out;
  EXPECT_THAT(documents, HasSubstr("PLAATS-2/Gesprek met RESPONDENT-03.txt"));
  const std::string hits = study.run({"search", "vertrouwen", "--format", "json"}).out;
  EXPECT_THAT(hits, HasSubstr("Mevrouw [RESPONDENT-03], ik dus, had vertrouwen in de [PLAATS-2]"));
  EXPECT_THAT(study.run({"search", "hem", "--format", "csv"}).out,
              HasSubstr("Bel hem op [TELEFOON], of mail [E-MAIL]"));
}

TEST(Pseudonyms, LeaveSpeakersTheirRoles) {
  const PseudonymStudy study;
  study.ingest_with();
  const auto of_anna =
      json_of(study.run({"search", "spreker:INTERVIEWER-1 soort:interviewer", "--format", "json"}));
  EXPECT_EQ(of_anna["total"], 3);
  const auto of_marloes =
      json_of(study.run({"search", "spreker:RESPONDENT-03", "--format", "json"}));
  EXPECT_EQ(of_marloes["total"], 4);
}

TEST(Pseudonyms, GiveTheSameCodingsAsWithNames) {
  const ExampleStudy plain;
  plain.create();
  plain.ingest();
  const ExampleStudy study;
  study.create();
  study.write("names.csv", names);
  study.ingest({"--pseudonymise", study.text("names.csv")});
  const Arguments table{"table", "--format", "csv"};
  EXPECT_EQ(plain.run(table).out, study.run(table).out);
}

TEST(Pseudonyms, AreAskedForByEveryLaterIngest) {
  const PseudonymStudy study;
  study.ingest_with();
  const std::string before = dump(study.path("study"));
  const Ran without = study.ingest();
  EXPECT_EQ(without.status, 2);
  EXPECT_THAT(without.err, HasSubstr("in deze studie zijn namen vervangen; geef de namenlijst"));
  EXPECT_EQ(dump(study.path("study")), before);
  const Ran again = study.ingest_with();
  EXPECT_EQ(again.status, 0);
  EXPECT_THAT(again.out, HasSubstr("7 ongewijzigd"));
  EXPECT_EQ(study.run({"tag"}).status, 0);
  EXPECT_THAT(study.ingest_with().out, HasSubstr("7 ongewijzigd"));
  EXPECT_EQ(study.run({"reindex"}).status, 0);
  EXPECT_EQ(dump(study.path("study")), before);
}

TEST(Pseudonyms, AreMadeAnewWithAnotherList) {
  const PseudonymStudy study;
  study.write("kluis/half.csv", "naam;soort;pseudoniem\nAnna;interviewer;[INTERVIEWER-1]\n");
  study.ingest_with("kluis/half.csv");
  EXPECT_THAT(files_with(study.path("study"), {"marloes"}), Not(testing::IsEmpty()));
  // Not from its file, which is gone, but from what the study holds of it.
  fs::remove(study.path("documents/westerbeek/gesprek.vtt"));
  const Ran ran = study.ingest_with();
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(files_with(study.path("study"), all_names), testing::IsEmpty());
  EXPECT_EQ(study.run({"check"}).status, 0);
}

// The run was stopped before all was made anew; tag does not know the list, and must not make it
// seem done.
TEST(Pseudonyms, AreMadeAnewAfterARunThatWasStoppedAndATag) {
  const PseudonymStudy study;
  study.write("kluis/half.csv", "naam;soort;pseudoniem\nAnna;interviewer;[INTERVIEWER-1]\n");
  study.ingest_with("kluis/half.csv");
  {
    SQLite::Database database(study.path("study/study.db").string(), SQLite::OPEN_READWRITE);
    database.exec("UPDATE run SET finished=''");
  }
  EXPECT_EQ(study.run({"tag"}).status, 0);
  EXPECT_EQ(study.ingest_with().status, 0);
  EXPECT_THAT(files_with(study.path("study"), all_names), testing::IsEmpty());
  EXPECT_THAT(study.ingest_with().out, HasSubstr("7 ongewijzigd"));
}

TEST(Pseudonyms, CanBeGivenToAStudyThatHasNames) {
  const PseudonymStudy study;
  study.write("documents/heuvelsdal/Pieter.pdf2", "?");
  study.ingest();
  EXPECT_THAT(files_with(study.path("study"), {"pieter"}), Not(testing::IsEmpty()));
  EXPECT_EQ(study.ingest_with().status, 2);  // the file that cannot be read
  EXPECT_THAT(files_with(study.path("study"), all_names), testing::IsEmpty());
}

TEST(Pseudonyms, LeaveNumbersThatAreWanted) {
  const PseudonymStudy study;
  study.ingest_with("kluis/names.csv", {"--laat-nummers-staan"});
  EXPECT_THAT(study.run({"search", "hem", "--format", "csv"}).out, HasSubstr("06-12345678"));
}

TEST(Pseudonyms, KeepTwoDocumentsApartWhoseNamesBecomeOne) {
  const PseudonymStudy study;
  study.write("documents/Joke.txt", "Er was overleg.\n");
  study.write("documents/joke's.txt", "Er was geen overleg.\n");
  EXPECT_EQ(study.ingest_with().status, 0);
  const std::string documents = study.run({"documents", "--format", "csv"}).out;
  EXPECT_THAT(documents, HasSubstr("PERSOON-1.txt"));
  EXPECT_THAT(documents, HasSubstr("PERSOON-1 (2).txt"));
  EXPECT_THAT(study.ingest_with().out, HasSubstr("9 ongewijzigd"));
}

TEST(Pseudonyms, TellOfAFirstNameThatIsNotOnTheList) {
  const PseudonymStudy study;
  study.write("kluis/zonder.csv", "naam;soort;pseudoniem\nMarloes Hendrikx;respondent;[R-3]\n");
  const Ran ran = study.ingest_with("kluis/zonder.csv");
  EXPECT_THAT(ran.out, HasSubstr("een voornaam van de namenlijst staat er ook alleen"));
  EXPECT_THAT(ran.out, HasSubstr("(regel 2 van de lijst)"));
}

TEST(Pseudonyms, RefuseAListThatCannotBeUsed) {
  const PseudonymStudy study;
  const auto expect_refused = [&](const std::string& list, const std::string& message) {
    const Ran ran = study.ingest_with(list);
    EXPECT_EQ(ran.status, 2) << ran;
    EXPECT_THAT(ran.err, HasSubstr(message));
  };
  study.write("study/names.csv", names);
  expect_refused("study/names.csv", "de namenlijst ligt in de map van de studie");
  fs::remove(study.path("study/names.csv"));
  expect_refused("kluis/weg.csv", "weg.csv: het bestand is niet te lezen");
  study.write("kluis/fout.csv", "naam;soort\nJ;persoon\nJan;persoen\n");
  expect_refused("kluis/fout.csv", "fout.csv:2: een naam van één letter");
  expect_refused("kluis/fout.csv", "fout.csv:3: de soort “persoen” is er niet");
  study.write("study/study.toml", "titel = \"Proef\"\n[tekst]\ninterviewers = [\"Anna\"]\n");
  expect_refused("kluis/names.csv", "study.toml:3: hier staat een naam uit de lijst");
  EXPECT_THAT(study.run({"documents"}).status, 1);
}

TEST(Pseudonyms, RefuseTheSwitchWithoutAList) {
  const PseudonymStudy study;
  const Ran ran = study.ingest({"--laat-nummers-staan"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_THAT(ran.err, HasSubstr("--laat-nummers-staan kan alleen samen met --pseudonymise"));
}

TEST(Pseudonyms, WarnOfWhatIsAnOrdinaryWordToo) {
  const PseudonymStudy study;
  study.write("kluis/bos.csv", "naam;soort;pseudoniem\nBos;persoon;[P-1]\n");
  const Ran ran = study.ingest_with("kluis/bos.csv");
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(ran.err, HasSubstr("bos.csv:2: “Bos” is ook een gewoon woord"));
}

TEST(ExportGate, TellsWhatStillPointsToAPerson) {
  const PseudonymStudy study;
  study.write("documents/later.txt", "Mevrouw Oldemeule, geboren 3 mei 1956, had vertrouwen.\n");
  study.ingest_with();
  const Arguments search{"search", "Oldemeule", "--format", "json"};
  const Ran told = study.run(search);
  EXPECT_EQ(told.status, 0);
  EXPECT_THAT(told.out, HasSubstr("Oldemeule"));
  EXPECT_THAT(told.err, HasSubstr("let op: in deze tekst staat nog wat op een persoon kan wijzen"));
  EXPECT_THAT(told.err, HasSubstr("geboortedatum: 1 keer, in passage "));
  EXPECT_THAT(told.err, HasSubstr("naam van persoon: 1 keer, in passage "));
  EXPECT_THAT(told.err, Not(HasSubstr("Oldemeule")));
  Arguments strict = search;
  strict.push_back("--streng");
  const Ran refused = study.run(strict);
  EXPECT_EQ(refused.status, 2);
  EXPECT_EQ(refused.out, "");
  EXPECT_THAT(refused.err, HasSubstr("niet geschreven"));
  const Ran cell =
      study.run({"table", "--cell", "factor=vertrouwen", "--format", "csv", "--streng"});
  EXPECT_EQ(cell.status, 2) << cell;
  EXPECT_EQ(cell.out, "");
  EXPECT_EQ(study.run({"search", "Oldemeule", "--streng"}).err, "");
}

TEST(ExportGate, StandsOpenInAStudyWithNames) {
  const ExampleStudy study;
  study.write("documents/later.txt", "Mevrouw Oldemeule had vertrouwen.\n");
  study.fill();
  const Ran ran = study.run({"search", "Oldemeule", "--format", "json", "--streng"});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_EQ(ran.err, "");
}

// Also at what stands around a quotation.
TEST(ExportGate, LooksAtWhatIsPublished) {
  const PseudonymStudy study;
  study.write("documents/later.txt", "Toen kwam Mevrouw Oldemeule. Er was vertrouwen.\n");
  study.ingest_with();
  for (const Arguments& publish : {Arguments{"export", "quotes", "-o", study.text("citaten.docx")},
                                   Arguments{"export", "quotes", "-o", study.text("citaten")},
                                   Arguments{"report", "-o", study.text("rapport.html")}}) {
    Arguments strict = publish;
    strict.push_back("--streng");
    const Ran refused = study.run(strict);
    EXPECT_EQ(refused.status, 2) << refused;
    EXPECT_THAT(refused.err, HasSubstr("niet geschreven"));
    EXPECT_FALSE(std::filesystem::exists(publish.back()));
    const Ran told = study.run(publish);
    EXPECT_EQ(told.status, 0) << told;
    EXPECT_THAT(told.err, HasSubstr("naam van persoon: 1 keer"));
    EXPECT_THAT(told.err, Not(HasSubstr("Oldemeule")));
    EXPECT_TRUE(std::filesystem::exists(publish.back()));
  }
}

// A name may be a word of a list; an ordinary word says nothing of anybody, also where it is a
// name.
TEST(ExportGate, LooksAtTheWordsOfAList) {
  const PseudonymStudy study;
  study.write("documents/later.txt",
              "Mevrouw Oldemeule had vertrouwen, zei Mevrouw Bakker. "
              "Er was overleg, zei Mevrouw Oldemeule.\n");
  study.ingest_with();
  const std::vector<Arguments> lists{
      {"words", "--aantal", "0"},
      {"words", "--aantal", "0", "--lengte", "2", "--wat", "vormen", "--min", "1"},
      {"keyness", "--min", "1", "--aantal", "0", "--in", "document:later*"},
      {"collocates", "vertrouwen", "--min", "1", "--aantal", "0"},
      {"dispersion", "--wat", "woorden", "--min", "1", "--aantal", "0"}};
  for (Arguments list : lists) {
    const Ran shown = study.run(list);
    EXPECT_THAT(shown.out, HasSubstr("oldemeule")) << list[0];
    EXPECT_EQ(shown.err, "") << "what is read here passes";
    list.insert(list.end(), {"-o", study.text(list[0] + ".csv")});
    const Ran told = study.run(list);
    EXPECT_EQ(told.status, 0) << told;
    EXPECT_THAT(told.err, HasSubstr("let op: in deze tekst staat nog wat op een persoon kan"));
    EXPECT_THAT(told.err, HasSubstr("naam van persoon: 2 keer, in passage "));
    EXPECT_THAT(told.err, Not(HasSubstr("ldemeule")));
    std::filesystem::remove(study.text(list[0] + ".csv"));
    list.push_back("--streng");
    const Ran refused = study.run(list);
    EXPECT_EQ(refused.status, 2) << refused;
    EXPECT_THAT(refused.err, HasSubstr("niet geschreven"));
    EXPECT_FALSE(std::filesystem::exists(study.text(list[0] + ".csv")));
  }
}

TEST(ExportGate, LetsListsPassThatShowNoName) {
  const PseudonymStudy study;
  study.write("documents/later.txt", "Mevrouw Oldemeule had vertrouwen, zei Mevrouw Bakker.\n");
  study.ingest_with();
  for (const Arguments& list :
       {Arguments{"words", "--aantal", "3"},
        Arguments{"words", "--where", "-Oldemeule", "--aantal", "0"},
        Arguments{"dispersion", "--min", "1"}, Arguments{"cooccurrence"},
        Arguments{"collocates", "Bakker", "--venster", "1", "--min", "1"}}) {
    Arguments csv = list;
    csv.insert(csv.end(), {"--format", "csv"});
    const Ran ran = study.run(csv);
    EXPECT_EQ(ran.status, 0) << list[0] << ran;
    EXPECT_EQ(ran.err, "") << list[0];
  }
}

TEST(ExportGate, LooksAtWhatAnExplanationShows) {
  const PseudonymStudy study;
  study.write("documents/later.txt", "Mevrouw Oldemeule had vertrouwen.\n");
  study.ingest_with();
  const auto hits = json_of(study.run({"search", "Oldemeule", "--format", "json"}));
  const std::string coding = hits["passages"][0]["codings"][0]["id"];
  EXPECT_EQ(study.run({"why", coding, "--format", "json", "--streng"}).status, 2);
  EXPECT_EQ(study.run({"why", coding, "--format", "json"}).status, 0);
}

}  // namespace
}  // namespace pipeline

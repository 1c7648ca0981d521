// Who speaks and who they are: previews, drafts, speakers.csv, interviewers, doubles, and
// attributes that change alone.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/program/example.h"
#include "tests/program/json.h"
#include "tests/support/packed.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr const char* talk =
    "Marieke Post: Hoe begon het vertrouwen tussen de partijen?\n"
    "Anna de Wit: Er was vertrouwen, want wij kenden elkaar al van de school en de kerk.\n"
    "Marieke Post: En daarna?\n"
    "Anna de Wit: Daarna kwam er wantrouwen, en niemand wist waarom dat zo was.\n";
constexpr const char* second_talk =
    "Marieke Post: Hoe ging het overleg met de gemeente verder?\n"
    "Anna de Wit: Het overleg liep goed, elke week op dinsdag in het dorpshuis.\n"
    "Marieke Post: Was er vertrouwen?\n"
    "Anna de Wit: Er was vertrouwen, en dat bleef zo tot in het najaar.\n";

// A folder `in` with documents of a test's own, and an empty study.
class PeopleTest : public testing::Test {
 protected:
  PeopleTest() { study_.create(); }
  fs::path write(const std::string& name, const std::string& text) const {
    return study_.write("in/" + name, text);
  }
  Ran ingest(const Arguments& more = {}) const {
    Arguments arguments{"ingest", study_.text("in")};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return study_.run(arguments);
  }
  nlohmann::json ingest_json() const { return json_of(ingest({"--format", "json"})); }
  std::string csv(Arguments arguments) const {
    arguments.insert(arguments.end(), {"--format", "csv"});
    return study_.run(arguments).out;
  }
  void two_talks() const {
    write("een.txt", talk);
    write("twee.txt", second_talk);
  }
  ExampleStudy study_;
};

TEST_F(PeopleTest, ArePreviewedWithoutWritingAnything) {
  const std::string record = dump(study_.path("study"));
  const Ran ran = study_.ingest({"--preview"});
  EXPECT_EQ(ran.status, 0) << ran;
  for (const char* said : {"westerbeek/interview.txt", "UTF-8", "2026-05-20", "case=heuvelsdal",
                           "zo heet die in het transcript", "volgens cases.csv of speakers.csv",
                           "Voorproef van 6 bestanden; in de studie is niets veranderd."})
    EXPECT_THAT(ran.out, HasSubstr(said));
  EXPECT_EQ(dump(study_.path("study")), record);
  EXPECT_FALSE(fs::exists(study_.path("study/index")));
}

TEST_F(PeopleTest, ArePreviewedInJsonWithoutAStudy) {
  write("een.txt", talk);
  write("leeg.txt", "");
  const Ran ran = samenspel({"ingest", "--proef", study_.text("in"), "--format", "json"});
  EXPECT_EQ(ran.status, 2) << "a file is refused, as ingest would";
  const auto json = nlohmann::json::parse(ran.out);
  EXPECT_EQ(json["format"], "samenspel-preview");
  ASSERT_EQ(json["documents"].size(), 2U);
  const auto& document = json["documents"][0];
  EXPECT_EQ(document["document"], "een.txt");
  EXPECT_EQ(document["state"], "nieuw");
  EXPECT_EQ(document["encoding"], "UTF-8");
  EXPECT_EQ(document["language"], "nl");
  EXPECT_EQ(document["passages"], 4);
  const auto& speaker = document["speakers"][0];
  EXPECT_EQ(speaker["name"], "Marieke Post");
  EXPECT_EQ(speaker["kind"], "interviewer");
  EXPECT_EQ(speaker["basis"], "vragen");
  EXPECT_EQ(speaker["turns"], 2);
  EXPECT_EQ(speaker["asking"], 2);
  EXPECT_EQ(json["documents"][1]["state"], "geweigerd");
  EXPECT_EQ(json["documents"][1]["refusal"], "het bestand is leeg");
}

TEST_F(PeopleTest, ArePreviewedAgainstWhatTheStudyHolds) {
  two_talks();
  ASSERT_EQ(ingest().status, 0);
  write("twee.txt", std::string(second_talk) + "Marieke Post: Dank u.\n");
  write("cases.csv", "bestand;rol\neen.txt;lid\n");
  write("drie.md", std::string("Een eerste alinea.\n\n") + talk);
  write("kopie.md", talk);
  const auto json = json_of(ingest({"--proef", "--format", "json"}));
  std::vector<std::string> states;
  for (const auto& document : json["documents"]) states.push_back(document["state"]);
  EXPECT_THAT(states, ElementsAre("nieuw", "kenmerken", "dubbel", "gewijzigd"));
}

TEST_F(PeopleTest, AreNotPreviewedOfAStudyThatIsNotThere) {
  const Ran ran =
      samenspel({"ingest", "--proef", study_.text("in"), "--study", study_.text("niets")});
  EXPECT_EQ(ran.status, 2);
  EXPECT_THAT(ran.err, HasSubstr("hier is geen studie"));
}

TEST_F(PeopleTest, AreDraftedAndReadBack) {
  write("dorp/een 2026-03-12.txt", talk);
  write("dorp/twee.txt", second_talk);
  write("stad/drie.txt", "I: Was er overleg?\nR1: Ja, er was overleg.\n");
  ASSERT_EQ(ingest().status, 0);
  const std::string before = csv({"table", "--count", "speakers"});
  const Ran ran = ingest({"--concept"});
  ASSERT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(ran.out, HasSubstr("in/cases.csv: 3 regels geschreven; vul aan"));
  EXPECT_THAT(ran.out, HasSubstr("in/speakers.csv: 4 regels geschreven; vul aan"));
  EXPECT_EQ(
      bytes_of(study_.path("in/cases.csv")),
      "\uFEFFbestand;respondent;case;organisatie;partij;rol;niveau;regio;datum;toestemming\r\n"
      "dorp/een 2026-03-12.txt;;dorp;;;;;;2026-03-12;\r\n"
      "dorp/twee.txt;;dorp;;;;;;;\r\n"
      "stad/drie.txt;;stad;;;;;;;\r\n");
  EXPECT_EQ(bytes_of(study_.path("in/speakers.csv")),
            "\uFEFFspreker;bestand;respondent;pseudoniem;organisatie;partij;rol;niveau;toestemming;"
            "interviewer\r\n"
            "Marieke Post;;;;;;;;;ja\r\n"
            "Anna de Wit;;;;;;;;;nee\r\n"
            "I;stad/drie.txt;;;;;;;;ja\r\n"
            "R1;stad/drie.txt;;;;;;;;nee\r\n");
  const Ran read = ingest();
  EXPECT_EQ(read.status, 0) << read;
  EXPECT_THAT(read.out, Not(HasSubstr("Waarschuwingen")));
  EXPECT_THAT(csv({"search", "overleg", "--facet", "case"}), HasSubstr("stad,2"));
  EXPECT_EQ(study_.run({"check"}).status, 0);
  EXPECT_THAT(before, HasSubstr("vertrouwen,Vertrouwen,2,1,0,2"));
  EXPECT_THAT(csv({"table", "--count", "speakers"}), HasSubstr("vertrouwen,Vertrouwen,1,1,0,1"));
}

TEST_F(PeopleTest, AreDraftedByTheirNameInAnArchiveAndOnceForASheet) {
  study_.write("in/dorp/map.zip", packed({{"oost/een.txt",
                                           "I: Was er zorg?\nR: Ja.\nI: En "
                                           "nu?\nR: Nee.\nI: Hoezo?\nR: Geld.\n"},
                                          {"twee.txt", "Er was vertrouwen."}}));
  study_.write("in/map.zip", packed({{"drie.txt", "Er was overleg."}}));
  write("enquete.csv",
        "Nr;Rol;Wat ging er goed in de wijk?\n1;lid;De zorg ging goed in onze hele wijk.\n"
        "2;bewoner;Wij hielpen elkaar altijd in de straat.\n"
        "3;lid;Er was veel vertrouwen in onze mensen.\n");
  EXPECT_THAT(ingest({"--concept"}).out, HasSubstr("in/cases.csv: 4 regels geschreven"));
  EXPECT_EQ(
      bytes_of(study_.path("in/cases.csv")),
      "\uFEFFbestand;respondent;case;organisatie;partij;rol;niveau;regio;datum;toestemming\r\n"
      "dorp/map.zip/oost/een.txt;;dorp;;;;;;;\r\n"
      "dorp/map.zip/twee.txt;;dorp;;;;;;;\r\n"
      "enquete.csv;;;;;;;;;\r\n"
      "map.zip/drie.txt;;;;;;;;;\r\n");
  EXPECT_THAT(bytes_of(study_.path("in/speakers.csv")),
              HasSubstr("\r\nI;dorp/map.zip/oost/een.txt;"));
  const Ran read = ingest();
  EXPECT_EQ(read.status, 0) << read;
  EXPECT_THAT(read.out, Not(HasSubstr("cases.csv")));
}

TEST_F(PeopleTest, AreNeverDraftedOverATableThatIsThere) {
  two_talks();
  write("cases.csv", "bestand;rol\neen.txt;lid\n");
  const std::string table = bytes_of(study_.path("in/cases.csv"));
  EXPECT_THAT(ingest({"--concept"}).out,
              HasSubstr("in/cases-nieuw.csv: 1 regel geschreven; neem over wat u wilt"));
  EXPECT_THAT(ingest({"--concept"}).out, HasSubstr("in/cases-nieuw-2.csv: 1 regel geschreven"));
  EXPECT_EQ(bytes_of(study_.path("in/cases.csv")), table);
  EXPECT_THAT(bytes_of(study_.path("in/cases-nieuw.csv")), HasSubstr("\r\ntwee.txt;"));
  const auto json = ingest_json();
  EXPECT_EQ(json["added"], 2) << "drafts are no documents";
  EXPECT_EQ(json["documents"], 2);
}

TEST_F(PeopleTest, AreNotDraftedWhereNothingMayBeWritten) {
  two_talks();
  fs::permissions(study_.path(), fs::perms(0755));
  fs::permissions(study_.path("in"), fs::perms(0555));
  RunOptions options;
  options.as_nobody = true;
  if (const auto lack = missing_for(options); !lack.empty()) GTEST_SKIP() << lack;
  const Ran ran = samenspel({"ingest", "--concept", study_.text("in")}, options);
  fs::permissions(study_.path("in"), fs::perms::all);
  EXPECT_EQ(ran.status, 2) << ran;
  EXPECT_THAT(ran.err, HasSubstr("in/cases.csv: het concept kan niet worden geschreven ("));
}

TEST_F(PeopleTest, CountOnceOverTheirDocuments) {
  two_talks();
  write("groep.txt", "I: Was er vertrouwen?\nR2: Er was vertrouwen.\nR1: Er was vertrouwen.\n");
  ASSERT_EQ(ingest().status, 0);
  EXPECT_THAT(csv({"table", "--count", "speakers"}), HasSubstr("vertrouwen,Vertrouwen,4,1,0,4"));
  write("speakers.csv",
        "spreker;bestand;respondent;rol;interviewer\nMarieke Post;;;onderzoeker;ja\n"
        "anna de wit;;W1;lid;nee\nR2;groep.txt;W1;;\n");
  const Ran ran = ingest();
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(ran.out, Not(HasSubstr("Waarschuwingen")));
  EXPECT_THAT(csv({"table", "--count", "speakers"}), HasSubstr("vertrouwen,Vertrouwen,2,1,0,2"));
  EXPECT_THAT(csv({"table", "--rows", "spreker", "--columns", "valentie", "--count", "codings"}),
              HasSubstr("\r\nW1,"));
  EXPECT_EQ(csv({"search", "vertrouwen respondent:W1", "--facet", "document"}),
            "document,passages\r\neen.txt,1\r\ngroep.txt,1\r\ntwee.txt,1\r\nTotaal,3\r\n");
  EXPECT_EQ(csv({"search", "vertrouwen rol:lid", "--facet", "document"}),
            "document,passages\r\neen.txt,1\r\ngroep.txt,1\r\ntwee.txt,1\r\nTotaal,3\r\n");
}

TEST_F(PeopleTest, AreTheOnlyRespondentThatADocumentNames) {
  two_talks();
  write("cases.csv", "bestand;respondent\neen.txt;W1\ntwee.txt;W1\n");
  ASSERT_EQ(ingest().status, 0);
  EXPECT_THAT(csv({"table", "--count", "speakers"}), HasSubstr("vertrouwen,Vertrouwen,1,1,0,1"));
}

TEST_F(PeopleTest, AreDoubtedByLineAndTheRestGoesOn) {
  two_talks();
  write("groep.txt", "I: Was er overleg?\nR1: Ja, overleg.\n");
  write("speakers.csv",
        "spreker;bestand;rol;datum\n"    // 1
        "Anna de Wit;;lid;\n"            // 2
        "Anna de Wit;;voorzitter;\n"     // 3
        "Piet Jansen;;lid;\n"            // 4
        "R3;groep.txt;lid;\n"            // 5
        "R1;weg.txt;lid;\n"              // 6
        "R1;;lid;\n"                     // 7
        "R1;groep.txt;lid;overmorgen\n"  // 8
        ";groep.txt;lid;\n");            // 9
  const Ran ran = ingest();
  EXPECT_EQ(ran.status, 0) << ran;
  for (const char* said :
       {"in/speakers.csv: regel 3: spreker 'Anna de Wit' staat ook in regel 2, met andere waarden",
        "regel 4: spreker 'Piet Jansen' komt in geen document voor",
        "regel 5: spreker 'R3' komt in groep.txt niet voor; bedoelt u 'R1'",
        "regel 6: 'weg.txt' is niet bij de bestanden; de regel telt niet mee",
        "regel 7: 'R1' kan in elk transcript iemand anders zijn; vul ook 'bestand' in",
        "in/speakers.csv: regel 8: \u201Covermorgen\u201D is geen datum",
        "in/speakers.csv: regel 9: in deze regel is \u201Cspreker\u201D leeg"})
    EXPECT_THAT(ran.out, HasSubstr(said));
  EXPECT_THAT(ran.out, HasSubstr("3 nieuw"));
  EXPECT_EQ(study_.run({"search", "rol:lid"}).status, 0);
  // A preview says the same.
  const auto json = json_of(ingest({"--proef", "--format", "json"}));
  EXPECT_EQ(std::ranges::count(json["outcomes"], "warning",
                               [](const auto& outcome) { return outcome["kind"]; }),
            7);
}

TEST_F(PeopleTest, AreDoubtedWhereTwoTablesSayDifferentThings) {
  two_talks();
  write("cases.csv", "bestand;spreker;rol\neen.txt;Anna de Wit;lid\n");
  write("speakers.csv", "spreker;bestand;rol\nAnna de Wit;een.txt;voorzitter\n");
  EXPECT_THAT(ingest().out,
              HasSubstr("regel 2: 'rol' van spreker Anna de Wit in een.txt is hier 'voorzitter' en "
                        "in cases.csv 'lid'; wat hier staat geldt"));
  EXPECT_EQ(study_.run({"search", "rol:voorzitter"}).status, 0);
}

TEST_F(PeopleTest, AreReadFromANamedTable) {
  write("een.txt", talk);
  const auto table = study_.write("wie.csv", "spreker;rol\nAnna de Wit;lid\n");
  EXPECT_EQ(ingest({"--speakers", table.string()}).status, 0);
  EXPECT_EQ(study_.run({"search", "rol:lid"}).status, 0);
  const Ran ran = ingest({"--speakers", study_.text("geen.csv")});
  EXPECT_EQ(ran.status, 2);
  EXPECT_THAT(ran.err, HasSubstr("geen.csv: het bestand is niet te lezen"));
}

TEST_F(PeopleTest, AreSaidToBeTakenForInterviewers) {
  write("een.txt", talk);
  const Ran ran = ingest();
  EXPECT_THAT(ran.out, HasSubstr("een.txt: neemt Marieke Post voor interviewer: 2 van 2 beurten "
                                 "eindigen met een vraag; klopt dat niet, zet dan 'interviewer' ja "
                                 "of nee in speakers.csv"));
  // A table decides, and the text is coded anew.
  write("speakers.csv", "spreker;interviewer\nMarieke Post;nee\nAnna de Wit;ja\n");
  const auto json = ingest_json();
  EXPECT_EQ(json["refreshed"], 1);
  EXPECT_EQ(json["attributes"], 0);
  EXPECT_EQ(json["codings"]["faal"], 0) << "what she says is not coded faal any more";
  EXPECT_EQ(study_.run({"search", "wantrouwen soort:interviewer"}).status, 0);
  EXPECT_EQ(study_.run({"search", "wantrouwen soort:respondent"}).status, 1);
}

TEST_F(PeopleTest, AreMissedWhereNobodyIsNamed) {
  write("tijden.srt",
        "1\n00:00:02,000 --> 00:00:05,000\nEerst was er wantrouwen.\n\n"
        "2\n00:00:06,000 --> 00:00:09,000\nNu is er vertrouwen.\n");
  std::string text;
  for (const char* what : {"het begin", "de gemeente", "het geld", "de zorg"})
    text +=
        std::string("Hoe ging het met ") + what + "?\n\nDat ging met " + what + " heel goed.\n\n";
  write("zonder.txt", text);
  write("getypt.txt",
        "[00:02] Eerst was er niets.\n[00:06] Toen kwam er geld.\n[00:09] En mensen.\n"
        "[00:12] Nu is er zorg.\n");
  const Ran ran = ingest();
  EXPECT_THAT(ran.out, HasSubstr("getypt.txt: er staan tijden bij, maar nergens wie er spreekt"));
  EXPECT_THAT(ran.out, HasSubstr("tijden.srt: er staan tijden bij, maar nergens wie er spreekt"));
  EXPECT_THAT(ran.out,
              HasSubstr("zonder.txt: lijkt een gesprek, maar nergens staat wie er spreekt"));
}

TEST_F(PeopleTest, ChangeTheirAttributesWithoutTheirTexts) {
  two_talks();
  write("cases.csv", "bestand;rol;datum\neen.txt;lid;2026-01-01\ntwee.txt;lid;\n");
  ASSERT_EQ(ingest().status, 0);
  // Read again, it would not be found.
  const auto time = fs::last_write_time(study_.path("in/een.txt"));
  std::string other = talk;
  std::ranges::replace(other, 'v', 'w');
  write("een.txt", other);
  fs::last_write_time(study_.path("in/een.txt"), time);
  write("cases.csv", "bestand;rol;datum\neen.txt;voorzitter;2026-02-02\ntwee.txt;lid;\n");
  const auto json = ingest_json();
  EXPECT_EQ(json["attributes"], 1);
  EXPECT_EQ(json["changed"], 0);
  EXPECT_EQ(json["refreshed"], 0);
  EXPECT_EQ(json["unchanged"], 1);
  EXPECT_EQ(study_.run({"search", "vertrouwen rol:voorzitter"}).status, 0);
  EXPECT_EQ(study_.run({"search", "vertrouwen datum:2026-02"}).status, 0);
  EXPECT_EQ(study_.run({"search", "datum:2026-01"}).status, 1);
  EXPECT_EQ(study_.run({"check"}).status, 0);
  EXPECT_EQ(ingest_json()["unchanged"], 2);
}

TEST_F(PeopleTest, KeepTheLanguagesOfPassagesWhenOnlyAttributesChange) {
  write("een.txt", std::string(talk) +
                       "Marieke Post: Well, nobody really trusted them after that, I think, and "
                       "people stopped coming to the meetings.\n");
  ASSERT_EQ(ingest().status, 0);
  write("cases.csv", "bestand;rol\neen.txt;lid\n");
  ASSERT_EQ(ingest_json()["attributes"], 1);
  EXPECT_THAT(study_.run({"search", "taal:en rol:lid"}).out, HasSubstr("nobody really trusted"));
  EXPECT_THAT(study_.run({"search", "taal:nl rol:lid"}).out, HasSubstr("kenden elkaar"));
}

TEST_F(PeopleTest, EndAsIfTheyHadBeenSoFromTheBeginning) {
  two_talks();
  write("drie.md", "---\ntitle: Verslag\n---\nEr was vertrouwen.\n");
  write("cases.csv",
        "bestand;case;rol;titel\neen.txt;oost;lid;\ndrie.md;oost;;Anders\ntwee.txt;west;lid;\n");
  ASSERT_EQ(ingest().status, 0);
  // A column goes, and what the file says of itself comes back.
  write("cases.csv",
        "bestand;case;rol\neen.txt;oost;lid\ndrie.md;oost;\ntwee.txt;west;bestuurder\n");
  write("speakers.csv", "spreker;respondent\nAnna de Wit;W1\n");
  const auto json = ingest_json();
  EXPECT_EQ(json["attributes"], 3);
  EXPECT_EQ(study_.run({"search", "titel:verslag"}).status, 0);
  ASSERT_EQ(samenspel({"new", study_.text("fresh"), "--lexicon", study_.text("lexicon")}).status,
            0);
  ASSERT_EQ(samenspel({"ingest", study_.text("in"), "--study", study_.text("fresh")}).status, 0);
  EXPECT_EQ(dump(study_.path("study")), dump(study_.path("fresh")));
  EXPECT_EQ(answers(study_.path("study")), answers(study_.path("fresh")));
}

TEST_F(PeopleTest, CountOnceWhereTwoFilesHoldOneText) {
  write("b.txt", talk);
  std::string lines = talk;
  lines.pop_back();
  std::vector<std::string> paragraphs;
  for (std::size_t at = 0; at != std::string::npos;) {
    const std::size_t end = lines.find('\n', at);
    paragraphs.push_back(lines.substr(at, end - at));
    at = end == std::string::npos ? end : end + 1;
  }
  write("a.docx", example::docx_of(paragraphs));
  write("c.txt", std::string(talk) + "Marieke Post: Dank u wel.\n");
  for (const char* jobs : {"1", "4"}) {
    const std::string name = std::string("study") + jobs;
    ASSERT_EQ(samenspel({"new", study_.text(name), "--lexicon", study_.text("lexicon")}).status, 0);
    const Ran ran =
        samenspel({"ingest", study_.text("in"), "--jobs", jobs, "--study", study_.text(name)});
    EXPECT_EQ(ran.status, 0) << ran;
    EXPECT_THAT(ran.out, HasSubstr("b.txt: heeft dezelfde tekst als 'a.docx' en is niet nog eens "
                                   "ingelezen; haal een van beide weg"));
    EXPECT_THAT(ran.out, HasSubstr("c.txt: lijkt voor "));
    EXPECT_THAT(ran.out, HasSubstr("% op 'a.docx'; beide tellen mee"));
    EXPECT_THAT(ran.out, HasSubstr("dubbel"));
    EXPECT_THAT(ran.out, HasSubstr("2 nieuw"));
  }
  EXPECT_EQ(dump(study_.path("study1")), dump(study_.path("study4")));
}

// The first of two may go: its document stays, and the second is none beside it.
TEST_F(PeopleTest, StayOnceWhenTheFirstFileDisappears) {
  write("a.txt", talk);
  write("b.txt", talk);
  EXPECT_EQ(ingest_json()["doubles"], 1);
  const std::string record = dump(study_.path("study"));
  EXPECT_EQ(ingest_json()["doubles"], 1) << "and says so every time";
  fs::remove(study_.path("in/a.txt"));
  const auto json = ingest_json();
  EXPECT_EQ(json["doubles"], 1);
  EXPECT_EQ(json["added"], 0);
  EXPECT_EQ(json["missing"], 1);
  EXPECT_EQ(dump(study_.path("study")), record);
}

TEST_F(PeopleTest, MayEachGiveTheSameShortAnswer) {
  write("a.txt", "Er was vertrouwen.");
  write("b.txt", "Er was vertrouwen.");
  const auto json = ingest_json();
  EXPECT_EQ(json["added"], 2);
  EXPECT_EQ(json["doubles"], 0);
}

}  // namespace
}  // namespace pipeline

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/program/example.h"
#include "tests/program/json.h"

namespace pipeline {
namespace {

using testing::HasSubstr;

TEST(Search, ShowsPassagesWithHitsMarkedAndWhereTheyStand) {
  const ExampleStudy study;
  study.fill();
  const Ran ran = study.run({"search", "gemeente", "--volgorde", "document"});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(ran.out, HasSubstr("2 passages\n"));
  EXPECT_THAT(ran.out, HasSubstr("1. westerbeek/gesprek.vtt · Marloes (respondent) · 0:05\n"));
  EXPECT_THAT(ran.out, HasSubstr("Het overleg met de [gemeente] ging zo."));
  EXPECT_THAT(ran.out, HasSubstr("case=westerbeek, datum=2026-04-02, rol=wethouder"));
  EXPECT_THAT(ran.out, HasSubstr("2. westerbeek/interview.txt · R (respondent)\n"));
  EXPECT_THAT(ran.out, HasSubstr("   6:4  vertrouwen · faal\n"));
  EXPECT_EQ(ran.err, "");
}

// Documents that a query finds, in order; the same one twice for two passages.
TEST(Search, FindsWhatEachKindOfQueryAsksFor) {
  const ExampleStudy study;
  study.fill();
  struct Row {
    std::string query;
    std::vector<std::string> documents;
  };
  const std::string docx = "algemeen/verslag.docx", srt = "heuvelsdal/gesprek.srt",
                    memo = "heuvelsdal/memo.md", page = "heuvelsdal/pagina.html",
                    vtt = "westerbeek/gesprek.vtt", interview = "westerbeek/interview.txt";
  const std::vector<Row> rows{
      {"partij", {srt, memo}},                          // any inflection
      {"=partij", {}},                                  // this form only
      {"\"gedeelde visie\"", {docx, memo, interview}},  // a phrase
      {"wantrouw*", {srt, interview}},                  // a beginning
      {"overleg gemeente", {vtt, interview}},           // both
      {"denktank OF bewoner", {docx, page}},            // either
      {"overleg NIET gemeente", {memo, vtt}},           // one without the other
      {"factor:overleg", {memo, vtt, vtt, interview}},  // what was coded
      {"factor:overleg/faal", {interview}},             // with its valence
      {"factor:vertrouwen NEAR/8 partij", {srt}},       // codings among words
      {"valentie:faal", {srt, memo, interview}},
      {"vertrouwen spreker:marloes", {vtt}},
      {"vertrouwen soort:interviewer", {interview}},
      {"vertrouwen rol:bestuurder", {interview, interview}},  // attributes of cases.csv
      {"visie datum:2026", {docx, interview}},
      {"visie datum:2025-06..2026-01", {docx, memo}}};
  for (const Row& row : rows) {
    const Ran ran = study.run({"search", row.query, "--volgorde", "document", "--format", "json"});
    EXPECT_EQ(ran.status, row.documents.empty() ? 1 : 0) << row.query << ran;
    const auto json = json_of(ran);
    std::vector<std::string> documents;
    for (const auto& passage : json["passages"]) documents.push_back(passage["document"]);
    EXPECT_EQ(documents, row.documents) << row.query;
  }
}

TEST(Search, AnswersInJsonWithOffsetsInCodePoints) {
  const ExampleStudy study;
  study.fill();
  const auto json = json_of(study.run({"search", "zorgcoöperatie rol:wethouder OF zorgcoöperatie",
                                       "--volgorde", "document", "--format", "json"}));
  EXPECT_EQ(json["format"], "samenspel-hits");
  EXPECT_EQ(json["total"], 2);
  EXPECT_EQ(json["first"], 1);
  const auto& passage = json["passages"][1];
  EXPECT_EQ(passage["document"], "heuvelsdal/pagina.html");
  EXPECT_EQ(passage["text"], "Bewoners hebben vertrouwen in de zorgcoöperatie.");
  EXPECT_EQ(passage["hits"], nlohmann::json::parse("[[33,47]]"));
  EXPECT_EQ(passage["speaker"], nullptr);
  EXPECT_EQ(passage["codings"][0]["factor"], "vertrouwen");
  EXPECT_EQ(passage["codings"][0]["valence"], "succes");
}

TEST(Search, PagesThroughMany) {
  const ExampleStudy study;
  study.fill();
  const Arguments asked{"search", "factor:vertrouwen", "--volgorde", "document"};
  const auto page = [&](const Arguments& more) {
    Arguments arguments = asked;
    arguments.insert(arguments.end(), more.begin(), more.end());
    return study.run(arguments);
  };
  const Ran first = page({"-n", "2"});
  EXPECT_THAT(first.out, HasSubstr("7 passages; getoond: 1 tot en met 2 (verder met --vanaf 3)"));
  const Ran last = page({"-n", "2", "--vanaf", "7"});
  EXPECT_THAT(last.out, HasSubstr("7. westerbeek/interview.txt"));
  const Ran past = page({"--vanaf", "8"});
  EXPECT_EQ(past.status, 1) << past;
  EXPECT_THAT(past.out, HasSubstr("7 passages; er is geen nummer 8."));
}

TEST(Search, WritesPassagesAsATable) {
  const ExampleStudy study;
  study.fill();
  const Ran ran = study.run({"search", "denktank", "--format", "csv"});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_EQ(ran.out,
            "id,document,spreker,wie,tijd,bladzijde,deel,kenmerken,coderingen,treffers,tekst\r\n"
            "1:1,algemeen/verslag.docx,,,,,tekst,case=algemeen; datum=2026-01-15,,denktank,Verslag "
            "van de denktank.\r\n");
}

TEST(Search, WritesALineAHitForOtherPrograms) {
  const ExampleStudy study;
  study.write("documents/tabel.txt", "Links\trechts van de \\ olifant.\n");
  study.fill();
  const Ran odd = study.run({"search", "olifant", "--format", "tsv"});
  EXPECT_EQ(odd.status, 0) << odd;
  EXPECT_EQ(odd.err, "");
  EXPECT_THAT(odd.out, testing::EndsWith("\tLinks\\trechts van de \\\\ olifant.\n"));
  const Ran all = study.run({"search", "factor:vertrouwen", "--format", "tsv"});
  EXPECT_EQ(std::ranges::count(all.out, '\n'), 8) << "a header and seven passages: " << all;
  EXPECT_EQ(all.err, "");
  const Ran two = study.run({"search", "factor:vertrouwen", "--format", "jsonl", "-n", "2"});
  EXPECT_EQ(std::ranges::count(two.out, '\n'), 2) << two;
  EXPECT_EQ(two.err, "samenspel: 7 passages; getoond: 1 tot en met 2\n");
  const auto first = nlohmann::json::parse(two.out.substr(0, two.out.find('\n')));
  EXPECT_TRUE(first["codings"].is_array());
  EXPECT_FALSE(first["text"].empty());
  const Ran none = study.run({"search", "bestaatniethier", "--format", "jsonl"});
  EXPECT_EQ(none.status, 1) << none;
  EXPECT_EQ(none.out, "");
}

TEST(Search, TakesAQueryThatBeginsWithAMinus) {
  const ExampleStudy study;
  study.fill();
  const auto count = [&](const std::string& query) {
    return json_of(study.run({"search", query, "--format", "json"}))["total"].get<int>();
  };
  EXPECT_EQ(count("-factor:vertrouwen"), count("NIET factor:vertrouwen"));
  EXPECT_EQ(count("-\"gedeelde visie\" overleg"), count("overleg -\"gedeelde visie\""));
  EXPECT_EQ(study.run({"table", "--where", "-case:westerbeek"}).status, 0);
}

TEST(Search, ShowsWhatWordsAndWildcardsStandFor) {
  const ExampleStudy study;
  study.fill();
  const Ran ran =
      study.run({"search", "partij wantrouw* xyzzy*", "--uitgevouwen", "--format", "csv"});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_EQ(ran.out,
            "in_vraag,woord,soort,woorden,passages\r\n"
            "partij,partij,lemma,2,2\r\n"
            "partij,partijen,vorm van partij,2,2\r\n"
            "wantrouw*,wantrouwen,lemma,2,2\r\n");
  EXPECT_THAT(study.run({"search", "xyzzy*", "--uitgevouwen"}).out,
              HasSubstr("'xyzzy*' past op geen woord van deze teksten."));
  const Ran none = study.run({"search", "factor:vertrouwen", "--uitgevouwen"});
  EXPECT_EQ(none.status, 1) << none;
  EXPECT_THAT(none.err, HasSubstr("in deze vraag staan geen woorden"));
}

TEST(Search, ShowsFileNamesThatAreNoUtf8OrHoldControlCharacters) {
  const ExampleStudy study;
  study.write("documents/caf\xE9\x1B[2J.txt", "R: Er was een olifant.\n");
  study.fill();
  const auto json = json_of(study.run({"search", "olifant", "--format", "json"}));
  EXPECT_EQ(json["passages"][0]["document"], "caf\uFFFD\x1B[2J.txt");
  EXPECT_THAT(study.run({"search", "olifant"}).out, HasSubstr("1. caf\uFFFD [2J.txt"));
  EXPECT_THAT(study.run({"documents"}).out, HasSubstr("caf\uFFFD [2J.txt"));
}

TEST(Search, OrdersByDateNewestFirst) {
  const ExampleStudy study;
  study.fill();
  const auto json =
      json_of(study.run({"search", "visie", "--volgorde", "datum", "--format", "json"}));
  ASSERT_EQ(json["total"], 3);
  EXPECT_EQ(json["passages"][0]["document"], "westerbeek/interview.txt");
  EXPECT_EQ(json["passages"][2]["document"], "heuvelsdal/memo.md");
}

TEST(Search, CountsPerAttribute) {
  const ExampleStudy study;
  study.fill();
  const Ran ran = study.run({"search", "vertrouwen", "--facet", "case", "--format", "csv"});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_EQ(ran.out, "case,passages\r\nwesterbeek,3\r\nheuvelsdal,2\r\nTotaal,5\r\n");
  EXPECT_EQ(study.run({"search", "olifant", "--facet", "case"}).status, 1);
}

TEST(Search, SaysThatNothingWasFoundAndWhatToTry) {
  const ExampleStudy study;
  study.fill();
  const Ran ran = study.run({"search", "olifant"});
  EXPECT_EQ(ran.status, 1) << ran;
  EXPECT_EQ(ran.out, "Niets gevonden.\nHet woord 'olifant' komt in geen tekst voor.\n");
  const Ran parts = study.run({"search", "vertrouwen datum:1999"});
  EXPECT_EQ(parts.status, 1);
  EXPECT_THAT(parts.out, HasSubstr("Elk op zichzelf:\n  vertrouwen: "));
  EXPECT_THAT(parts.out, HasSubstr("\n  datum:1999: 0 passages\n"));
  EXPECT_THAT(study.run({"search", "vertrouwn"}).out,
              HasSubstr("Het woord 'vertrouwn' komt in geen tekst voor; bedoelt u "));
  EXPECT_THAT(study.run({"search", "vertrouwen NOT vertrouwen"}).out,
              HasSubstr("Een ruimere vraag"));
}

}  // namespace
}  // namespace pipeline

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/program/example.h"
#include "tests/program/json.h"

namespace pipeline {
namespace {

using testing::HasSubstr;

TEST(TableCommand, CountsFactorsPerCase) {
  const ExampleStudy study;
  study.fill();
  const Ran ran = study.run({"table", "--columns", "case"});
  EXPECT_EQ(ran.status, 0) << ran;
  for (const char* words :
       {"Vertrouwen", "Gedeelde visie", "heuvelsdal", "westerbeek", "algemeen", "Totaal",
        "Geteld: coderingen", "Weggelaten: 3 passages van interviewers", "Lexicon: proef@1.0.0",
        "Z, samenspel 0.", "Codeur: lexicon proef@1.0.0"})
    EXPECT_THAT(ran.out, HasSubstr(words));
  EXPECT_EQ(ran.err, "");
}

// Everything that can be told apart in a script, counted by hand in example.h.
TEST(TableCommand, WritesWhatWasAskedAsCsv) {
  const ExampleStudy study;
  study.fill();
  struct Row {
    Arguments arguments;
    std::string csv;
  };
  const std::vector<Row> rows{
      {{},
       "factor,label,succes,faal,neutraal,aantal\nvertrouwen,Vertrouwen,4,2,0,6\n"
       "overleg,Overleg,0,1,2,3\ngedeelde-visie,Gedeelde visie,2,1,0,3\nTotaal,Totaal,6,4,2,12\n"},
      {{"--rows", "case", "--valence", "sum"},
       "case,aantal\nalgemeen,1\nheuvelsdal,5\nwesterbeek,6\nTotaal,12\n"},
      {{"--interviewers", "--valence", "sum"},
       "factor,label,aantal\nvertrouwen,Vertrouwen,7\noverleg,Overleg,4\n"
       "gedeelde-visie,Gedeelde visie,3\nTotaal,Totaal,14\n"},
      {{"--rows", "thema", "--count", "documents", "--valence", "sum"},
       "thema,aantal\nrelatie,5\nvisie,3\nTotaal,6\n"},
      {{"--columns", "case", "--valence", "balance"},
       "factor,label,algemeen,heuvelsdal,westerbeek,totaal:saldo,totaal:aantal\n"
       "vertrouwen,Vertrouwen,,0.333333,0.333333,0.333333,6\noverleg,Overleg,,,-1,-1,3\n"
       "gedeelde-visie,Gedeelde visie,1,-1,1,0.333333,3\nTotaal,Totaal,1,0,0.2,0.2,12\n"},
      {{"--where", "rol:bestuurder"},
       "factor,label,succes,faal,neutraal,aantal\nvertrouwen,Vertrouwen,1,1,0,2\n"
       "overleg,Overleg,0,1,0,1\ngedeelde-visie,Gedeelde visie,1,0,0,1\nTotaal,Totaal,2,2,0,4\n"},
      {{"--rows", "valentie", "--scheiding", ";"},
       "valentie;aantal\nsucces;6\nfaal;4\nneutraal;2\nTotaal;12\n"}};
  for (const Row& row : rows) {
    Arguments arguments{"table", "--format", "csv"};
    arguments.insert(arguments.end(), row.arguments.begin(), row.arguments.end());
    const Ran ran = study.run(arguments);
    EXPECT_EQ(ran.status, 0) << ran;
    std::string csv = ran.out;
    std::erase(csv, '\r');
    EXPECT_EQ(csv, row.csv);
  }
}

// Each cell and margin as the database itself counts it.
TEST(TableCommand, HasTheNumbersOfTheDatabase) {
  const ExampleStudy study;
  study.fill();
  const auto json = json_of(study.run(
      {"table", "--columns", "case", "--interviewers", "--valence", "sum", "--format", "json"}));
  SQLite::Database database(study.text("study/study.db"));
  SQLite::Statement count(
      database,
      "SELECT count(*) FROM coding c JOIN attribute a ON a.document = c.id >> 20 AND a.speaker = 0 "
      "AND a.name = 'case' WHERE (c.factor = ?1 OR ?1 = 'Totaal') AND (a.value = ?2 OR ?2 = "
      "'totaal')");
  std::int64_t cells = 0;
  for (const auto& row : json["rows"])
    for (std::size_t i = 2; i < json["columns"].size(); ++i, ++cells) {
      count.reset();
      count.bind(1, row["cells"][0].get<std::string>());
      count.bind(2, json["columns"][i]["name"].get<std::string>());
      ASSERT_TRUE(count.executeStep());
      EXPECT_EQ(row["cells"][i], count.getColumn(0).getInt64()) << row << i;
    }
  EXPECT_EQ(cells, 16) << "three factors and three cases, with both margins";
}

TEST(TableCommand, SaysWhatATestOrAShareNeeds) {
  const ExampleStudy study;
  study.fill();
  const struct {
    Arguments arguments;
    std::string says;
  } rows[] = {
      {{"--test"}, "een toets vergelijkt kolommen; geef ze, zoals met --columns uitkomst"},
      {{"--share", "helft"}, "'helft' is geen aandeel; kies rijen, kolommen, documenten of cases"},
      {{"--valence", "mixed"}, "een codering heeft maar één valentie"},
      {{"--columns", "case:maand"}, "geen enkele waarde van 'case' is een datum"},
      {{"--columns", "case", "--test", "anova"}, "--test"}};
  for (const auto& row : rows) {
    Arguments arguments{"table"};
    arguments.insert(arguments.end(), row.arguments.begin(), row.arguments.end());
    const Ran ran = study.run(arguments);
    EXPECT_EQ(ran.status, 2) << row.says << ran;
    EXPECT_THAT(ran.err, HasSubstr(row.says));
  }
  const Ran tested = study.run({"table", "--columns", "case", "--test", "--format", "csv"});
  EXPECT_EQ(tested.status, 0) << tested;
  EXPECT_THAT(tested.out, HasSubstr(",toets:chi2,toets:v,toets:p,toets:p_holm,toets:hoe\r\n"));
}

TEST(TableCommand, WritesJsonAndMarkdown) {
  const ExampleStudy study;
  study.fill();
  const auto json = json_of(study.run({"table", "--format", "json"}));
  EXPECT_EQ(json["format"], "samenspel-table");
  EXPECT_EQ(json["rows"].size(), 4U);  // three factors and the total
  EXPECT_TRUE(json["rows"][3]["total"]);
  const Ran markdown = study.run({"table", "--format", "markdown"});
  EXPECT_THAT(markdown.out, HasSubstr("|"));
  EXPECT_THAT(markdown.out, HasSubstr("Vertrouwen"));
}

TEST(TableCommand, OpensACell) {
  const ExampleStudy study;
  study.fill();
  const Ran ran = study.run({"table", "--cell", "factor=vertrouwen,case=heuvelsdal,valentie=faal"});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(ran.out, HasSubstr("vertrouwen · faal · heuvelsdal/gesprek.srt · 0:02"));
  EXPECT_THAT(ran.out, HasSubstr("Eerst was er wantrouwen."));
  EXPECT_THAT(ran.out, HasSubstr("1 codering\n"));

  const auto json = json_of(
      study.run({"table", "--cell", "factor=gedeelde-visie,valentie=succes", "--format", "json"}));
  EXPECT_EQ(json["format"], "samenspel-codings");
  EXPECT_EQ(json["total"], 2);
  EXPECT_EQ(json["codings"][0]["text"], "Een gedeelde visie is er in Terpwier.");

  const Ran none = study.run({"table", "--cell", "factor=overleg,valentie=succes"});
  EXPECT_EQ(none.status, 1) << none;
  EXPECT_EQ(none.out, "0 coderingen\n");
}

// Offsets are counted in blocks of bytes; a coding far down a text with many accents.
TEST(TableCommand, CountsOffsetsInCodePointsHoweverFarDown) {
  const ExampleStudy study;
  std::string text;
  for (int i = 0; i < 40; ++i) text += "De ideeën van de coöperatie: één voor één… ";
  const std::string sentence = "Daarná was er vertrouwen in de coördinatie.";
  const std::string before = text;
  study.write("documents/lang.txt", text + sentence + "\n");
  study.fill();
  const auto json = json_of(
      study.run({"table", "--cell", "factor=vertrouwen,document=lang.txt", "--format", "json"}));
  ASSERT_EQ(json["total"], 1);
  const auto count = [](const std::string& bytes) {
    return std::ranges::count_if(bytes, [](char c) { return static_cast<signed char>(c) > -65; });
  };
  const auto begin = count(before);
  EXPECT_GT(begin, 1024);
  EXPECT_EQ(json["codings"][0]["text"], sentence);
  EXPECT_EQ(json["codings"][0]["span"], (nlohmann::json{begin, begin + count(sentence)}));
  const auto match = begin + count("Daarná was er ");
  EXPECT_EQ(json["codings"][0]["evidence"][0]["span"], (nlohmann::json{match, match + 10}));
}

TEST(TableCommand, EndsWithOneWhereNothingIsCoded) {
  const ExampleStudy study;
  study.create();
  EXPECT_EQ(study.run({"table"}).status, 1);
}

TEST(TableCommand, SaysThatAQueryLeavesNothingToCount) {
  const ExampleStudy study;
  study.fill();
  const Ran ran = study.run({"table", "--where", "olifant"});
  EXPECT_EQ(ran.status, 1) << ran;
  EXPECT_THAT(ran.err, HasSubstr("er is niets te tellen"));
}

TEST(TableCommand, OpensACellAsATable) {
  const ExampleStudy study;
  study.fill();
  const Ran ran = study.run(
      {"table", "--cell", "factor=vertrouwen,case=heuvelsdal,valentie=faal", "--format", "csv"});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(ran.out, HasSubstr("id,factor,valentie,modaliteit,document,spreker,tekst\r\n"));
  EXPECT_THAT(ran.out, HasSubstr(",,Joke: Eerst was er wantrouwen.\r\n"));
}

TEST(TableCommand, NamesWhatItDoesNotKnow) {
  const ExampleStudy study;
  study.fill();
  struct Row {
    Arguments arguments;
    std::string words;
  };
  const std::vector<Row> rows{
      {{"--columns", "cas"}, "'cas' is geen kenmerk om op te tellen; bedoelt u 'case'?"},
      {{"--rows", "case", "--columns", "case"}, "rijen en kolommen zijn allebei 'case'"},
      {{"--count", "woorden"}, "'woorden' is geen eenheid om te tellen; kies coderingen"},
      {{"--valence", "half"}, "'half' is geen weergave van valentie; kies gesplitst"},
      {{"--coder", "Anna"}, "geen codering is van codeur 'Anna'"},
      {{"--where", "factor:vertrouwn"}, "vertrouwen"},
      {{"--where", "(visie"}, "zoekvraag"},
      {{"--cell", "factor"}, "cel:1:1: hier hoort kenmerk=waarde te staan"},
      {{"--cell", "factor=vertrouwn"},
       "factor 'vertrouwn' komt niet voor; bedoelt u 'vertrouwen'?"},
      {{"--cell", "case=\"heuvelsdal"}, "dit aanhalingsteken wordt niet gesloten"}};
  for (const Row& row : rows) {
    Arguments arguments{"table"};
    arguments.insert(arguments.end(), row.arguments.begin(), row.arguments.end());
    const Ran ran = study.run(arguments);
    EXPECT_EQ(ran.status, 2) << row.words << ran;
    EXPECT_THAT(ran.err, HasSubstr(row.words));
    EXPECT_EQ(ran.out, "");
  }
}

}  // namespace
}  // namespace pipeline

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/program/example.h"
#include "tests/program/json.h"

namespace pipeline {
namespace {

using testing::HasSubstr;

constexpr const char* header = "id\tfactor\tvalence\tmodality\tevidence\n";

TEST(Tag, CodesSentencesOnTheirOwn) {
  const ExampleStudy study;
  const auto file =
      study.write("zinnen.tsv",
                  "id\tprevious\tsentence\n"
                  "a\t\tEr was vertrouwen.\n"
                  "b\tEr was vertrouwen.\tEr was geen gedeelde visie en geen overleg.\n"
                  "c\t\tHet regende.\n"
                  "d\tR: Ja.\tI: Was er vertrouwen?\n");
  const Ran ran =
      samenspel({"tag", "--sentences", file.string(), "--lexicon", study.text("lexicon")});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_EQ(ran.out, std::string(header) +
                         "a\tvertrouwen\tsucces\tfeit\t“vertrouwen” (vertrouwen)\n"
                         "b\toverleg\tfaal\tfeit\t“overleg” (overleg) + ontkenning: geen “geen”\n"
                         "b\tgedeelde-visie\tfaal\tfeit\t“gedeelde visie” (gedeelde visie) + "
                         "ontkenning: geen “geen”\n"
                         "d\tvertrouwen\tneutraal\tvraag\t“vertrouwen” (vertrouwen)\n");
  EXPECT_EQ(ran.err, "");
}

TEST(Tag, ReadsStandardInputWithColumnsInAnyOrder) {
  const ExampleStudy study;
  RunOptions options;
  options.input = "\xEF\xBB\xBFsentence\tbron\tid\tprevious\r\nEr was overleg.\tx\t7\t\r\n\r\n";
  const Ran ran =
      samenspel({"tag", "--sentences", "-", "--lexicon", study.text("lexicon")}, options);
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_EQ(ran.out, std::string(header) + "7\toverleg\tneutraal\tfeit\t“overleg” (overleg)\n");
}

TEST(Tag, UsesTheLexiconOfTheProjectWhenNoneIsNamed) {
  RunOptions options;
  options.input = "id\tprevious\tsentence\n1\t\tEr was veel vertrouwen tussen de partijen.\n";
  const Ran ran = samenspel({"tag", "--sentences", "-"}, options);
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(ran.out, HasSubstr("1\tvertrouwen\tsucces\tfeit\t"));
}

TEST(Tag, UsesTheLexiconOfTheStudyThatIsNamed) {
  const ExampleStudy study;
  study.create();
  RunOptions options;
  options.input = "id\tprevious\tsentence\n1\t\tEr was overleg.\n";
  const Ran ran = samenspel({"tag", "--sentences", "-", "--study", study.text("study")}, options);
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_EQ(ran.out, std::string(header) + "1\toverleg\tneutraal\tfeit\t“overleg” (overleg)\n");
}

TEST(Tag, NamesTheLineOfABadTable) {
  const ExampleStudy study;
  struct Row {
    std::string input, words;
  };
  const std::vector<Row> rows{
      {"id\tprevious\n1\t\n", ":1: de kolom 'sentence' ontbreekt"},
      {"previous\tsentence\n\tx\n", ":1: de kolom 'id' ontbreekt"},
      {"id\tprevious\tsentence\n1\t\tGoed.\n2\t\n", ":3: deze regel heeft te weinig kolommen"},
      {"", "het bestand is leeg"}};
  for (const Row& row : rows) {
    RunOptions options;
    options.input = row.input;
    const Ran ran =
        samenspel({"tag", "--sentences", "-", "--lexicon", study.text("lexicon")}, options);
    EXPECT_EQ(ran.status, 2) << row.words << ran;
    EXPECT_THAT(ran.err, HasSubstr(row.words));
  }
}

TEST(Tag, CodesTheStudyAnewAfterAChangeOfItsLexicon) {
  const ExampleStudy study;
  study.fill();
  const std::string unchanged = dump(study.path("study"));
  EXPECT_EQ(study.run({"tag"}).status, 0);
  EXPECT_EQ(dump(study.path("study")), unchanged);

  std::string changed = example::lexicon_vision;
  changed.replace(changed.find("['gedeelde visie']"), 18, "['gedeelde visie', 'bewoner']");
  study.write("study/lexicon/visie.toml", changed);
  const Ran before = study.run({"search", "factor:gedeelde-visie"});
  EXPECT_THAT(before.err, HasSubstr("het lexicon is veranderd sinds run 2"));
  EXPECT_THAT(before.err, HasSubstr("'samenspel tag'"));
  const auto json = json_of(study.run({"tag", "--format", "json", "--jobs", "1"}));
  EXPECT_EQ(json["refreshed"], 6);
  EXPECT_EQ(json["run"], 3);
  const Ran after = study.run({"search", "factor:gedeelde-visie bewoner"});
  EXPECT_THAT(after.out, HasSubstr("1 passage\n"));
  EXPECT_EQ(after.err, "");
  EXPECT_EQ(study.run({"check"}).status, 0);
}

TEST(Tag, ShowsFactorsByTheNamesThatTheyHaveNowAndSaysSoOnce) {
  const ExampleStudy study;
  study.fill();
  EXPECT_EQ(study.run({"table"}).err, "");
  std::string renamed = example::lexicon_vision;
  renamed.replace(renamed.find("Gedeelde visie"), 14, "Samen willen");
  study.write("study/lexicon/visie.toml", renamed);
  const Ran table = study.run({"table", "--where", "factor:gedeelde-visie"});
  EXPECT_EQ(table.status, 0);
  EXPECT_THAT(table.out, HasSubstr("Samen willen"));
  const auto said = table.err.find("het lexicon is veranderd sinds run 1");
  EXPECT_NE(said, std::string::npos) << table;
  EXPECT_EQ(table.err.find("het lexicon is veranderd", said + 1), std::string::npos) << table;
  study.write("study/lexicon/visie.toml", "kapot");
  const Ran broken = study.run({"table"});
  EXPECT_EQ(broken.status, 2);
  EXPECT_THAT(broken.err, HasSubstr("visie.toml:1"));
}

}  // namespace
}  // namespace pipeline

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/program/example.h"
#include "tests/program/json.h"

namespace pipeline {
namespace {

using testing::HasSubstr;

// The number of the only coding behind a cell.
std::string coding_in(const ExampleStudy& study, const std::string& cell) {
  const auto json = json_of(study.run({"table", "--cell", cell, "--format", "json"}));
  EXPECT_EQ(json["total"], 1) << cell;
  return json["codings"][0]["id"];
}

TEST(Why, NamesThePatternTheCueAndTheWords) {
  const ExampleStudy study;
  study.fill();
  const std::string id = coding_in(study, "factor=gedeelde-visie,valentie=faal");
  const Ran ran = study.run({"why", id});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(ran.out, HasSubstr(id + "  gedeelde-visie · faal · feit\n"));
  EXPECT_THAT(ran.out, HasSubstr("heuvelsdal/memo.md"));
  EXPECT_THAT(ran.out, HasSubstr("Er was [geen gedeelde visie]."));
  EXPECT_THAT(ran.out, HasSubstr("Gecodeerd door lexicon proef@1.0.0, omdat"));
  EXPECT_THAT(ran.out,
              HasSubstr("“gedeelde visie” past op het patroon gedeelde visie (visie.toml:7)"));
  EXPECT_THAT(ran.out, HasSubstr("“geen” is een signaal: ontkenning: geen (context.toml:4)"));
}

TEST(Why, AnswersInJsonWithTheWholePassage) {
  const ExampleStudy study;
  study.fill();
  const std::string id = coding_in(study, "factor=vertrouwen,document=heuvelsdal/pagina.html");
  const auto json = json_of(study.run({"why", id, "--format", "json"}));
  EXPECT_EQ(json["id"], id);
  EXPECT_EQ(json["factor"], "vertrouwen");
  EXPECT_EQ(json["status"], "voorgesteld");
  EXPECT_EQ(json["document"], "heuvelsdal/pagina.html");
  EXPECT_EQ(json["evidence"][0]["words"], "vertrouwen");
  EXPECT_EQ(json["evidence"][0]["source"], "relatie.toml:7");
  EXPECT_EQ(json["context"]["text"], "Bewoners hebben vertrouwen in de zorgcoöperatie.");
}

TEST(Why, TellsANumberThatIsNoneFromOneThatIsNotThere) {
  const ExampleStudy study;
  study.fill();
  for (const char* id : {"12", "a:b", "1:0", "1:2:3", "1:", ":1", "-1:1", "1:9999999"}) {
    const Ran ran = samenspel({"why", "--study", study.text("study"), "--", id});
    EXPECT_EQ(ran.status, 2) << id << ran;
    EXPECT_THAT(ran.err, HasSubstr("is geen codering; schrijf document:nummer, zoals 12:3"));
  }
  const Ran ran = study.run({"why", "99:1"});
  EXPECT_EQ(ran.status, 1) << ran;
  EXPECT_THAT(ran.err, HasSubstr("codering 99:1 is er niet (meer)"));
}

}  // namespace
}  // namespace pipeline

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

TEST(Why, SaysInOneLineWhichRuleDecided) {
  const ExampleStudy study;
  study.fill();
  const Ran turned = study.run({"why", coding_in(study, "factor=gedeelde-visie,valentie=faal")});
  EXPECT_THAT(turned.out,
              HasSubstr("  Kort: “gedeelde visie” zegt succes, gekeerd door “geen”: faal\n"));
  EXPECT_THAT(turned.out,
              HasSubstr("  - regel 5 (valentie): een kerend signaal maakt van succes faal\n"));
  const Ran plain =
      study.run({"why", coding_in(study, "factor=vertrouwen,document=heuvelsdal/pagina.html")});
  EXPECT_THAT(plain.out, HasSubstr("  Kort: “vertrouwen” zegt succes\n"));
  EXPECT_THAT(plain.out, HasSubstr("  - regel 5 (valentie): niets keert het, dus succes\n"));
}

TEST(Why, ShowsWhatDidNotCount) {
  const ExampleStudy study;
  std::string lexicon = example::lexicon_vision;
  lexicon.replace(lexicon.find("['gedeelde visie']"), 18, "['gedeelde visie', 'visie']");
  study.write("lexicon/visie.toml", lexicon);
  study.write(
      "documents/westerbeek/interview.txt",
      "I: Hoe ging het?\nR: Wij zagen elkaar niet. Er was een gedeelde visie, en later kwam "
      "er niet veel meer.\n");
  study.fill();
  const std::string id =
      coding_in(study, "factor=gedeelde-visie,document=westerbeek/interview.txt");
  const Ran ran = study.run({"why", id});
  EXPECT_THAT(ran.out, HasSubstr("\n  Wat niet meetelde\n"));
  EXPECT_THAT(ran.out,
              HasSubstr("  - “visie” past ook op visie (visie.toml:7), maar “gedeelde visie” "
                        "(gedeelde visie, visie.toml:7) ging voor"));
  EXPECT_THAT(ran.out,
              HasSubstr("  - “niet” is een signaal (ontkenning: niet (context.toml:4)), maar "
                        "kijkt de andere kant op (regel 1)\n"));
  const auto json = json_of(study.run({"why", id, "--format", "json"}));
  const auto& explanation = json["explanation"];
  EXPECT_EQ(explanation["is_current"], true);
  EXPECT_EQ(explanation["summary"], "“gedeelde visie” zegt succes");
  ASSERT_EQ(explanation["matches"].size(), 2U);
  EXPECT_EQ(explanation["matches"][0]["rule"], 5);
  EXPECT_EQ(explanation["matches"][0]["words"], "gedeelde visie");
  EXPECT_EQ(explanation["matches"][0]["cues"][0]["applied"], false);
  EXPECT_EQ(explanation["matches"][1]["fate"], "overtroffen");
}

TEST(Why, SaysThatTheLexiconHasChangedSince) {
  const ExampleStudy study;
  study.fill();
  const std::string id = coding_in(study, "factor=gedeelde-visie,valentie=faal");
  std::string changed = example::lexicon_vision;
  changed.replace(changed.find("['gedeelde visie']"), 18, "['eensgezind']");
  study.write("study/lexicon/visie.toml", changed);
  const Ran ran = study.run({"why", id});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(ran.out,
              HasSubstr("“gedeelde visie” past op het patroon gedeelde visie (visie.toml:7)"));
  EXPECT_THAT(ran.out, HasSubstr("is sinds deze run veranderd en codeert dit nu anders"));
  const auto json = json_of(study.run({"why", id, "--format", "json"}));
  EXPECT_EQ(json["explanation"]["is_current"], false);
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

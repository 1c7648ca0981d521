// samenspel lexicon list, show and check.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/program/example.h"
#include "tests/program/json.h"

namespace pipeline {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* with_friends =
    "thema = \"relatie\"\n\n"
    "[[factor]]\nid = \"vertrouwen\"\nlabel = \"Vertrouwen\"\nlabel_en = \"Trust\"\n"
    "definitie = \"Partijen kunnen op elkaar aan.\"\nwel = [\"wantrouwen\"]\nniet = "
    "[\"techniek\"]\n"
    "succes = ['vertrouwen', { p = 'schuin', niet = ['schuin dak'], sterkte = \"zwak\" }]\n"
    "faal = ['wantrouw*']\nbehalve = ['in vertrouwen nemen']\n"
    "[factor.voorbeelden]\nsucces = [\"Er was vertrouwen.\"]\ngeen = [\"Het regende.\"]\n";

TEST(LexiconList, NamesWhatComesWithTheProgram) {
  const auto json = json_of(samenspel({"lexicon", "list", "--format", "json"}));
  std::vector<std::string> names;
  for (const auto& row : json["rows"]) names.push_back(row["cells"][0]);
  EXPECT_THAT(names, testing::IsSupersetOf({"condities", "samenwerking"}));
  EXPECT_TRUE(std::ranges::is_sorted(names));
}

TEST(LexiconList, NamesLexiconsThatAStudyCanBeMadeWith) {
  const ExampleStudy study;
  RunOptions elsewhere;
  elsewhere.folder = study.path();
  const Ran made = samenspel({"new", "s", "--lexicon", "condities"}, elsewhere);
  EXPECT_EQ(made.status, 0) << made;
  EXPECT_THAT(made.out, HasSubstr("met lexicon condities@0.1.0 (5 factoren"));
  EXPECT_EQ(samenspel({"ingest", "documents", "--study", "s"}, elsewhere).status, 0);
  const Ran table = samenspel({"table", "--study", "s", "--format", "csv"}, elsewhere);
  EXPECT_THAT(table.out, HasSubstr("relatie,Relatie,4,2,0,6\r\n"));
  RunOptions sentence = elsewhere;
  sentence.input = "id\tprevious\tsentence\n1\t\tAlle neuzen staan dezelfde kant op.\n";
  EXPECT_THAT(samenspel({"tag", "--sentences", "-", "--lexicon", "condities"}, sentence).out,
              HasSubstr("1\tambitie\tsucces\tfeit\t"));
}

TEST(LexiconShow, CountsThePatternsOfEachFactor) {
  const ExampleStudy study;
  const Ran ran =
      samenspel({"lexicon", "show", "--lexicon", study.text("lexicon"), "--format", "csv"});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_EQ(ran.out,
            "thema,factor,succes,faal,neutraal,patronen,voorbeelden,label\r\n"
            "relatie,vertrouwen,1,1,0,2,0,Vertrouwen\r\n"
            "relatie,overleg,0,0,1,1,0,Overleg\r\n"
            "visie,gedeelde-visie,1,0,0,1,0,Gedeelde visie\r\n"
            "Totaal,,2,1,1,4,0,\r\n");
}

TEST(LexiconShow, TakesTheLexiconOfTheStudyThatIsNamedOrAtHand) {
  const ExampleStudy study;
  study.create();
  EXPECT_THAT(study.run({"lexicon", "show"}).out, HasSubstr("Patronen van proef@1.0.0"));
  RunOptions here;
  here.folder = study.path("study");
  EXPECT_THAT(samenspel({"lexicon", "show"}, here).out, HasSubstr("Patronen van proef@1.0.0"));
  EXPECT_THAT(samenspel({"lexicon", "show"}).out, HasSubstr("Patronen van samenwerking@"));
  const Ran ran = samenspel({"lexicon", "show", "--study", study.text("nergens")});
  EXPECT_EQ(ran.status, 2) << ran;
  EXPECT_THAT(ran.err, HasSubstr("nergens"));
}

TEST(LexiconShow, SaysAllOfAFactor) {
  const ExampleStudy study;
  study.write("lexicon/relatie.toml", with_friends);
  const Ran ran = samenspel({"lexicon", "show", "vertrouwen", "--lexicon", study.text("lexicon")});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_EQ(ran.out,
            "Vertrouwen (Trust)  ·  vertrouwen  ·  thema relatie  ·  proef@1.0.0\n"
            "  Partijen kunnen op elkaar aan.\n"
            "\n  Wel\n    - wantrouwen\n"
            "\n  Niet\n    - techniek\n"
            "\n  succes: 2 patronen\n"
            "    relatie.toml:10        vertrouwen\n"
            "    relatie.toml:10        schuin   (zwak; niet: schuin dak)\n"
            "\n  faal: 1 patroon\n"
            "    relatie.toml:11        wantrouw*\n"
            "\n  Behalve\n    - in vertrouwen nemen\n"
            "\n  Voorbeelden\n    - succes: Er was vertrouwen.\n    - geen: Het regende.\n");
}

TEST(LexiconShow, SaysTheSameInMarkdownAndJson) {
  const ExampleStudy study;
  study.write("lexicon/relatie.toml", with_friends);
  const Arguments show{"lexicon", "show", "vertrouwen", "--lexicon", study.text("lexicon"),
                       "--format"};
  Arguments markdown = show, json = show, csv = show;
  markdown.emplace_back("markdown");
  json.emplace_back("json");
  csv.emplace_back("csv");
  EXPECT_THAT(samenspel(markdown).out,
              testing::AllOf(HasSubstr("## Vertrouwen (Trust)\n\n`vertrouwen`, thema relatie"),
                             HasSubstr("### succes (2)\n\n- `vertrouwen`\n- `schuin` (zwak; niet: "
                                       "schuin dak)\n"),
                             HasSubstr("### Behalve\n\n- `in vertrouwen nemen`\n")));
  const auto said = json_of(samenspel(json));
  EXPECT_EQ(said["format"], "samenspel-factor");
  EXPECT_EQ(said["patterns"]["succes"][1]["pattern"], "schuin");
  EXPECT_EQ(said["patterns"]["succes"][1]["not"][0], "schuin dak");
  EXPECT_EQ(said["patterns"]["succes"][1]["strength"], "zwak");
  EXPECT_EQ(said["patterns"]["faal"][0]["line"], 11);
  EXPECT_EQ(said["examples"][1]["valence"], "geen");
  const Ran ran = samenspel(csv);
  EXPECT_EQ(ran.status, 2) << ran;
  EXPECT_THAT(ran.err, HasSubstr("een factor is geen tabel"));
}

TEST(LexiconShow, NamesFactorsAndLexiconsThatComeNear) {
  struct Row {
    Arguments arguments;
    std::string words;
  };
  const ExampleStudy study;
  for (const Row& row : std::vector<Row>{
           {{"vertrouw"}, "factor 'vertrouw' is niet in lexicon samenwerking@"},
           {{"vertrouw"}, "bedoelt u 'vertrouwen'?"},
           {{"--lexicon", "samenwerkin"}, "'samenwerkin' is geen map, en geen lexicon"},
           {{"--lexicon", "samenwerkin"}, "bedoelt u 'samenwerking'?"},
           {{"--lexicon", study.text("nergens")}, "geen map die gelezen kan worden"}}) {
    Arguments arguments{"lexicon", "show"};
    arguments.insert(arguments.end(), row.arguments.begin(), row.arguments.end());
    const Ran ran = samenspel(arguments);
    EXPECT_EQ(ran.status, 2) << ran;
    EXPECT_THAT(ran.err, HasSubstr(row.words));
    EXPECT_EQ(ran.out, "");
  }
}

TEST(LexiconCheck, SaysThatAllIsWell) {
  const ExampleStudy study;
  study.write("lexicon/relatie.toml", with_friends);
  const Ran ran = samenspel({"lexicon", "check", study.text("lexicon")});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(ran.out, testing::EndsWith(
                           "proef@1.0.0: 2 factoren, 4 patronen en 2 voorbeelden nagekeken: alles "
                           "klopt.\n"));
}

TEST(LexiconCheck, ShowsEveryMistakeWithItsPlace) {
  const ExampleStudy study;
  std::string broken = example::lexicon_vision;
  broken.replace(broken.find("gedeelde visie'"), 15, "(gedeelde visie', '<niemand>'");
  study.write("lexicon/visie.toml", broken);
  const Ran ran = samenspel({"lexicon", "check", study.text("lexicon")});
  EXPECT_EQ(ran.status, 2) << ran;
  EXPECT_THAT(ran.out, testing::ContainsRegex("lexicon/visie.toml:7:1[0-9]: patroon"));
  EXPECT_THAT(ran.out, HasSubstr("woordgroep"));
  EXPECT_THAT(ran.out, HasSubstr("2 fouten, 0 waarschuwingen; zo kan het lexicon niet"));
  const auto json =
      json_of(samenspel({"lexicon", "check", study.text("lexicon"), "--format", "json"}));
  EXPECT_EQ(json["format"], "samenspel-lexicon-check");
  ASSERT_EQ(json["mistakes"].size(), 2U);
  EXPECT_EQ(json["mistakes"][0]["line"], 7);
}

TEST(LexiconCheck, HoldsTheLexiconToItsExamples) {
  const ExampleStudy study;
  study.write("lexicon/visie.toml",
              std::string(example::lexicon_vision) +
                  "[factor.voorbeelden]\nsucces = [\"Een gedeelde visie.\", \"Geen gedeelde "
                  "visie.\"]\ngeen = [\"Een gedeelde visie.\"]\nfaal = [\"Het regende.\"]\n");
  const Ran ran = samenspel({"lexicon", "check", study.text("lexicon")});
  EXPECT_EQ(ran.status, 2) << ran;
  EXPECT_THAT(ran.out,
              HasSubstr("visie.toml:9:34: voorbeeld 'Geen gedeelde visie.' van gedeelde-visie "
                        "hoort succes te zijn, maar wordt gecodeerd als faal"));
  EXPECT_THAT(ran.out, HasSubstr("hoort er niet bij, maar wordt gecodeerd als succes"));
  EXPECT_THAT(ran.out, HasSubstr("hoort faal te zijn, maar wordt niet gecodeerd"));
}

TEST(LexiconCheck, WarnsOfWhatMayNotBeMeantAndEndsWell) {
  const ExampleStudy study;
  study.write("lexicon/visie.toml", std::string(example::lexicon_vision) +
                                        "faal = ['vertrowwen']\nneutraal = ['vertrouwen']\n");
  const auto json =
      json_of(samenspel({"lexicon", "check", study.text("lexicon"), "--format", "json"}));
  std::vector<std::string> kinds;
  for (const auto& it : json["warnings"])
    if (it["file"].get<std::string>().ends_with("visie.toml")) kinds.push_back(it["kind"]);
  EXPECT_THAT(kinds, testing::IsSupersetOf({"onbekend-woord", "dubbel"}));
  EXPECT_EQ(json["mistakes"].size(), 0U);
  EXPECT_EQ(samenspel({"lexicon", "check", study.text("lexicon")}).status, 0);
}

TEST(LexiconCheck, ShowsWhatAWideWildcardCatchesInTheStudy) {
  const ExampleStudy study;
  study.write("lexicon/visie.toml",
              std::string(example::lexicon_vision) + "neutraal = ['vuurtoren*']\n");
  std::string text;
  for (int i = 0; i < 41; ++i) text += "Een vuurtorenq" + std::to_string(i) + ". ";
  study.write("documents/toren.txt", text);
  study.fill();
  const Arguments check{"lexicon", "check", study.text("lexicon")};
  EXPECT_THAT(samenspel(check).out, testing::Not(HasSubstr("te-breed")));
  const Ran ran = study.run({"lexicon", "check", "--format", "json"});
  const auto json = json_of(ran);
  for (const auto& it : json["warnings"])
    if (it["kind"] == "te-breed") {
      EXPECT_EQ(it["forms"].size(), 41U);
      EXPECT_EQ(it["forms"][0], "vuurtorenq0");
      return;
    }
  FAIL() << ran;
}

TEST(LexiconCheck, WarnsOfAPatternThatStandsInNearlyEverySentenceOfTheStudy) {
  const ExampleStudy study;
  std::string wide = example::lexicon_vision;
  wide.replace(wide.find("['gedeelde visie']"), 18, "['gedeelde visie', '/e/']");
  study.write("lexicon/visie.toml", wide);
  study.write("documents/weer.txt", "Wat een weer. Het regende. Toen kwam de zon.\n");
  study.fill();
  const Ran ran = study.run({"lexicon", "check"});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(ran.out,
              testing::ContainsRegex("visie.toml:7:[0-9]+: patroon '/e/': staat in [0-9]+ % "
                                     "van de zinnen van deze studie \\([0-9]+ van 21\\)"));
  EXPECT_THAT(ran.out, HasSubstr("op 21 zinnen van de studie"));
}

}  // namespace
}  // namespace pipeline

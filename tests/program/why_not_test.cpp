#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/program/example.h"
#include "tests/program/json.h"

namespace pipeline {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

Ran why_not(const ExampleStudy& study, const std::string& factor, const std::string& text,
            const Arguments& more = {}) {
  Arguments arguments{"why", "--not", factor, "--lexicon", study.text("lexicon")};
  arguments.insert(arguments.end(), more.begin(), more.end());
  arguments.insert(arguments.end(), {"--", text});
  return samenspel(arguments);
}

TEST(WhyNot, NamesWhatCameNearestAndWhatIsMissing) {
  const ExampleStudy study;
  const Ran ran = why_not(study, "gedeelde-visie", "Wij hadden een eigen visie.");
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_EQ(ran.out,
            "gedeelde-visie · niet gecodeerd\n"
            "    Wij hadden een eigen visie.\n\n"
            "  Wat het dichtst in de buurt kwam\n"
            "  1. “visie” lijkt op gedeelde visie (visie.toml:7), maar gedeelde ontbreekt\n");
  EXPECT_EQ(ran.err, "");
}

TEST(WhyNot, TellsAFalseFriendFirst) {
  const ExampleStudy study;
  std::string lexicon = example::lexicon_vision;
  study.write(
      "lexicon/visie.toml",
      lexicon + "faal = ['tunnelvisie hebben']\nbehalve = ['gedeelde visie op de markt']\n");
  const Ran ran = why_not(study, "gedeelde-visie", "Er was een gedeelde visie op de markt.");
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(ran.out,
              HasSubstr("  1. “gedeelde visie” past op gedeelde visie (visie.toml:7), maar "
                        "“gedeelde visie op de markt” (gedeelde visie op de markt, "
                        "visie.toml:9) is een valse vriend\n"));
}

TEST(WhyNot, SaysThatTheFactorIsCodedAfterAll) {
  const ExampleStudy study;
  const Ran ran = why_not(study, "vertrouwen", "Er was geen vertrouwen.");
  EXPECT_EQ(ran.status, 1) << ran;
  EXPECT_THAT(ran.out, StartsWith("vertrouwen · wel gecodeerd\n"));
  EXPECT_THAT(ran.out, HasSubstr("  faal · feit, omdat\n  - “vertrouwen” past op het patroon"));
  EXPECT_THAT(ran.out, HasSubstr("een kerend signaal maakt van succes faal"));
}

TEST(WhyNot, EndsWithOneWhereNothingComesNear) {
  const ExampleStudy study;
  const Ran ran = why_not(study, "vertrouwen", "Het regende.");
  EXPECT_EQ(ran.status, 1) << ran;
  EXPECT_THAT(ran.out, HasSubstr("Geen patroon van deze factor komt in de buurt."));
}

TEST(WhyNot, AnswersInJson) {
  const ExampleStudy study;
  const auto json = json_of(
      why_not(study, "gedeelde-visie", "Eén visie was er niet.", {"--format", "json", "-n", "3"}));
  EXPECT_EQ(json["format"], "samenspel-why-not");
  EXPECT_EQ(json["version"], 1);
  EXPECT_EQ(json["lexicon"], "lexicon proef@1.0.0");
  EXPECT_EQ(json["coded"], false);
  ASSERT_EQ(json["near"].size(), 1U);
  EXPECT_EQ(json["near"][0]["pattern"], "gedeelde visie");
  EXPECT_EQ(json["near"][0]["matches"], false);
  EXPECT_EQ(json["near"][0]["spans"], nlohmann::json::parse("[[4,9]]"));
  EXPECT_EQ(json["near"][0]["why_not"], "gedeelde ontbreekt");
}

TEST(WhyNot, ReadsStandardInputAndTheLexiconOfAStudy) {
  const ExampleStudy study;
  study.create();
  RunOptions options;
  options.input = "Wij hadden een eigen visie.\n";
  const Ran ran =
      samenspel({"why", "--not", "gedeelde-visie", "--study", study.text("study"), "-"}, options);
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(ran.out, HasSubstr("gedeelde ontbreekt"));
}

TEST(WhyNot, SaysWhatIsWrong) {
  const ExampleStudy study;
  const Ran factor = why_not(study, "vertrouwe", "Ja.");
  EXPECT_EQ(factor.status, 2) << factor;
  EXPECT_THAT(factor.err,
              HasSubstr("factor 'vertrouwe' staat niet in het lexicon; bedoelt u 'vertrouwen'?"));
  const Ran alone = samenspel({"why", "12:3", "--lexicon", "x"});
  EXPECT_EQ(alone.status, 2) << alone;
  EXPECT_THAT(alone.err, HasSubstr("--lexicon kan alleen samen met --not"));
}

}  // namespace
}  // namespace pipeline

// samenspel lexicon suggest: words that stand out beside a factor.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/program/example.h"
#include "tests/program/json.h"

namespace pipeline {
namespace {

using testing::HasSubstr;

// Four documents: in each a passage about trust with talk over the fence, and one about the rain.
void fill(const ExampleStudy& study) {
  study.create();
  for (const auto& [name, toys] :
       {std::pair{"a", "water"}, {"b", "ballen"}, {"c", "stokken"}, {"d", "knikkers"}})
    study.write(std::string("fences/") + name + ".txt",
                "R: Er was vertrouwen, en we praatten over de schutting.\n"
                "I: Stond er een schutting van vertrouwen?\n"
                "R: Het regende de hele middag en de wind waaide hard langs de oude huizen.\n"
                "R2: Daarna scheen de zon weer op het plein, en kinderen speelden met " +
                    std::string(toys) + ".\n");
  ASSERT_EQ(study.run({"ingest", study.text("fences")}).status, 0);
}

TEST(LexiconSuggest, NamesWhatStandsOutAndIsNotCovered) {
  const ExampleStudy study;
  fill(study);
  const Ran ran = study.run({"lexicon", "suggest", "vertrouwen", "--format", "csv"});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(ran.out, testing::StartsWith("woorden,bij_factor,elders,documenten,log_likelihood,"
                                           "log_ratio\r\n"));
  EXPECT_THAT(ran.out, HasSubstr("\nover de schutting,4,0,4,"));
  EXPECT_THAT(ran.out, testing::Not(HasSubstr("\nschutting,")));  // only within the longer one
  EXPECT_THAT(ran.out, testing::Not(HasSubstr("vertrouwen")));    // the lexicon has it
  EXPECT_THAT(ran.out, testing::Not(HasSubstr("regenen")));
}

TEST(LexiconSuggest, ShowsExamplesOfDifferentDocuments) {
  const ExampleStudy study;
  fill(study);
  const Ran ran = study.run({"lexicon", "suggest", "vertrouwen", "--voorbeelden", "2"});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(ran.out, HasSubstr("\nover de schutting\n  a.txt · R (respondent)\n    Er was "
                                 "vertrouwen, en we praatten [over de schutting].\n  b.txt"));
  EXPECT_THAT(ran.out, HasSubstr("Bij de factor: 4 van 12 passages"));
  EXPECT_THAT(ran.out, HasSubstr("(Dunning 1993)"));
  EXPECT_THAT(ran.out, HasSubstr("(Hardie 2014)"));
  const auto json =
      json_of(study.run({"lexicon", "suggest", "vertrouwen", "--format", "json", "--aantal", "1"}));
  EXPECT_EQ(json["format"], "samenspel-lexicon-suggest");
  ASSERT_EQ(json["suggestions"].size(), 1U);
  EXPECT_EQ(json["suggestions"][0]["target"], 4);
  EXPECT_EQ(json["suggestions"][0]["examples"].size(), 2U);
  EXPECT_EQ(json["target_words"].get<int>() + json["rest_words"].get<int>(), 4 * 36);
}

TEST(LexiconSuggest, EndsWithOneWhereNothingStandsOutAndTwoOnAMistake) {
  const ExampleStudy study;
  fill(study);
  struct Row {
    Arguments arguments;
    int status;
    std::string words;
  };
  for (const Row& row :
       std::vector<Row>{{{"vertrouwen", "--minimum", "5"}, 1, "geen woord valt genoeg op"},
                        {{"overleg"}, 1, "nog niets gecodeerd als overleg"},
                        {{"vertrouw"}, 2, "bedoelt u 'vertrouwen'?"},
                        {{"vertrouwen", "--minimum", "0"}, 2, "--minimum: 0 ligt niet tussen"}}) {
    Arguments arguments{"lexicon", "suggest"};
    arguments.insert(arguments.end(), row.arguments.begin(), row.arguments.end());
    const Ran ran = study.run(arguments);
    EXPECT_EQ(ran.status, row.status) << ran;
    EXPECT_THAT(ran.err, HasSubstr(row.words));
  }
}

}  // namespace
}  // namespace pipeline

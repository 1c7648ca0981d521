#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/program/example.h"
#include "tests/program/json.h"

namespace pipeline {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

TEST(Kwic, ShowsHitsUnderEachOther) {
  const ExampleStudy study;
  study.fill();
  const Ran ran = study.run({"kwic", "gemeente", "--kolom", "case"});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(ran.out, HasSubstr("Het overleg met de  gemeente  ging zo."));
  EXPECT_THAT(ran.out, HasSubstr("westerbeek\n"));
  EXPECT_THAT(ran.out, HasSubstr("2 treffers in 2 passages; getoond: 2\n"));
  EXPECT_EQ(ran.err, "");
}

TEST(Kwic, WritesATable) {
  const ExampleStudy study;
  study.fill();
  const Ran ran = study.run({"kwic", "gemeente", "--format", "csv", "--kant", "links", "--context",
                             "2", "--kolom", "document", "--sort", "document"});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(ran.out, StartsWith("passage,links,treffer,document\r\n"));
  EXPECT_THAT(ran.out, HasSubstr(",met de ,gemeente,westerbeek/gesprek.vtt\r\n"));
}

TEST(Kwic, WritesALineAHitForOtherPrograms) {
  const ExampleStudy study;
  study.fill();
  const Ran all = study.run({"kwic", "vertrouwen", "--format", "tsv", "--kolom", "document"});
  EXPECT_EQ(all.status, 0) << all;
  EXPECT_THAT(all.out, StartsWith("passage\tlinks\ttreffer\trechts\tdocument\n"));
  EXPECT_EQ(all.err, "");
  const Ran one = study.run({"kwic", "vertrouwen", "--format", "jsonl", "-n", "1"});
  EXPECT_EQ(std::ranges::count(one.out, '\n'), 1) << one;
  EXPECT_EQ(nlohmann::json::parse(one.out)["treffer"], "vertrouwen");
  EXPECT_THAT(one.err, HasSubstr("treffers in 5 passages; getoond: 1\n"));
}

TEST(Kwic, FindsFactorsByTheirEvidence) {
  const ExampleStudy study;
  study.fill();
  const auto json = json_of(study.run({"kwic", "factor:vertrouwen", "--format", "json", "--kolom",
                                       "valentie", "--sort", "valentie"}));
  EXPECT_GE(json["rows"].size(), 2U);
  for (const auto& row : json["rows"])
    EXPECT_THAT(row["cells"][4].get<std::string>(), testing::AnyOf("succes", "faal", "neutraal"));
}

// What is no word to the index stands between words in the text: a hesitation, a name that captions
// repeat.
TEST(Kwic, FindsTheWordsOfSpeechAsTheIndexHasThem) {
  const ExampleStudy study;
  study.write("documents/algemeen/spraak.txt", "I: Wat was er?\nR: Toen was, eh, eensgezind.\n");
  study.write("documents/algemeen/rij.srt",
              "1\n00:00:01,000 --> 00:00:02,000\nJoke: Hoe ging dat?\n\n"
              "2\n00:00:02,000 --> 00:00:05,000\nKees: Er was toen\n\n"
              "3\n00:00:05,000 --> 00:00:09,000\nKees: geen grote ruzie, zei Kees.\n\n"
              "4\n00:00:10,000 --> 00:00:12,000\nJoke: En later?\n\n"
              "5\n00:00:13,000 --> 00:00:15,000\nKees: Niets.\n");
  study.fill();
  EXPECT_THAT(study.run({"kwic", "\"was eensgezind\""}).out, HasSubstr("2 treffers in 1 passage"));
  const Ran quarrel =
      study.run({"kwic", "\"toen geen grote\"", "--format", "csv", "--kant", "links"});
  EXPECT_THAT(quarrel.out, HasSubstr(",toen\r\n")) << quarrel;
  EXPECT_THAT(quarrel.out, HasSubstr(",geen grote\r\n")) << quarrel;
  EXPECT_THAT(study.run({"kwic", "Kees"}).out, HasSubstr("1 treffer in 1 passage"));
}

TEST(Kwic, DrawsASampleThatIsTheSameEveryTime) {
  const ExampleStudy study;
  study.fill();
  const Arguments draw{"kwic", "de", "--steekproef", "2", "--zaad", "5", "--format", "csv"};
  const Ran first = study.run(draw);
  EXPECT_EQ(first.status, 0) << first;
  EXPECT_EQ(std::ranges::count(first.out, '\n'), 3) << first.out;
  EXPECT_EQ(study.run(draw).out, first.out);
}

TEST(Kwic, SaysWhatIsWrong) {
  const ExampleStudy study;
  study.fill();
  const struct {
    Arguments arguments;
    std::string says;
  } rows[] = {
      {{"kwic", "gemeente", "--context", "alles"},
       "--context: geef een aantal woorden van 1 tot 200, of zin of beurt, en niet 'alles'"},
      {{"kwic", "gemeente", "--sort", "R9"}, "'R9' is er niet om op te sorteren"},
      {{"kwic", "gemeente", "--kolom", "roll"},
       "--kolom: geen enkele passage heeft 'roll'; bedoelt u 'rol'?"},
      {{"kwic", "(gemeente"}, "zoekvraag"},
      {{"kwic", "gemeente", "--kant", "boven"}, "--kant: 'boven' is er niet"}};
  for (const auto& row : rows) {
    const Ran ran = study.run(row.arguments);
    EXPECT_EQ(ran.status, 2) << ran;
    EXPECT_THAT(ran.err, HasSubstr(row.says));
  }
  const Ran nothing = study.run({"kwic", "giraffe"});
  EXPECT_EQ(nothing.status, 1) << nothing;
  EXPECT_THAT(nothing.err, HasSubstr("niets gevonden"));
}

}  // namespace
}  // namespace pipeline

// samenspel lexicon diff: what another lexicon makes of a study.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/program/example.h"
#include "tests/program/json.h"

namespace pipeline {
namespace {

using testing::HasSubstr;

// The example's lexicon with `overleg` good by itself, no `wantrouw*` any more, and a factor more.
void write_other(const ExampleStudy& study) {
  study.write("other/lexicon.toml",
              "id = \"proef\"\nversie = \"1.1.0\"\ntitel = \"Proeflexicon\"\ntaal = \"nl\"\n");
  std::string relation = example::lexicon_relation;
  relation.replace(relation.find("faal = ['wantrouw*']\n"), 21, "");
  relation.replace(relation.find("neutraal = ['overleg']"), 22, "succes = ['overleg']");
  study.write("other/relatie.toml", relation +
                                        "[[factor]]\nid = \"bewoners\"\nlabel = \"Bewoners\"\n"
                                        "definitie = \"D\"\nneutraal = ['bewoner']\n");
  study.write("other/visie.toml", example::lexicon_vision);
  study.write("other/context.toml",
              std::string(example::lexicon_cues) +
                  "[[cue]]\nklasse = \"wens\"\nrichting = \"beide\"\npatronen = ['zoeken']\n");
}

TEST(LexiconDiff, CountsWhatComesGoesAndChanges) {
  const ExampleStudy study;
  study.fill();
  write_other(study);
  const std::string whole = dump(study.path("study"));
  const Ran ran = study.run({"lexicon", "diff", study.text("other")});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(ran.out, testing::StartsWith("proef@1.0.0 → proef@1.1.0, op 18 zinnen van 6 "
                                           "documenten\nCoderingen: 14 → 13. "));
  EXPECT_THAT(ran.out, HasSubstr("1 erbij, 2 weg, 2 met andere valentie, 0 met andere modaliteit"));
  EXPECT_THAT(ran.out, HasSubstr("\nErbij: 1\n\n  bewoners: niet → neutraal  ·  "
                                 "heuvelsdal/pagina.html\n    [Bewoners] hebben"));
  EXPECT_THAT(ran.out,
              HasSubstr("\nWeg: 2\n\n  vertrouwen: faal → niet  ·  heuvelsdal/gesprek.srt"));
  EXPECT_THAT(ran.out, HasSubstr("    was:   “wantrouwen” (wantrouw*)\n"));
  EXPECT_THAT(ran.out, HasSubstr("  overleg: neutraal → succes (wens)  ·  heuvelsdal/memo.md\n"));
  EXPECT_EQ(dump(study.path("study")), whole);
}

TEST(LexiconDiff, SaysWhichCellsOfTheTableMove) {
  const ExampleStudy study;
  study.fill();
  write_other(study);
  const Arguments diff{"lexicon",           "diff",     study.text("lexicon"),
                       study.text("other"), "--format", "json"};
  const auto json = json_of(study.run(diff));
  EXPECT_EQ(json["format"], "samenspel-lexicon-diff");
  EXPECT_EQ(json["before"]["codings"], 14);
  EXPECT_EQ(json["after"]["codings"], 13);
  EXPECT_EQ(json["total"], 5);
  EXPECT_EQ(json["counts"]["weg"], 2);
  std::vector<std::string> cells;
  for (const auto& it : json["cells"])
    cells.push_back(it["factor"].get<std::string>() + " " + it["case"].get<std::string>() + " " +
                    it["valentie"].get<std::string>() + " " + std::to_string(it["was"].get<int>()) +
                    ">" + std::to_string(it["wordt"].get<int>()));
  EXPECT_THAT(cells, testing::UnorderedElementsAre(
                         "vertrouwen heuvelsdal faal 1>0", "vertrouwen westerbeek faal 1>0",
                         "overleg heuvelsdal succes 0>1", "overleg heuvelsdal neutraal 1>0",
                         "overleg westerbeek succes 0>1", "overleg westerbeek neutraal 1>0",
                         "bewoners heuvelsdal neutraal 0>1"));
  ASSERT_EQ(json["changes"].size(), 5U);
  const auto& change = json["changes"][0];
  EXPECT_EQ(change["change"], "weg");
  EXPECT_EQ(change["text"], "Joke: Eerst was er wantrouwen.");
  EXPECT_EQ(change["before"][0]["valence"], "faal");
  EXPECT_EQ(change["after"].size(), 0U);
}

TEST(LexiconDiff, TakesOtherColumnsAndShowsNoMoreThanAsked) {
  const ExampleStudy study;
  study.fill();
  write_other(study);
  const Ran ran =
      study.run({"lexicon", "diff", study.text("other"), "--columns", "rol", "--aantal", "1"});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(ran.out, HasSubstr("wethouder"));
  EXPECT_THAT(ran.out, HasSubstr("\nWeg: 2; getoond: 1 (meer met --aantal)\n"));
  const auto json = json_of(
      study.run({"lexicon", "diff", study.text("other"), "--aantal", "1", "--format", "json"}));
  EXPECT_EQ(json["total"], 5);
  EXPECT_EQ(json["changes"].size(), 3U);
}

TEST(LexiconDiff, EndsWithOneWhereNothingChangesAndTwoOnAMistake) {
  const ExampleStudy study;
  study.fill();
  const Ran same = study.run({"lexicon", "diff", study.text("lexicon")});
  EXPECT_EQ(same.status, 1) << same;
  EXPECT_THAT(same.out, HasSubstr("Er verandert niets."));
  struct Row {
    Arguments arguments;
    std::string words;
  };
  for (const Row& row :
       std::vector<Row>{{{study.text("nergens")}, "geen map die gelezen kan worden"},
                        {{study.text("lexicon"), "--columns", "kleur"}, "kleur"}}) {
    Arguments arguments{"lexicon", "diff"};
    arguments.insert(arguments.end(), row.arguments.begin(), row.arguments.end());
    const Ran ran = study.run(arguments);
    EXPECT_EQ(ran.status, 2) << ran;
    EXPECT_THAT(ran.err, HasSubstr(row.words));
    EXPECT_EQ(ran.out, "");
  }
}

}  // namespace
}  // namespace pipeline

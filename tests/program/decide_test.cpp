#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/program/example.h"
#include "tests/program/json.h"

namespace pipeline {
namespace {

using testing::HasSubstr;
using testing::Not;

class Deciding : public testing::Test {
 protected:
  void SetUp() override { study_.fill(); }

  Ran codings(Arguments arguments) const {
    arguments.insert(arguments.begin(), "codings");
    return study_.run(arguments);
  }
  // The number of the lexicon's coding that speaks of these words.
  std::string number(const std::string& words) const {
    const auto rows = json_of(codings({"list", "--coder", "lexicon", "--format", "json"}));
    for (const auto& row : rows["rows"])
      if (std::string(row["cells"].back()).find(words) != std::string::npos) return row["cells"][0];
    return "?";
  }

  ExampleStudy study_;
};

TEST_F(Deciding, KeepsTheVerdictOfAPersonAndShowsIt) {
  const std::string id = number("wantrouwen tegen de gemeente");
  const Ran rejected =
      codings({"reject", id, "--by", "marit", "--reason", "Zij zegt later iets anders"});
  EXPECT_EQ(rejected.status, 0) << rejected;
  EXPECT_THAT(rejected.out, HasSubstr(id + "  vertrouwen · faal · feit: verworpen"));
  EXPECT_THAT(rejected.out, HasSubstr("Later kwam er wantrouwen tegen de gemeente."));
  const Ran why = study_.run({"why", id});
  EXPECT_THAT(why.out, HasSubstr("Verworpen door marit op 20"));
  EXPECT_THAT(why.out, HasSubstr("Zij zegt later iets anders"));
  const auto json = json_of(study_.run({"why", id, "--format", "json"}));
  EXPECT_EQ(json["status"], "verworpen");
  EXPECT_EQ(json["decision"]["by"], "marit");
  const Ran list = codings({"list", "--stand", "besloten"});
  EXPECT_THAT(list.out, HasSubstr("1 codering; getoond: 1 tot en met 1"));
  EXPECT_THAT(list.out, HasSubstr("Verworpen door marit"));
}

TEST_F(Deciding, TakesRejectedCodingsFromTablesAndSearches) {
  const std::string id = number("wantrouwen tegen de gemeente");
  const Ran before = study_.run({"table", "--format", "csv"});
  EXPECT_THAT(before.out, HasSubstr("vertrouwen,Vertrouwen,4,2,0"));
  EXPECT_THAT(study_.run({"search", "factor:vertrouwen gemeente"}).out, HasSubstr("Later kwam er"));
  ASSERT_EQ(codings({"reject", id, "--by", "marit"}).status, 0);
  EXPECT_THAT(study_.run({"table", "--format", "csv"}).out,
              HasSubstr("vertrouwen,Vertrouwen,4,1,0"));
  EXPECT_THAT(study_.run({"table"}).out, HasSubstr("1 verworpen codering"));
  EXPECT_THAT(study_.run({"search", "factor:vertrouwen gemeente"}).out,
              Not(HasSubstr("Later kwam er")));
  // Other documents are found as before.
  EXPECT_THAT(study_.run({"search", "factor:vertrouwen bewoners"}).out, HasSubstr("Bewoners"));
  EXPECT_EQ(study_.run({"check"}).status, 0);
}

TEST_F(Deciding, CountsWhatWasAcceptedAsSettled) {
  const std::string good = number("Het vertrouwen was groot"), bad = number("wantrouwen tegen");
  ASSERT_EQ(codings({"accept", good, "--by", "marit"}).status, 0);
  ASSERT_EQ(codings({"reject", bad, "--by", "marit"}).status, 0);
  EXPECT_THAT(study_.run({"table", "--coder", "settled", "--format", "csv"}).out,
              HasSubstr("vertrouwen,Vertrouwen,1,0,0"));
  const Ran evaluated = study_.run({"evaluate", "--format", "csv"});
  EXPECT_EQ(evaluated.status, 0) << evaluated;
  EXPECT_THAT(evaluated.out, HasSubstr("lexicon proef@1.0.0"));
  const Ran exported = codings({"list", "--stand", "aanvaard", "--format", "csv"});
  EXPECT_THAT(exported.out, HasSubstr("aanvaard,marit,20"));
}

TEST_F(Deciding, OutlivesARunWithAnotherLexiconAndAChangedText) {
  const std::string id = number("wantrouwen tegen de gemeente");
  ASSERT_EQ(codings({"reject", id, "--by", "marit", "--reason", "nee"}).status, 0);
  study_.write("study/lexicon/context.toml", std::string(example::lexicon_cues) + "\n# anders\n");
  ASSERT_EQ(study_.run({"tag"}).status, 0);
  EXPECT_THAT(codings({"list", "--stand", "verworpen"}).out, HasSubstr("door marit"));
  study_.write("documents/westerbeek/interview.txt",
               "I: Mag ik opnemen?\nR: Ja hoor.\n" + std::string(example::interview));
  ASSERT_EQ(study_.ingest().status, 0);
  const Ran list = codings({"list", "--stand", "verworpen", "--format", "csv"});
  EXPECT_THAT(list.out, HasSubstr("verworpen,marit,20"));
  EXPECT_THAT(list.out, HasSubstr(",nee,westerbeek/interview.txt,"));
  EXPECT_THAT(study_.run({"table", "--format", "csv"}).out,
              HasSubstr("vertrouwen,Vertrouwen,4,1,0"));
}

TEST_F(Deciding, IsTakenBackByWhoDecidedAndNobodyElse) {
  const std::string id = number("wantrouwen tegen de gemeente");
  const std::string before = study_.run({"table", "--format", "csv"}).out;
  ASSERT_EQ(codings({"reject", id, "--by", "marit"}).status, 0);
  const Ran other = codings({"withdraw", id, "--by", "bram"});
  EXPECT_EQ(other.status, 2);
  EXPECT_THAT(other.err,
              HasSubstr(id + ": dit is verworpen door marit; alleen marit trekt dat in"));
  const Ran own = codings({"withdraw", id, "--by", "marit"});
  EXPECT_EQ(own.status, 0) << own;
  EXPECT_THAT(own.out, HasSubstr("besluit ingetrokken"));
  EXPECT_EQ(study_.run({"table", "--format", "csv"}).out, before);
  const Ran again = codings({"withdraw", id, "--by", "marit"});
  EXPECT_EQ(again.status, 2);
  EXPECT_THAT(again.err, HasSubstr(id + ": hierover heeft niemand beslist"));
}

TEST_F(Deciding, NamesEachNumberThatItCannotDecideOnAndDecidesOnTheOthers) {
  study_.write("anna.tsv",
               "document\tcitaat\tfactor\tvalentie\n"
               "westerbeek/interview.txt\tEr was geen overleg.\toverleg\tfaal\n");
  ASSERT_EQ(codings({"import", study_.text("anna.tsv"), "--coder", "anna"}).status, 0);
  const auto of_anna = json_of(codings({"list", "--coder", "anna", "--format", "json"}));
  const std::string hers = of_anna["rows"][0]["cells"][0];
  const std::string done = number("wantrouwen tegen de gemeente");
  const std::string open = number("Het vertrouwen was groot");
  ASSERT_EQ(codings({"accept", done, "--by", "bram"}).status, 0);
  const Ran ran =
      codings({"reject", "zes", "6:99", "99:1", hers, done, open, open, "--by", "marit"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_THAT(ran.err, HasSubstr("'zes' is geen codering; schrijf document:nummer"));
  EXPECT_THAT(ran.err, HasSubstr("6:99: deze codering is er niet (meer)"));
  EXPECT_THAT(ran.err, HasSubstr("99:1: deze codering is er niet (meer)"));
  EXPECT_THAT(ran.err, HasSubstr(hers + ": dit codeerde anna zelf"));
  EXPECT_THAT(ran.err, HasSubstr(done + ": dit is al aanvaard door bram, en wordt niet zomaar "
                                        "verworpen; trek dat eerst in"));
  EXPECT_THAT(ran.out, HasSubstr(open + "  vertrouwen · succes · feit: verworpen"));
  EXPECT_THAT(codings({"list", "--stand", "besloten"}).out, HasSubstr("2 coderingen"));
  const Ran same = codings({"reject", open, "--by", "bram"});
  EXPECT_EQ(same.status, 0);
  EXPECT_THAT(same.out, HasSubstr(open + "  was al verworpen door marit"));
}

TEST_F(Deciding, WantsToKnowWhoDecides) {
  for (const char* name : {"lexicon", "learned@abc", "settled"}) {
    const Ran ran = codings({"accept", "6:1", "--by", name});
    EXPECT_EQ(ran.status, 2);
    EXPECT_THAT(ran.err, HasSubstr("kan geen naam van een codeur zijn; kies een andere met --by"));
  }
}

TEST_F(Deciding, SaysThatNothingIsListed) {
  const Ran none = codings({"list", "--stand", "verworpen"});
  EXPECT_EQ(none.status, 1);
  EXPECT_THAT(none.err, HasSubstr("geen codering is zo"));
  const Ran beyond = codings({"list", "--vanaf", "999"});
  EXPECT_EQ(beyond.status, 1);
  EXPECT_THAT(beyond.err, HasSubstr("zoveel coderingen zijn er niet"));
  const Ran coder = codings({"list", "--coder", "anna"});
  EXPECT_EQ(coder.status, 2);
  EXPECT_THAT(coder.err, HasSubstr("geen codering is van codeur 'anna'"));
  const Ran factor = codings({"list", "--factor", "vertrouwe"});
  EXPECT_EQ(factor.status, 2);
  EXPECT_THAT(factor.err, HasSubstr("geen codering heeft factor 'vertrouwe'; bedoelt u"));
}

}  // namespace
}  // namespace pipeline

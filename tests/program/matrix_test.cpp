#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/program/example.h"
#include "tests/program/json.h"

namespace pipeline {
namespace {

using testing::HasSubstr;
using testing::Not;

const Arguments confirm{"matrix",
                        "--confirm",
                        "factor=vertrouwen,case=heuvelsdal",
                        "--rating",
                        "+2",
                        "--reason",
                        "Later kwam het goed",
                        "--by",
                        "Noor"};

std::string cell_of(const ExampleStudy& study) {
  return study.run({"matrix", "--cell", "factor=vertrouwen,case=heuvelsdal"}).out;
}

TEST(MatrixCommand, RatesEachFactorInEachCase) {
  const ExampleStudy study;
  study.fill();
  const Ran ran = study.run({"matrix", "--format", "csv"});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_EQ(ran.out,
            "factor,label,algemeen,heuvelsdal,westerbeek,aantal:positief,aantal:negatief,"
            "aantal:gemengd,aantal:ontbreekt\r\n"
            "vertrouwen,Vertrouwen,ontbreekt,gemengd,gemengd,0,0,2,1\r\n"
            "overleg,Overleg,ontbreekt,0,-1,0,1,0,1\r\n"
            "gedeelde-visie,Gedeelde visie,+1,-1,+1,2,1,0,0\r\n");
  const Ran text = study.run({"matrix"});
  EXPECT_THAT(text.out, HasSubstr("Voorstel: ontbreekt zonder codering"));
  EXPECT_THAT(text.out, HasSubstr("Lexicon: proef@1.0.0"));
}

TEST(MatrixCommand, ShowsWhatACellRestsOn) {
  const ExampleStudy study;
  study.fill();
  const std::string cell = cell_of(study);
  for (const char* words :
       {"Vertrouwen in heuvelsdal: gemengd", "succes 2, faal 1, neutraal 0",
        "Voorstel, niet vastgesteld.", "Eerst was er wantrouwen.", "Sterkste citaten, faal"})
    EXPECT_THAT(cell, HasSubstr(words));
  const Ran cells = study.run({"matrix", "--cells", "--format", "csv"});
  EXPECT_THAT(cells.out, HasSubstr("oordeel,voorstel,waarde,succes,faal,neutraal,sprekers,rollen,"
                                   "door,reden,let_op,succes_1,succes_2,faal_1,faal_2"));
  EXPECT_THAT(cells.out, HasSubstr("Eerst was er wantrouwen. (heuvelsdal/gesprek.srt"));
}

TEST(MatrixCommand, KeepsWhatAPersonConfirmedThroughEveryRun) {
  const ExampleStudy study;
  study.fill();
  const Ran confirmed = study.run(confirm);
  EXPECT_EQ(confirmed.status, 0) << confirmed;
  EXPECT_THAT(confirmed.out, HasSubstr("+2 vastgesteld door Noor (voorstel was gemengd)"));
  for (const Arguments& run : {Arguments{"tag"}, Arguments{"reindex"}}) {
    ASSERT_EQ(study.run(run).status, 0);
    EXPECT_THAT(cell_of(study), HasSubstr("Vertrouwen in heuvelsdal: +2"));
    EXPECT_THAT(cell_of(study), HasSubstr("Vastgesteld door Noor"));
    EXPECT_THAT(cell_of(study), Not(HasSubstr("sindsdien veranderd")));
  }
  EXPECT_THAT(study.run({"matrix"}).out, HasSubstr("1 cel is door een mens vastgesteld"));
}

TEST(MatrixCommand, FlagsARatingWhoseTextChanged) {
  const ExampleStudy study;
  study.fill();
  ASSERT_EQ(study.run(confirm).status, 0);
  study.write("documents/heuvelsdal/gesprek.srt",
              "1\n00:00:02,000 --> 00:00:05,000\nJoke: Er was wantrouwen, en niet zo'n beetje.\n");
  ASSERT_EQ(study.ingest().status, 0);
  EXPECT_THAT(cell_of(study), HasSubstr("Vertrouwen in heuvelsdal: +2"));
  EXPECT_THAT(cell_of(study), HasSubstr("Let op: teksten of coderingen zijn sindsdien veranderd."));
  EXPECT_THAT(study.run({"matrix"}).out, HasSubstr("+2✓!"));
  EXPECT_THAT(study.run({"matrix", "--where", "rol:bestuurder"}).out,
              Not(HasSubstr("westerbeek/interview")))
      << "a restricted matrix is made, too";
}

TEST(MatrixCommand, TakesARatingBack) {
  const ExampleStudy study;
  study.fill();
  ASSERT_EQ(study.run(confirm).status, 0);
  const Arguments withdraw{"matrix",   "--withdraw", "factor=vertrouwen,case=heuvelsdal",
                           "--reason", "Toch niet",  "--by",
                           "Noor"};
  const Ran back = study.run(withdraw);
  EXPECT_EQ(back.status, 0) << back;
  EXPECT_THAT(back.out, HasSubstr("oordeel ingetrokken; het voorstel is gemengd"));
  EXPECT_THAT(cell_of(study), HasSubstr("Vertrouwen in heuvelsdal: gemengd"));
  const Ran again = study.run(withdraw);
  EXPECT_EQ(again.status, 2);
  EXPECT_THAT(again.err, HasSubstr("deze cel is niet vastgesteld; er is niets in te trekken"));
}

TEST(MatrixCommand, TakesItsRuleFromTheStudy) {
  const ExampleStudy study;
  study.fill();
  study.write("study/study.toml", "titel = \"Proef\"\n[matrix]\ngemengd = 0.5\nminimum = 2\n");
  EXPECT_THAT(study.run({"matrix", "--format", "csv"}).out,
              HasSubstr("overleg,Overleg,ontbreekt,0,ontbreekt,"));
  EXPECT_THAT(study.run({"matrix", "--format", "csv", "--minimum", "1"}).out,
              HasSubstr("overleg,Overleg,ontbreekt,0,-1,"));
  const struct {
    const char *setting, *says;
  } rows[] = {{"gemengd = 0.7", "gemengd: schrijf een deel boven 0 tot en met 0.5, zoals 0.33"},
              {"sterk_sprekers = 0", "sterk_sprekers: schrijf een getal van 1 tot 1000"},
              {"minimum = \"twee\"", "minimum: schrijf een getal van 1 tot 1000"}};
  for (const auto& [setting, says] : rows) {
    study.write("study/study.toml", std::string("[matrix]\n") + setting + "\n");
    const Ran ran = study.run({"matrix"});
    EXPECT_EQ(ran.status, 2) << ran;
    EXPECT_THAT(ran.err, HasSubstr(std::string("study.toml:2:")));
    EXPECT_THAT(ran.err, HasSubstr(says));
  }
}

TEST(MatrixCommand, ComparesOutcomes) {
  const ExampleStudy study;
  study.fill();
  const Ran ran = study.run({"matrix", "--outcome", "case"});
  EXPECT_EQ(ran.status, 2);
  const Ran dates =
      study.run({"matrix", "--columns", "document", "--outcome", "case", "--format", "json"});
  EXPECT_EQ(dates.status, 0) << dates;
  EXPECT_EQ(json_of(dates)["title"], "Factoren naar case");
}

TEST(MatrixCommand, SaysWhatIsWrong) {
  const ExampleStudy study;
  study.fill();
  const std::string cell = "factor=vertrouwen,case=heuvelsdal";
  const struct {
    Arguments arguments;
    std::string says;
  } rows[] = {
      {{"--cell", "factor=vertrouwn,case=heuvelsdal"}, "bedoelt u 'vertrouwen'?"},
      {{"--cell", "factor=vertrouwen,case=heuvelsdl"}, "bedoelt u 'heuvelsdal'?"},
      {{"--cell", "factor=vertrouwen"}, "een cel heeft een factor en een case"},
      {{"--cell", "rol=bestuurder"}, "'rol' is geen kant van deze matrix"},
      {{"--columns", "cas"}, "bedoelt u 'case'?"},
      {{"--outcome", "uitkomst"}, "'uitkomst' is geen kenmerk om op te tellen"},
      {{"--confirm", cell, "--by", "N", "--reason", "r"}, "geef een oordeel: --rating met -2"},
      {{"--confirm", cell, "--by", "N", "--reason", "r", "--rating", "3"}, "'3' is geen oordeel"},
      {{"--confirm", cell, "--by", "N", "--reason", " ", "--rating", "1"}, "geef een reden"},
      {{"--rating", "1"}, "--rating"},
      {{"--gemengd", "0.9"}, "--gemengd"},
  };
  for (const auto& row : rows) {
    Arguments arguments{"matrix"};
    arguments.insert(arguments.end(), row.arguments.begin(), row.arguments.end());
    const Ran ran = study.run(arguments);
    EXPECT_EQ(ran.status, 2) << row.says << ran;
    EXPECT_THAT(ran.err, HasSubstr(row.says));
    EXPECT_EQ(ran.out, "");
  }
  RunOptions nobody;
  nobody.environment["USER"] = "";
  const Ran unnamed =
      study.run({"matrix", "--confirm", cell, "--reason", "r", "--rating", "1"}, nobody);
  EXPECT_EQ(unnamed.status, 2);
  EXPECT_THAT(unnamed.err, HasSubstr("zeg wie dit vaststelt"));
}

TEST(MatrixCommand, SaysWhatWouldGiveAMatrix) {
  const ExampleStudy study;
  study.create();
  const Ran empty = study.run({"matrix"});
  EXPECT_EQ(empty.status, 1) << empty;
  EXPECT_THAT(empty.err, HasSubstr("de studie heeft nog geen documenten"));
}

}  // namespace
}  // namespace pipeline

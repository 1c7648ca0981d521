#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/model/coding.h"
#include "tests/program/example.h"
#include "tests/program/json.h"

namespace pipeline {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

constexpr const char* sentences =
    "id\tdoc\tprevious\tsentence\n"
    "s1\tm\t\tEr was vertrouwen.\n"
    "s2\tm\t\tEr was geen gedeelde visie en geen overleg.\n"
    "s3\tm\t\tHet regende de hele middag.\n"
    "s4\tm\t\tHet overleg begon om acht uur.\n";
constexpr const char* anna =
    "id\tfactor\tvalence\n"
    "s1\tvertrouwen\tsucces\ns2\tgedeelde-visie\tfaal\ns2\toverleg\tfaal\ns3\t-\t-\ns4\t-\t-\n";
constexpr const char* bram =
    "id\tfactor\tvalence\n"
    "s1\tvertrouwen\tsucces\ns2\tgedeelde-visie\tfaal\ns3\t-\t-\ns4\t-\t-\n";

// Four sentences, two coders and a lexicon; the arguments come after those that name them.
struct Coded {
  ExampleStudy study;

  Coded() {
    study.write("zinnen.tsv", sentences);
    study.write("anna.tsv", anna);
    study.write("bram.tsv", bram);
  }
  Ran evaluate(const Arguments& more) const {
    Arguments arguments{"evaluate",           "--sentences",          study.text("zinnen.tsv"),
                        "--codings",          study.text("anna.tsv"), "--lexicon",
                        study.text("lexicon")};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return samenspel(arguments);
  }
  Ran with_both(Arguments more) const {
    more.insert(more.end(), {"--codings", study.text("bram.tsv")});
    return evaluate(more);
  }
};

TEST(Evaluate, ShowsTheLexiconBesideThePeople) {
  const Coded coded;
  const Ran ran = coded.with_both({});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(ran.out, StartsWith("Overeenstemming van lexicon en codeurs\n"));
  for (const char* row :
       {"lexicon : consensus ", "lexicon : anna ", "lexicon : bram ", "bram : anna "})
    EXPECT_THAT(ran.out, HasSubstr(row));
  EXPECT_THAT(ran.out,
              HasSubstr("lexicon proef@1.0.0 op 4 zinnen, gecodeerd door anna, bram; referentie: "
                        "consensus.\n"));
  EXPECT_THAT(ran.out, HasSubstr("Wilson (1927)"));
  EXPECT_EQ(ran.err, "");
}

// The lexicon gives vertrouwen (s1), gedeelde-visie and overleg (s2), overleg (s4); overleg of s2
// only anna gives.
TEST(Evaluate, CountsAsByHandInEveryFormat) {
  const Coded coded;
  const auto json = json_of(coded.with_both({"--format", "json"}));
  EXPECT_EQ(json["format"], "samenspel-table");
  const auto& cells = json["rows"][0]["cells"];
  EXPECT_EQ(cells[0], "lexicon : consensus");
  EXPECT_EQ(cells[1], 3);
  EXPECT_EQ(cells[2], 2);
  EXPECT_EQ(cells[3], 2);
  EXPECT_NEAR(cells[4].get<double>(), 200.0 / 3, 1e-9);

  const Ran csv = coded.with_both({"--per", "factor", "--format", "csv"});
  EXPECT_THAT(csv.out, StartsWith("factor,label,referentie,gegeven,juist,open,precisie,"));
  EXPECT_THAT(csv.out, HasSubstr("\r\noverleg,Overleg,0,1,0,1,0,"));
  EXPECT_THAT(csv.out, HasSubstr("\r\nTotaal,Totaal,2,3,2,1,66.666667,"));
  EXPECT_THAT(coded.with_both({"--per", "valentie", "--format", "markdown"}).out,
              HasSubstr("| faal | 1 | 1 | 1 | 100,0 |"));
  EXPECT_THAT(coded.with_both({"--per", "patroon", "--format", "csv"}).out,
              HasSubstr("\r\noverleg,overleg,relatie.toml:14,2,0,1,1,0,"));
}

TEST(Evaluate, HoldsTheLexiconAgainstThePersonWhoIsNamed) {
  const Coded coded;
  EXPECT_THAT(coded.with_both({"--per", "factor", "--against", "anna", "--format", "csv"}).out,
              HasSubstr("\r\nTotaal,Totaal,3,4,3,0,75,"));
  const Ran ran = coded.with_both({"--against", "anne"});
  EXPECT_EQ(ran.status, 2) << ran;
  EXPECT_THAT(ran.err, HasSubstr("codeur 'anne' is er niet; bedoelt u 'anna'"));
}

TEST(Evaluate, ListsTheDisagreementsToBeRead) {
  const Coded coded;
  const std::string file = coded.study.text("verschillen.tsv");
  const Ran ran = coded.with_both({"--disagreements", file, "--toon", "1"});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_EQ(bytes_of(file),
            "id\tdocument\tsoort\tfactor\tanna\tbram\tlexicon\treden\tvorige\tzin\n"
            "s2\tm\tmensen oneens\toverleg\tfaal\t-\tfaal\tfeit: “overleg” (overleg) + ontkenning: "
            "geen “geen”\t\tEr was geen gedeelde visie en geen overleg.\n"
            "s4\tm\tonterecht\toverleg\t-\t-\tneutraal\tfeit: “overleg” (overleg)\t\tHet overleg "
            "begon om acht uur.\n");
  EXPECT_THAT(ran.out, HasSubstr("\n1 verschil tussen lexicon en referentie; getoond: 1\n\n"
                                 "s4  onterecht · overleg\n"));
  EXPECT_THAT(ran.out, HasSubstr("\n  anna: -, bram: -\n"));
  EXPECT_THAT(ran.out, testing::Not(HasSubstr("\ns2 ")));  // people differ about it
}

TEST(Evaluate, IsTheSameEveryTime) {
  const Coded coded;
  for (const char* by : {"overzicht", "factor", "valentie", "patroon"}) {
    const Ran ran = coded.with_both({"--per", by, "--format", "json"});
    EXPECT_EQ(ran.status, 0) << ran;
    EXPECT_EQ(ran.out, coded.with_both({"--per", by, "--format", "json"}).out);
  }
}

TEST(Evaluate, SaysWhatIsWrongWithItsFiles) {
  const Coded coded;
  coded.study.write("elders/anna.tsv", anna);
  coded.study.write("onvolledig.tsv", "id\tfactor\tvalence\ns1\t-\t-\n");
  coded.study.write("onbekend.tsv", "id\tfactor\tvalence\ns7\t-\t-\n");
  const struct {
    Arguments more;
    std::string words;
  } rows[] = {
      {{"--codings", coded.study.text("elders/anna.tsv")}, "er is al een codeur 'anna'"},
      {{"--codings", coded.study.text("onvolledig.tsv")},
       "onvolledig.tsv: er is geen regel voor 3 van de 4 zinnen, zoals 's2'"},
      {{"--codings", coded.study.text("onbekend.tsv")},
       "onbekend.tsv:2: zin 's7' staat niet in het bestand met zinnen"},
      {{"--codings", coded.study.text("nergens.tsv")}, "nergens.tsv: kan niet worden gelezen"},
      {{"--disagreements", coded.study.text("geen/map/verschillen.tsv")},
       "kan niet worden geschreven"},
      {{"--per", "document"}, "--per: 'document' is er niet; kies uit"}};
  for (const auto& [more, words] : rows) {
    const Ran ran = coded.evaluate(more);
    EXPECT_EQ(ran.status, 2) << words << ran;
    EXPECT_THAT(ran.err, HasSubstr(words));
    EXPECT_EQ(ran.out, "") << words;
  }
}

TEST(Evaluate, FindsNothingInAnEmptyTable) {
  const Coded coded;
  const auto empty = coded.study.write("leeg.tsv", "id\tsentence\n");
  const auto codings = coded.study.write("niemand.tsv", "id\tfactor\tvalence\n");
  const Ran ran = samenspel({"evaluate", "--sentences", empty.string(), "--codings",
                             codings.string(), "--lexicon", coded.study.text("lexicon")});
  EXPECT_EQ(ran.status, 1) << ran;
  EXPECT_THAT(ran.err, HasSubstr("leeg.tsv: er staat geen zin in dit bestand"));
}

// Says what a person thinks of the coding behind a cell, as a program that reviews would.
void decide(const ExampleStudy& study, const std::string& cell, CodingStatus status) {
  const auto json = json_of(study.run({"table", "--cell", cell, "--format", "json"}));
  SQLite::Database database((study.path("study") / "study.db").string(), SQLite::OPEN_READWRITE);
  for (const auto& coding : json["codings"]) {
    const std::string id = coding["id"];
    const auto colon = id.find(':');
    SQLite::Statement update(database, "UPDATE coding SET status=? WHERE id=?");
    update.bind(1, static_cast<int>(status));
    update.bind(2, (std::stol(id.substr(0, colon)) << 20) | std::stol(id.substr(colon + 1)));
    EXPECT_EQ(update.exec(), 1) << id;
  }
}

TEST(EvaluateStudy, SaysThatNothingIsDecidedYet) {
  const ExampleStudy study;
  study.fill();
  const Ran ran = study.run({"evaluate"});
  EXPECT_EQ(ran.status, 1) << ran;
  EXPECT_EQ(ran.out, "");
  EXPECT_THAT(ran.err, HasSubstr("niemand heeft een voorstel aanvaard of verworpen"));
  EXPECT_THAT(ran.err, HasSubstr("--patterns"));
}

// Of vertrouwen the two of faal are rejected; the succes of interview.txt is accepted.
TEST(EvaluateStudy, CountsWhatWasAcceptedAndRejected) {
  const ExampleStudy study;
  study.fill();
  decide(study, "factor=vertrouwen,valentie=faal", CodingStatus::rejected);
  decide(study, "factor=vertrouwen,valentie=succes,document=westerbeek/interview.txt",
         CodingStatus::accepted);
  const Ran ran = study.run({"evaluate", "--per", "factor", "--format", "csv"});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(ran.out,
              StartsWith("factor,label,open,aanvaard,verworpen,gevonden,gemist,precisie,"));
  EXPECT_THAT(ran.out, HasSubstr("\r\nvertrouwen,Vertrouwen,4,1,2,0,0,33.333333,"));
  EXPECT_THAT(study.run({"evaluate", "--per", "patroon", "--format", "csv"}).out,
              HasSubstr("\r\nwantrouw*,vertrouwen,relatie.toml:8,0,0,2,0,0,0,"));
  EXPECT_THAT(study.run({"evaluate"}).out, HasSubstr("Precisie: aanvaard van wat beslist is."));
}

TEST(EvaluatePatterns, ShowsHowEachPatternDoes) {
  const ExampleStudy study;
  study.fill();
  const Ran ran = study.run({"evaluate", "--patterns", "--format", "csv"});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(ran.out, StartsWith("patroon,factor,bron,basis,treffers,verloren,documenten,sprekers,"
                                  "grootste,gekeerd,beslist,aanvaard,"));
  // One by the interviewer of interview.txt; nobody is named in pagina.html and gesprek.srt.
  EXPECT_THAT(ran.out,
              HasSubstr("\r\nvertrouwen,vertrouwen,relatie.toml:7,succes,5,0,4,3,40,0,0,,,\r\n"));
  EXPECT_THAT(ran.out, HasSubstr("\r\ngedeelde visie,gedeelde-visie,visie.toml:7,succes,3,0,3,1,"
                                 "33.333333,33.333333,0,"));
}

TEST(EvaluatePatterns, NamesThoseWithoutAHit) {
  const ExampleStudy study;
  study.fill();
  const Arguments unused{"evaluate", "--patterns", "--zonder-treffer", "--format", "csv"};
  EXPECT_EQ(study.run(unused).status, 1);
  std::string changed = example::lexicon_relation;
  changed.replace(changed.find("['vertrouwen']"), 14, "['vertrouwen', 'kameraadschap']");
  study.write("study/lexicon/relatie.toml", changed);
  const Ran ran = study.run(unused);
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_EQ(ran.out,
            "patroon,factor,bron,basis,verloren\r\n"
            "kameraadschap,vertrouwen,relatie.toml:7,succes,0\r\n");
}

TEST(EvaluatePatterns, SaysWhatIsWrongWithItsOptions) {
  const ExampleStudy study;
  study.fill();
  const struct {
    Arguments arguments;
    std::string words;
  } rows[] = {
      {{"evaluate", "--patterns", "--sort", "grooste"}, "bedoelt u 'grootste'?"},
      {{"evaluate", "--patterns", "--factor", "vertrouw"},
       "factor 'vertrouw' staat niet in het lexicon; bedoelt u 'vertrouwen'?"},
      {{"evaluate", "--patterns", "--per", "factor"}, "kan niet samen met"},
      {{"evaluate", "--zonder-treffer"}, "--zonder-treffer kan alleen samen met --patterns"},
      {{"evaluate", "--patterns", "--sentences", "a", "--codings", "b"}, "kan niet samen met"},
      {{"evaluate", "--sentences", "a"}, "--sentences kan alleen samen met --codings"}};
  for (const auto& [arguments, words] : rows) {
    const Ran ran = study.run(arguments);
    EXPECT_EQ(ran.status, 2) << words << ran;
    EXPECT_THAT(ran.err, HasSubstr(words));
  }
}

}  // namespace
}  // namespace pipeline

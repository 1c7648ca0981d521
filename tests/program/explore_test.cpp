#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/program/example.h"
#include "tests/program/json.h"

namespace pipeline {
namespace {

using testing::HasSubstr;

std::string csv_of(const ExampleStudy& study, Arguments arguments) {
  arguments.insert(arguments.end(), {"--format", "csv"});
  const Ran ran = study.run(arguments);
  EXPECT_EQ(ran.status, 0) << ran;
  std::string csv = ran.out;
  std::erase(csv, '\r');
  return csv;
}

// Counted by hand in example.h; respondents alone, unless asked otherwise.
TEST(ExploreCommands, CountTheWordsOfTheExample) {
  const ExampleStudy study;
  study.fill();
  const std::string words = csv_of(study, {"words", "--aantal", "0"});
  EXPECT_THAT(words, HasSubstr("woord,aantal,per_miljoen,documenten,sprekers\n"));
  EXPECT_THAT(words, HasSubstr("\ngemeente,2,"));
  EXPECT_THAT(csv_of(study, {"words", "--lengte", "2", "--wat", "vormen"}),
              HasSubstr("\ngedeelde visie,3,"));
  EXPECT_THAT(csv_of(study, {"words", "--inhoudswoorden", "--aantal", "0"}),
              testing::Not(HasSubstr("\nzijn,")));
  EXPECT_THAT(csv_of(study, {"words", "--aantal", "0", "--interviewers"}), HasSubstr("\nhoe,2,"));
  EXPECT_THAT(csv_of(study, {"words", "--where", "case:westerbeek"}), HasSubstr("gemeente,2,"));
  EXPECT_THAT(csv_of(study, {"words", "--dekking", "--aantal", "0"}), HasSubstr("\nvisie,3,"));
  EXPECT_THAT(csv_of(study, {"words", "--dekking", "--aantal", "0"}), HasSubstr(",3,100\n"));
  const Ran text = study.run({"words"});
  for (const char* note : {"Geteld: woorden en getallen als lemma", "Dekking: in 9 van de ",
                           "Weggelaten: 3 passages van interviewers", "Lexicon: proef@1.0.0"})
    EXPECT_THAT(text.out, HasSubstr(note));
}

TEST(ExploreCommands, HoldSuccessAgainstFailureUnlessAskedOtherwise) {
  const ExampleStudy study;
  study.fill();
  const std::string words = csv_of(study, {"keyness", "--min", "1", "--aantal", "0"});
  EXPECT_THAT(words, HasSubstr("woord,kant,in:aantal,in:per_miljoen,in:documenten,in:sprekers,"));
  EXPECT_THAT(words, HasSubstr("\ngeen,tegen,0,"));
  // Marloes' sentence and her turn: "gemeente" is in the other sentence.
  const std::string sentences =
      csv_of(study, {"keyness", "--min", "1", "--aantal", "0", "--eenheid", "zin"});
  EXPECT_THAT(sentences, testing::Not(HasSubstr("\ngemeente,in,")));
  EXPECT_THAT(sentences, HasSubstr("\ngemeente,tegen,0,"));
  const Ran factors = study.run({"keyness", "--wat", "factoren", "--in", "case:westerbeek", "--min",
                                 "1", "--format", "json"});
  const auto json = json_of(factors);
  EXPECT_EQ(json["title"], "Kenmerkende factoren: case:westerbeek tegen alle andere");
  EXPECT_EQ(study.run({"keyness", "--inhoudswoorden", "--kant", "in", "--min", "1"}).status, 0);
}

TEST(ExploreCommands, FindWhatStandsTogetherAndWhatStandsAround) {
  const ExampleStudy study;
  study.fill();
  const std::string pairs = csv_of(study, {"cooccurrence"});
  // R's second turn: both faal; Marloes': overleg is neutraal.
  EXPECT_THAT(pairs, HasSubstr("\nvertrouwen,Vertrouwen,overleg,Overleg,2,"));
  EXPECT_THAT(pairs, HasSubstr(",0,1,0,1\n"));
  EXPECT_THAT(csv_of(study, {"cooccurrence", "--matrix"}),
              HasSubstr("factor,label,vertrouwen,overleg,gedeelde-visie\n"));
  EXPECT_EQ(study.run({"cooccurrence", "--eenheid", "zin"}).status, 1);
  EXPECT_THAT(csv_of(study, {"collocates", "gemeente", "--min", "1"}),
              HasSubstr("\ntegen,1,1,0,1,"));
  // Of a factor all words of its evidence are the hit: "visie" is no neighbour.
  const std::string around =
      csv_of(study, {"collocates", "factor:gedeelde-visie", "--min", "1", "--venster", "zin"});
  EXPECT_THAT(around, HasSubstr("\nterpwier,1,0,1,"));
  EXPECT_THAT(around, testing::Not(HasSubstr("\nvisie,")));
}

TEST(ExploreCommands, ShowHowFactorsAreSpreadOverDocumentsAndTime) {
  const ExampleStudy study;
  study.fill();
  EXPECT_THAT(csv_of(study, {"dispersion", "--min", "1"}),
              HasSubstr("\nvertrouwen,Vertrouwen,6,4,"));
  EXPECT_THAT(csv_of(study, {"dispersion", "gemeente", "--wat", "woorden"}),
              HasSubstr("\ngemeente,2,2,"));
  const std::string years = csv_of(study, {"timeline", "--by", "datum:jaar"});
  EXPECT_THAT(years, HasSubstr("\n(alle),Alle factoren,2025,0,1,1,2,-1,"));
  EXPECT_THAT(years, HasSubstr("\n(alle),Alle factoren,(geen),1,0,0,1,1,"));
  EXPECT_THAT(csv_of(study, {"timeline", "--elke-factor"}), HasSubstr("\ngedeelde-visie,"));
}

TEST(ExploreCommands, TellWhoSaysWhatAndWhatContradictsIt) {
  const ExampleStudy study;
  study.fill();
  const std::string roles = csv_of(study, {"contrast"});
  EXPECT_THAT(roles, HasSubstr("factor,label,cramers_v,p,p_holm,bestuurder:succes,"));
  const Ran ran = study.run({"contrast", "--tegenspraak", "--by", "document"});
  EXPECT_EQ(ran.status, 0) << ran;
  for (const char* words :
       {"Vertrouwen · heuvelsdal", "succes  heuvelsdal/pagina.html",
        "Bewoners hebben vertrouwen in de zorgcoöperatie.", "Joke: Eerst was er wantrouwen."})
    EXPECT_THAT(ran.out, HasSubstr(words));
  EXPECT_THAT(csv_of(study, {"contrast", "--tegenspraak", "--by", "document"}),
              HasSubstr("factor,label,case,succes:groep,succes:document"));
}

TEST(ExploreCommands, WriteEveryFormToAFile) {
  const ExampleStudy study;
  study.fill();
  for (const char* file : {"t.csv", "t.json", "t.md", "t.xlsx", "t.tex", "t.html"}) {
    const Ran ran = study.run({"cooccurrence", "-o", study.text(file)});
    EXPECT_EQ(ran.status, 0) << ran;
    EXPECT_FALSE(bytes_of(study.path(file)).empty()) << file;
  }
}

TEST(ExploreCommands, SayWhatIsWrongOrMissing) {
  const ExampleStudy study;
  study.fill();
  struct Row {
    Arguments arguments;
    int status;
    std::string words;
  };
  const std::vector<Row> rows{
      {{"keyness", "--in", "factor:vertrouwn"}, 2, "vertrouwen"},
      {{"keyness", "--against", "(visie"}, 2, "zoekvraag"},
      {{"keyness", "--in", "olifant"},
       2,
       "niet te berekenen: geen enkele passage hoort alleen bij"},
      {{"keyness", "--wat", "factoren", "--eenheid", "zin"}, 2, "--eenheid zin is voor woorden"},
      {{"keyness", "--in", "rol:bestuurder", "--eenheid", "zin"},
       2,
       "geen enkele zin hoort alleen"},
      {{"keyness", "--min", "1000"}, 1, "niets komt vaak genoeg voor"},
      {{"keyness", "--coder", "Anna"}, 2, "geen codering is van codeur 'Anna'"},
      {{"cooccurrence", "--eenheid", "alinea"}, 2, "'alinea' is niets om samen in te staan"},
      {{"cooccurrence", "--where", "olifant"}, 1, "geen twee factoren staan samen"},
      {{"collocates", "gemeente", "--venster", "0"}, 2, "geef een aantal woorden van 1 tot 50"},
      {{"collocates", "olifant"}, 1, "geen woord staat daar vaak genoeg bij"},
      {{"collocates", "(visie"}, 2, "zoekvraag"},
      {{"dispersion", "vertrouwn"}, 2, "'vertrouwn' komt hier niet voor; bedoelt u 'vertrouwen'?"},
      {{"dispersion", "--where", "case:algemeen"}, 2, "niet te berekenen: er is maar één document"},
      {{"dispersion", "--min", "1000"}, 1, "niets komt vaak genoeg voor"},
      {{"timeline", "--by", "valentie"}, 2, "'valentie' is geen tijd"},
      {{"timeline", "--by", "datun:jaar"}, 2, "datum"},
      {{"timeline", "--factor", "vertrouwn"}, 2, "er is geen factor 'vertrouwn'"},
      {{"timeline", "--where", "olifant"}, 1, "er is niets te tellen"},
      {{"words", "--min", "1000"}, 1, "geen woord komt zo vaak voor"},
      {{"words", "--lengte", "5"}, 2, "--lengte"},
      {{"words", "--lengte", "2", "--dekking"}, 2, "--dekking"},
      {{"contrast", "--by", "rool"}, 2, "'rool' is geen kenmerk om op te tellen; bedoelt u 'rol'?"},
      {{"contrast", "--by", "valentie"}, 2, "'valentie' hoort bij coderingen"},
      {{"contrast", "--where", "olifant"}, 1, "er is niets te vergelijken"},
      {{"contrast", "--tegenspraak", "--where", "case:algemeen"},
       1,
       "nergens spreken twee groepen elkaar"},
      {{"words", "--study", "er-is-geen"}, 2, "er-is-geen"}};
  for (const Row& row : rows) {
    const Ran ran =
        row.arguments[1] == "--study" ? samenspel(row.arguments) : study.run(row.arguments);
    EXPECT_EQ(ran.status, row.status) << row.words << ran;
    EXPECT_THAT(ran.err, HasSubstr(row.words));
    EXPECT_EQ(ran.out, "");
  }
}

}  // namespace
}  // namespace pipeline

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/program/example.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::StartsWith;

TEST(ChartCommand, DrawsEachKind) {
  const ExampleStudy study;
  study.fill();
  const struct {
    Arguments arguments;
    const char* says;
  } rows[] = {{{"bars"}, ">Coderingen per factor<"},
              {{"balken", "--volgorde", "saldo", "--rows", "thema"}, ">Coderingen per thema<"},
              {{"heatmap"}, ">Coderingen per factor en case<"},
              {{"heatmap", "--valence", "saldo", "--columns", "rol"}, "n = "},
              {{"matrix"}, ">Oordeel per factor en case<"},
              {{"matrix", "--columns", "rol", "--all-factors"}, ">Oordeel per factor en rol<"},
              {{"oordelen", "--columns", "document", "--outcome", "case", "--volgorde", "verschil"},
               ">Factoren die het meest verschillen naar case staan boven. "},
              {{"matrix", "--sterk-coderingen", "1"}, "minstens 1 feiten"},
              {{"network", "--count", "documents", "--minstens", "1"}, "in een document staan<"},
              {{"strips", "--factor", "vertrouwen"}, ">Vertrouwen in de documenten<"},
              {{"timeline"}, ">mrt<"},
              {{"tijdlijn", "--periode", "jaar", "--factor", "overleg"}, ">Overleg per jaar<"},
              {{"bars", "--titel", "Wat helpt?"}, ">Wat helpt?<"},
              {{"bars", "--where", "rol:bestuurder"}, "Beperkt tot"}};
  for (const auto& row : rows) {
    Arguments arguments{"chart"};
    arguments.insert(arguments.end(), row.arguments.begin(), row.arguments.end());
    const Ran ran = study.run(arguments);
    EXPECT_EQ(ran.status, 0) << ran;
    EXPECT_THAT(ran.out, StartsWith("<svg "));
    EXPECT_THAT(ran.out, HasSubstr(row.says));
    EXPECT_THAT(ran.out, HasSubstr("Lexicon: proef@1.0.0"));
    EXPECT_EQ(ran.err, "");
  }
  EXPECT_EQ(study.run({"chart", "bars"}).out, study.run({"chart", "bars"}).out);
  EXPECT_EQ(study.run({"chart", "bars", "--zonder-noten"}).out.find("Geteld"), std::string::npos);
}

TEST(ChartCommand, SaysWhatAStudyLacks) {
  const ExampleStudy study;
  study.create();
  for (const char* kind : {"matrix", "heatmap", "bars", "timeline"}) {
    const Ran empty = study.run({"chart", kind});
    EXPECT_EQ(empty.status, 1) << empty;
    EXPECT_THAT(empty.err, HasSubstr("de studie heeft nog geen documenten"));
  }
  fs::remove(study.path("documents/cases.csv"));
  ASSERT_EQ(study.ingest().status, 0);
  const Ran caseless = study.run({"chart", "matrix"});
  EXPECT_EQ(caseless.status, 2) << caseless;
  EXPECT_THAT(caseless.err, HasSubstr("'case' is geen kenmerk om op te tellen"));
}

// One case, and twenty with names that no column holds.
TEST(ChartCommand, DrawsOneCaseAndTwenty) {
  const ExampleStudy study;
  study.write("documents/cases.csv", "bestand;case\nwesterbeek/interview.txt;westerbeek\n");
  study.fill();
  const std::string one = study.run({"chart", "matrix"}).out;
  EXPECT_THAT(one, HasSubstr(">westerbeek<"));
  std::string cases = "bestand;case;uitkomst\n";
  for (int i = 1; i <= 20; ++i) {
    const std::string number = std::to_string(i);
    study.write("documents/veel/d" + number + ".txt",
                "In plaats " + number + " was er " + (i % 3 == 0 ? "wantrouwen." : "vertrouwen."));
    cases += "veel/d" + number + ".txt;Samenwerkingsverband ouderenzorg nummer " + number +
             (i % 2 == 0 ? ";goed\n" : ";mislukt\n");
  }
  study.write("documents/cases.csv", cases);
  ASSERT_EQ(study.ingest().status, 0);
  const std::string svg = study.run({"chart", "matrix", "--outcome", "uitkomst"}).out;
  for (int i = 1; i <= 20; ++i)
    EXPECT_THAT(svg,
                HasSubstr(">Samenwerkingsverband ouderenzorg nummer " + std::to_string(i) + "<"));
  EXPECT_THAT(svg, HasSubstr(">mislukt<"));
  const fs::path page = study.path("rapport.html");
  ASSERT_EQ(study.run({"report", "-o", page.string()}).status, 0);
  EXPECT_THAT(bytes_of(page), HasSubstr("<b>Vertrouwen</b> \u00b7 14 keer +1 \u00b7 6 keer -1"));
}

TEST(ChartCommand, TellsConfirmedRatingsFromProposals) {
  const ExampleStudy study;
  study.fill();
  EXPECT_EQ(study.run({"chart", "matrix"}).out.find("door een mens"), std::string::npos);
  ASSERT_EQ(study
                .run({"matrix", "--confirm", "factor=vertrouwen,case=heuvelsdal", "--rating", "+2",
                      "--reason", "Later goed", "--by", "Noor"})
                .status,
            0);
  const std::string svg = study.run({"chart", "matrix"}).out;
  EXPECT_THAT(svg, HasSubstr("door een mens vastgesteld; zonder: voorstel"));
  EXPECT_THAT(svg, HasSubstr(">1 cel is door een mens vastgesteld.<"));
  EXPECT_THAT(study.run({"chart", "matrix", "--lang", "en"}).out,
              HasSubstr(">Rating by factor and case<"));
}

TEST(ChartCommand, WritesSvgAndPng) {
  const ExampleStudy study;
  study.fill();
  const fs::path svg = study.path("balken.svg"), png = study.path("balken.png");
  EXPECT_EQ(study.run({"chart", "bars", "-o", svg.string()}).status, 0);
  EXPECT_THAT(bytes_of(svg), StartsWith("<svg "));
  EXPECT_EQ(study.run({"chart", "bars", "-o", png.string()}).status, 0);
  EXPECT_THAT(bytes_of(png), StartsWith("\x89PNG"));
}

TEST(ChartCommand, SaysWhatIsMissingForPng) {
  const ExampleStudy study;
  study.fill();
  RunOptions bare;
  bare.environment["PATH"] = "/nergens";
  const Ran ran = study.run({"chart", "bars", "-o", study.text("balken.png")}, bare);
  EXPECT_EQ(ran.status, 2) << ran;
  EXPECT_THAT(ran.err, HasSubstr("installeer het pakket librsvg2-bin"));
  EXPECT_FALSE(fs::exists(study.path("balken.png")));
}

TEST(ChartCommand, TellsWhatIsWrong) {
  const ExampleStudy study;
  study.fill();
  study.write("er-al.svg", "van mij");
  const struct {
    Arguments arguments;
    int status;
    const char* says;
  } rows[] = {
      {{"bars", "-o", study.text("balken.gif")}, 2, "een grafiek is .svg of .png"},
      {{"bars", "-o", study.text("er-al.svg")}, 2, "dit bestand bestaat al"},
      {{"bars", "-o", study.text("weg/balken.svg")}, 2, "bestaat niet; maak die eerst"},
      {{"bars", "--rows", "rool"}, 2, "'rool' is geen kenmerk om op te tellen"},
      {{"bars", "--count", "appels"}, 2, "'appels' is geen eenheid om te tellen"},
      {{"bars", "--where", "olifant"}, 1, "er is niets te tekenen"},
      {{"heatmap", "--columns", "regio"}, 2, "'regio' is geen kenmerk"},
      {{"matrix", "--columns", "regio"}, 2, "'regio' is geen kenmerk"},
      {{"matrix", "--outcome", "uitkmst"}, 2, "'uitkmst' is geen kenmerk"},
      {{"matrix", "--volgorde", "verschil"}, 2, "geef een kenmerk waarnaar cases verschillen"},
      {{"matrix", "--where", "olifant"}, 1, "er is niets te tekenen"},
      {{"network", "--count", "codings"}, 2, "in een codering staat maar één factor"},
      {{"network", "--count", "alinea"}, 2, "--count: 'alinea' is niets om samen in te staan"},
      {{"strips", "--factor", "vertrouwn"}, 2, "er is geen factor 'vertrouwn'"},
      {{"timeline", "--factor", "vertrouwn"}, 2, "er is geen factor 'vertrouwn'"},
      {{"timeline", "--datum", "rol"}, 2, "geen waarde van 'rol' is een datum"},
      {{"taart"},
       2,
       "'taart' is er niet bij chart; kies uit bars, heatmap, matrix, network, strips, timeline"},
      {{}, 2, "noem wat chart moet doen: kies uit bars, heatmap"},
  };
  for (const auto& row : rows) {
    Arguments arguments{"chart"};
    arguments.insert(arguments.end(), row.arguments.begin(), row.arguments.end());
    const Ran ran = study.run(arguments);
    EXPECT_EQ(ran.status, row.status) << ran;
    EXPECT_THAT(ran.err, HasSubstr(row.says));
  }
  EXPECT_EQ(bytes_of(study.path("er-al.svg")), "van mij");
}

}  // namespace
}  // namespace pipeline

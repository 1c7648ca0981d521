#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "tests/program/example.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::StartsWith;

std::string report(const ExampleStudy& study, Arguments more = {}) {
  const fs::path file = study.path("rapport.html");
  Arguments arguments{"report", "-o", file.string(), "--overschrijf"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  const Ran ran = study.run(arguments);
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_EQ(ran.out + ran.err, "");
  return bytes_of(file);
}

std::set<std::string> found(const std::string& text, const char* form) {
  std::set<std::string> all;
  const std::regex pattern(form);
  for (std::sregex_iterator it(text.begin(), text.end(), pattern), end; it != end; ++it)
    all.insert((*it)[1]);
  return all;
}

TEST(ReportCommand, HoldsSummaryMethodTablesChartsAndQuotations) {
  const ExampleStudy study;
  study.fill();
  const std::string page = report(study);
  EXPECT_THAT(page, StartsWith("<!DOCTYPE html>\n<html lang=\"nl\">"));
  for (const char* words :
       {"12 coderingen: 6 succes, 4 faal, 2 neutraal", "Dit rapport berust op 6 documenten, met ",
        "Het lexicon is proef@1.0.0 (controlegetal ", "Weggelaten zijn 3 passages van interviewers",
        "is door een mens beoordeeld", "Factoren per case", "<svg ", "Eerst was er wantrouwen.",
        "Alle 12 citaten staan hieronder", "heuvelsdal/gesprek.srt · 0:02",
        "taal = &quot;nl&quot;"})
    EXPECT_THAT(page, HasSubstr(words));
}

TEST(ReportCommand, AsksNothingOfANetwork) {
  const ExampleStudy study;
  study.write("documents/vreemd.txt",
              "Er was vertrouwen <script src=\"https://voorbeeld.nl/x.js\"></script> en meer.\n");
  study.fill();
  const std::string page = report(study);
  EXPECT_THAT(page, HasSubstr("default-src 'none'"));
  EXPECT_EQ(page.find("<script src"), std::string::npos);
  EXPECT_EQ(page.find("<link"), std::string::npos);
  EXPECT_EQ(page.find("<img"), std::string::npos);
  EXPECT_EQ(page.find("url("), std::string::npos);
  for (const std::string& target : found(page, "href=\"([^\"]*)\""))
    EXPECT_THAT(target, StartsWith("#"));
}

TEST(ReportCommand, LeadsEveryNumberToWhatIsThere) {
  const ExampleStudy study;
  study.fill();
  for (const Arguments& more : {Arguments{}, Arguments{"--columns", "rol"},
                                Arguments{"--columns", ""}, Arguments{"--count", "speakers"}}) {
    const std::string page = report(study, more);
    const std::set<std::string> ids = found(page, " id=\"([^\"]*)\"");
    for (const std::string& target : found(page, "href=\"#([^\"]*)\""))
      EXPECT_TRUE(ids.contains(target)) << target;
    EXPECT_GT(ids.size(), 8U);
  }
  EXPECT_THAT(report(study, {"--count", "speakers"}),
              HasSubstr("<caption>Sprekers per factor en case"));
  // The cell of vertrouwen, faal and heuvelsdal opens that quotation.
  const std::string page = report(study);
  const std::size_t at = page.find("<h4 id=\"f1-f-c2\">heuvelsdal (1)</h4>");
  ASSERT_NE(at, std::string::npos);
  EXPECT_LT(page.find("Eerst was er wantrouwen.", at) - at, 200U);
  EXPECT_THAT(page, HasSubstr("<a href=\"#f1-f-c2\">1</a>"));
}

// Of the cases that went well or not.
constexpr const char* cases_with_outcomes =
    "bestand;spreker;case;uitkomst;interviewer\n"
    "algemeen/verslag.docx;;algemeen;goed;\n"
    "heuvelsdal/gesprek.srt;;heuvelsdal;mislukt;\n"
    "heuvelsdal/memo.md;;heuvelsdal;mislukt;\n"
    "heuvelsdal/pagina.html;;heuvelsdal;mislukt;\n"
    "westerbeek/gesprek.vtt;;westerbeek;goed;\n"
    "westerbeek/gesprek.vtt;Anna;;;ja\n"
    "westerbeek/interview.txt;;westerbeek;goed;\n";

std::string ratings_in(const std::string& page) {
  const std::size_t begin = page.find("<h2 id=\"oordelen\">");
  EXPECT_NE(begin, page.npos);
  return page.substr(begin, page.find("<h2", begin + 4) - begin);
}

TEST(ReportCommand, RatesEachFactorInEachCase) {
  const ExampleStudy study;
  study.write("documents/cases.csv", cases_with_outcomes);
  study.fill();
  const std::string section = ratings_in(report(study));
  for (const char* words :
       {"Oordelen per case", "Voorstel: ontbreekt zonder codering",
        "Geen van deze oordelen is door een mens vastgesteld", ">Verschillen naar uitkomst<",
        "goed 2, mislukt 1", "<caption>Factoren naar uitkomst</caption>",
        "Geen enkel verschil kan hier significant zijn",
        "<h4 id=\"o1-c2\">heuvelsdal: gemengd "
        "(voorstel)</h4>",
        "<a href=\"#f1-s-c2\">2 succes</a>, <a href=\"#f1-f-c2\">1 faal</a>",
        "Eerst was er wantrouwen.</p><footer>faal \u00b7 heuvelsdal/gesprek.srt",
        "Ontbreekt: algemeen.", "<a href=\"#o1-c2\">gemengd</a>"})
    EXPECT_THAT(section, HasSubstr(words));
  EXPECT_EQ(section.find("#o1-c1\""), section.npos) << "nobody spoke of it there";
  EXPECT_THAT(section, HasSubstr("<title>Oordeel per factor en case</title>"));
  // The chart leads there, too.
  EXPECT_THAT(section, HasSubstr("<a href=\"#o1-c2\">\n<rect"));
}

TEST(ReportCommand, TellsWhoConfirmedARatingAndWhy) {
  const ExampleStudy study;
  study.fill();
  for (const char* cell : {"factor=vertrouwen,case=heuvelsdal", "factor=overleg,case=algemeen"})
    ASSERT_EQ(study
                  .run({"matrix", "--confirm", cell, "--rating", "+2", "--reason",
                        "Later <kwam> het goed", "--by", "Noor"})
                  .status,
              0);
  const std::string section = ratings_in(report(study));
  for (const char* words :
       {"<h4 id=\"o1-c2\">heuvelsdal: +2</h4>", "Vastgesteld door Noor op ",
        ": Later &lt;kwam&gt; het goed", "Het voorstel was toen gemengd, en is nu gemengd.",
        "2 cellen zijn door een mens vastgesteld", "Hierover is niets gecodeerd."})
    EXPECT_THAT(section, HasSubstr(words));
  EXPECT_THAT(ratings_in(report(study, {"--lang", "en"})),
              HasSubstr("The proposal was mixed then, and is mixed now."));
  study.write("documents/heuvelsdal/gesprek.srt",
              "1\n00:00:02,000 --> 00:00:05,000\nJoke: Er was wantrouwen, en niet zo'n beetje.\n");
  ASSERT_EQ(study.ingest().status, 0);
  EXPECT_THAT(ratings_in(report(study)),
              HasSubstr("Let op: teksten of coderingen zijn sindsdien veranderd."));
}

TEST(ReportCommand, SaysWhyNothingIsRatedOrCompared) {
  const ExampleStudy study;
  study.fill();
  const std::string page = report(study, {"--bewaar-recept", study.text("recept.toml")});
  EXPECT_THAT(ratings_in(page), HasSubstr("Niet vergeleken: geef met --outcome een kenmerk"));
  EXPECT_THAT(bytes_of(study.path("recept.toml")), HasSubstr("uitkomst = \"\"\n"));
  EXPECT_EQ(report(study, {"--recipe", study.text("recept.toml")}), page);
  EXPECT_THAT(ratings_in(report(study, {"--columns", ""})),
              HasSubstr("Zonder cases is er niets te beoordelen. Vul de kolom case in cases.csv"));
  EXPECT_EQ(report(study, {"--zonder-oordelen"}).find("<h2 id=\"oordelen\">"), page.npos);
  study.write("zonder.toml", "oordelen = \"nee\"\n");
  EXPECT_EQ(report(study, {"--recipe", study.text("zonder.toml")}),
            report(study, {"--zonder-oordelen"}));
}

TEST(ReportCommand, QuotesLessOfEachRatingWhereRoomIsShort) {
  const ExampleStudy study;
  study.fill();
  const auto quoted = [&](const char* most) {
    const std::string section = ratings_in(report(study, {"--citaten", most}));
    return std::pair(found(section, "(Per kant hoogstens . cita[a-z]*|Zonder citaten)"),
                     std::regex_search(section, std::regex("<blockquote>")));
  };
  using Found = std::pair<std::set<std::string>, bool>;
  EXPECT_EQ(quoted("100"), Found({"Per kant hoogstens 2 citaten"}, true));
  EXPECT_EQ(quoted("8"), Found({"Per kant hoogstens 1 citaat"}, true));
  EXPECT_EQ(quoted("0"), Found({"Zonder citaten"}, false));
}

TEST(ReportCommand, SpeaksEnglish) {
  const ExampleStudy study;
  study.fill();
  const std::string page = report(study, {"--lang", "en"});
  EXPECT_THAT(page, HasSubstr("<html lang=\"en\">"));
  for (const char* words :
       {"12 codings: 6 success, 4 failure, 2 neutral", "This report rests on 6 documents, with ",
        "Left out are 3 passages of "
        "interviewers",
        ">success<", "Factors by case", "Ratings by case", "What each rating rests on"})
    EXPECT_THAT(page, HasSubstr(words));
  for (const char* words :
       {">succes<", "Weggelaten", "Factoren per", "Methode", "Oorde", "oordeel", "vastgesteld"})
    EXPECT_EQ(page.find(words), std::string::npos) << words;
}

TEST(ReportCommand, IsMadeAgainByItsRecipe) {
  const ExampleStudy study;
  study.fill();
  const std::string first =
      report(study, {"--columns", "rol", "--titel", "Op \"rol\"", "--where", "vertrouwen",
                     "--bewaar-recept", study.text("recept.toml")});
  EXPECT_EQ(report(study, {"--recipe", study.text("recept.toml")}), first);
  EXPECT_NE(report(study), first);
  EXPECT_EQ(report(study), report(study));
}

TEST(ReportCommand, SaysHowManyQuotationsItHolds) {
  const ExampleStudy study;
  study.fill();
  const std::string page = report(study, {"--columns", "", "--citaten", "6"});
  EXPECT_THAT(page, HasSubstr("Van de 12 citaten staan er 6 hieronder: van elke cel hoogstens 1"));
  EXPECT_THAT(page, HasSubstr("(1 van 4)"));
  EXPECT_THAT(report(study, {"--citaten", "0"}), HasSubstr("zonder citaten gemaakt"));
}

TEST(ReportCommand, NeedsNoCases) {
  const ExampleStudy study;
  fs::remove(study.path("documents/cases.csv"));
  study.fill();
  EXPECT_EQ(report(study).find("Factoren per"), std::string::npos);
}

TEST(ReportCommand, TellsWhatIsWrong) {
  const ExampleStudy study;
  study.fill();
  study.write("er-al.html", "van mij");
  study.write("fout.toml", "taal = \"fr\"\n");
  const std::string free = study.text("nieuw.html");
  const struct {
    Arguments arguments;
    int status;
    const char* says;
  } rows[] = {
      {{"-o", study.text("er-al.html")}, 2, "dit bestand bestaat al"},
      {{"-o", study.text("weg/r.html")}, 2, "bestaat niet; maak die eerst"},
      {{"-o", free, "--bewaar-recept", study.text("er-al.html")}, 2, "dit bestand bestaat al"},
      {{"-o", free, "--recipe", study.text("geen.toml")}, 2, "dit recept is niet te lezen"},
      {{"-o", free, "--recipe", study.text("fout.toml")}, 2, "fout.toml:1:8: 'fr' is geen taal"},
      {{"-o", free, "--columns", "regio"}, 2, "'regio' is geen kenmerk"},
      {{"-o", free, "--outcome", "uitkmst"}, 2, "'uitkmst' is geen kenmerk"},
      {{"-o", free, "--outcome", "case"}, 2, "'case' is geen kenmerk van een case"},
      {{"-o", free, "--columns", "thema"}, 2, "'thema' kan in een rapport geen kolom zijn"},
      {{"-o", free, "--count", "appels"}, 2, "'appels' is geen eenheid"},
      {{"-o", free, "--where", "olifant"}, 1, "er is niets te melden"},
      {{}, 2, "--uitvoer"},
  };
  for (const auto& row : rows) {
    Arguments arguments{"report"};
    arguments.insert(arguments.end(), row.arguments.begin(), row.arguments.end());
    const Ran ran = study.run(arguments);
    EXPECT_EQ(ran.status, row.status) << ran;
    EXPECT_THAT(ran.err, HasSubstr(row.says));
    EXPECT_FALSE(fs::exists(free));
  }
  EXPECT_EQ(bytes_of(study.path("er-al.html")), "van mij");
}

}  // namespace
}  // namespace pipeline

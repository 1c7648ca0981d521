// --help, --version, completion and what stands on the command line wrongly.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <sstream>

#include "tests/program/example.h"

namespace pipeline {
namespace {

using testing::HasSubstr;
using testing::Not;

const Arguments commands{"new",        "ingest",   "names",     "search",  "table",
                         "why",        "evaluate", "documents", "tag",     "reindex",
                         "check",      "lexicon",  "read",      "analyse", "context",
                         "completion", "matrix",   "verify",    "queries", "kwic"};

const Arguments lexicon_commands{"list", "show", "check", "diff", "suggest", "import", "export"};

TEST(Help, NamesEveryCommandAndTheExitStatus) {
  for (const char* option : {"--help", "-h"}) {
    const Ran ran = samenspel({option});
    EXPECT_EQ(ran.status, 0) << ran;
    for (const std::string& command : commands) EXPECT_THAT(ran.out, HasSubstr("  " + command));
    EXPECT_THAT(ran.out, HasSubstr("Afsluitcode: 0 gedaan, 1 niets gevonden, 2 fout."));
    EXPECT_EQ(ran.err, "");
  }
}

TEST(Help, GivesAnExampleWithEachCommand) {
  for (const std::string& command : commands) {
    const Ran ran = samenspel({command, "--help"});
    EXPECT_EQ(ran.status, 0) << ran;
    EXPECT_THAT(ran.out, testing::ContainsRegex("Voorbeeld[^\n]*:\n"));
    EXPECT_THAT(ran.out, HasSubstr("samenspel " + command));
  }
}

TEST(Help, GivesAnExampleWithEachLexiconCommand) {
  for (const std::string& command : lexicon_commands) {
    const Ran ran = samenspel({"lexicon", command, "--help"});
    EXPECT_EQ(ran.status, 0) << ran;
    EXPECT_THAT(ran.out, testing::ContainsRegex("Voorbeeld[^\n]*:\n"));
    EXPECT_THAT(ran.out, HasSubstr("samenspel lexicon " + command));
    EXPECT_THAT(samenspel({"lexicon", "--help"}).out, HasSubstr("  " + command));
  }
}

TEST(Version, IsOneLine) {
  const Ran ran = samenspel({"--version"});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(ran.out, testing::MatchesRegex("samenspel [0-9]+\\.[0-9]+\\.[0-9]+\n"));
}

TEST(Completion, IsSomethingThatBashUnderstands) {
  const ExampleStudy study;
  const Ran ran = samenspel({"completion"});
  EXPECT_EQ(ran.status, 0) << ran;
  const auto script = study.write("aanvullen.bash", ran.out +
                                                        "COMP_WORDS=(samenspel se)\nCOMP_CWORD=1\n"
                                                        "_samenspel\necho \"${COMPREPLY[@]}\"\n"
                                                        "COMP_WORDS=(samenspel table --col)\n"
                                                        "COMP_CWORD=2\n"
                                                        "_samenspel\necho \"${COMPREPLY[@]}\"\n"
                                                        "COMP_WORDS=(samenspel lexicon sh)\n"
                                                        "_samenspel\necho \"${COMPREPLY[@]}\"\n");
  const std::string answer = study.text("antwoord");
  ASSERT_EQ(std::system(("bash " + script.string() + " > " + answer).c_str()), 0);
  EXPECT_EQ(bytes_of(answer), "search\n--columns\nshow\n");
}

TEST(CommandLine, EndsWithTwoAndSaysWhy) {
  struct Row {
    Arguments arguments;
    std::string words;
  };
  const std::vector<Row> rows{
      {{}, "noem wat samenspel moet doen: kies uit new, ingest"},
      {{"zoek"}, "'zoek' is er niet bij samenspel; kies uit new, ingest"},
      {{"lexicon"}, "noem wat lexicon moet doen: kies uit "},
      {{"lexicon", "check", "a", "b"}, "dit hoort hier niet: b"},
      {{"search"}, "vraag ontbreekt"},
      {{"search", "a", "--nergens"}, "dit hoort hier niet: --nergens"},
      {{"search", "a", "--aantal", "0"}, "--aantal: 0 ligt niet tussen 1 en 100000"},
      {{"search", "a", "--aantal", "veel"}, "--aantal"},
      {{"search", "a", "--volgorde", "willekeurig"}, "'willekeurig' is er niet; kies uit"},
      {{"search", "a", "--study"}, "bij --study ontbreekt MAP"},
      {{"table", "--format", "xls"}, "--format: 'xls' is er niet; kies uit tekst,csv"},
      {{"ingest"}, "pad ontbreekt"},
      {{"ingest", ".", "--jobs", "0"}, "--jobs: 0 ligt niet tussen 1 en 256"},
      {{"tag", "--lexicon", "x"}, "--lexicon kan alleen samen met --sentences"}};
  for (const Row& row : rows) {
    const Ran ran = samenspel(row.arguments);
    EXPECT_EQ(ran.status, 2) << row.words << ran;
    EXPECT_THAT(ran.err, testing::StartsWith("samenspel: "));
    EXPECT_THAT(ran.err, HasSubstr(row.words));
    EXPECT_THAT(ran.err, HasSubstr("'samenspel OPDRACHT --help' wat erbij kan"));
    EXPECT_EQ(ran.out, "") << row.words;
  }
}

// What may be given stands where the description does not tell it, in words and within the page.
TEST(Help, TellsBoundsChoicesAndDefaultsInWords) {
  const std::string table = samenspel({"table", "--help"}).out;
  EXPECT_THAT(table, HasSubstr("markdown, xlsx,\n"
                               "                              latex, html; standaard tekst)"));
  EXPECT_THAT(table, HasSubstr("Ook als dat bestand al bestaat\n"));
  const std::string ingest = samenspel({"ingest", "--help"}).out;
  EXPECT_THAT(ingest, HasSubstr("(1 tot en met 256)"));
  EXPECT_THAT(ingest, HasSubstr("(hoort bij --pseudonymise)"));
  EXPECT_THAT(ingest, HasSubstr("Mappen of bestanden (verplicht)"));
  EXPECT_THAT(samenspel({"search", "--help"}).out,
              HasSubstr("relevantie, document of datum (standaard relevantie)\n"))
      << "choices that the description tells stand once";
  for (const std::string& text : {table, ingest})
    for (const char* words : {"UINT", "INT in", "{false}", "REQUIRED", ":{"})
      EXPECT_THAT(text, Not(HasSubstr(words)));
  std::istringstream lines(table.substr(0, table.find("Voorbeelden")));
  for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 100u) << line;
}

}  // namespace
}  // namespace pipeline

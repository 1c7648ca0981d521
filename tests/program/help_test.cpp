// --help, --version, completion and what stands on the command line wrongly.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "tests/program/example.h"

namespace pipeline {
namespace {

using testing::HasSubstr;

const Arguments commands{"new", "ingest",  "search", "table", "why",     "documents",
                         "tag", "reindex", "check",  "read",  "analyse", "completion"};

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
                                                        "_samenspel\necho \"${COMPREPLY[@]}\"\n");
  const std::string answer = study.text("antwoord");
  ASSERT_EQ(std::system(("bash " + script.string() + " > " + answer).c_str()), 0);
  EXPECT_EQ(bytes_of(answer), "search\n--columns\n");
}

TEST(CommandLine, EndsWithTwoAndSaysWhy) {
  const std::vector<Arguments> wrong{{},
                                     {"zoek"},
                                     {"search"},
                                     {"search", "a", "--nergens"},
                                     {"search", "a", "--aantal", "0"},
                                     {"search", "a", "--volgorde", "willekeurig"},
                                     {"table", "--format", "xlsx"},
                                     {"ingest"},
                                     {"ingest", ".", "--jobs", "0"},
                                     {"tag", "--lexicon", "x"}};
  for (const Arguments& arguments : wrong) {
    const Ran ran = samenspel(arguments);
    EXPECT_EQ(ran.status, 2) << testing::PrintToString(arguments) << ran;
    EXPECT_NE(ran.err, "") << testing::PrintToString(arguments);
    EXPECT_EQ(ran.out, "") << testing::PrintToString(arguments);
  }
}

}  // namespace
}  // namespace pipeline

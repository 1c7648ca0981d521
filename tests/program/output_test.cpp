// Where an answer goes to: a disk that is full, a terminal that would obey what a document says.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/program/example.h"
#include "tests/program/json.h"

namespace pipeline {
namespace {

using testing::HasSubstr;
using testing::Not;

// One of every kind of answer that the program gives about a filled study.
std::vector<Arguments> answering_commands(const ExampleStudy& study) {
  const std::string file = study.text("documents/westerbeek/interview.txt");
  const std::string words = study.write("woorden.txt", "vertrouwen\n").string();
  const std::string rows =
      study.write("zinnen.tsv", "id\tprevious\tsentence\n1\t\tEr was vertrouwen.\n").string();
  const std::string codings =
      study.write("anna.tsv", "id\tfactor\tvalence\n1\tvertrouwen\tsucces\n").string();
  const std::string questions =
      study.write("vragen.jsonl", R"({"id":"1","text":"Geen overleg.","target":[5,12]})").string();
  const std::string folder = study.text("study"), lexicon = study.text("lexicon");
  return {{"new", study.text("andere"), "--lexicon", lexicon},
          {"ingest", study.text("documents"), "--study", folder},
          {"search", "vertrouwen", "--study", folder},
          {"search", "vertrouwen", "--study", folder, "--format", "json"},
          {"search", "vertrouwen", "--study", folder, "--facet", "case"},
          {"table", "--study", folder},
          {"table", "--study", folder, "--format", "csv"},
          {"table", "--study", folder, "--cell", "factor=vertrouwen"},
          {"forms", "vertrouwen", "--study", folder},
          {"why", "1:1", "--study", folder},
          {"evaluate", "--sentences", rows, "--codings", codings, "--lexicon", lexicon},
          {"documents", "--study", folder},
          {"tag", "--study", folder},
          {"tag", "--sentences", rows, "--study", folder},
          {"context", questions, "--lexicon", lexicon},
          {"reindex", "--study", folder},
          {"check", "--study", folder},
          {"lexicon", "list"},
          {"lexicon", "show", "--study", folder},
          {"lexicon", "show", "vertrouwen", "--study", folder},
          {"lexicon", "check", lexicon},
          {"lexicon", "diff", lexicon, "--study", folder},
          {"read", file},
          {"read", file, "--format", "json"},
          {"analyse", file},
          {"analyse", "--words", words},
          {"completion"},
          {"--help"},
          {"--version"}};
}

TEST(Output, ThatCannotBeWrittenIsAnErrorOfEveryCommand) {
  const ExampleStudy study;
  study.fill();
  RunOptions full;
  full.output = "/dev/full";
  for (const Arguments& arguments : answering_commands(study)) {
    const Ran ran = samenspel(arguments, full);
    EXPECT_EQ(ran.status, 2) << testing::PrintToString(arguments) << ran;
    EXPECT_THAT(ran.err, HasSubstr("het antwoord kon niet worden geschreven; is de schijf vol?"))
        << testing::PrintToString(arguments);
  }
  EXPECT_EQ(study.run({"check"}).status, 0);
}

// "\x1b[2J" clears a screen, and so does U+009B with "2J".
constexpr const char* hostile =
    "R: Er was \x1b[2J vertrouwen, \xC2\x9B"
    "2J en \x7F!\n";

bool is_harmless(const std::string& text) {
  return text.find("\x1b[2J") == std::string::npos && text.find("\xC2\x9B") == std::string::npos &&
         text.find('\x7F') == std::string::npos;
}

TEST(Output, OnATerminalHasNothingThatTheTerminalWouldObey) {
  const ExampleStudy study;
  std::string lexicon = example::lexicon_relation;
  lexicon.replace(lexicon.find("elkaar aan"), 10, "elkaar \\u001b[2J\\u009b2J aan");
  study.write("lexicon/relatie.toml", lexicon);
  study.create();
  const std::string file = study.write("documents/sluw.txt", hostile).string();
  study.write("documents/cases.csv",
              "bestand;case\nsluw.txt;x\xC2\x9B"
              "2J\n");
  ASSERT_EQ(study.ingest().status, 0);
  const std::string rows = study
                               .write("zinnen.tsv",
                                      "id\tsentence\n\x1b[2J1\tEr was "
                                      "vertrouwen\x1b[2J in elkaar.\n")
                               .string();
  const std::string questions = study
                                    .write("vragen.jsonl",
                                           "{\"id\":\"x\xC2\x9B"
                                           "2J\",\"text\":\"Geen overleg.\",\"target\":[5,12]}\n")
                                    .string();
  const std::string folder = study.text("study");
  RunOptions terminal;
  terminal.on_terminal = true;
  if (const auto lack = missing_for(terminal); !lack.empty()) GTEST_SKIP() << lack;
  for (const Arguments& arguments : std::vector<Arguments>{
           {"read", file},
           {"read", file, "--format", "json"},
           {"analyse", file},
           {"analyse", "--words", file},
           {"tag", "--sentences", rows, "--lexicon", study.text("lexicon")},
           {"search", "vertrouwen document:sluw.txt", "--study", folder},
           {"search", "vertrouwen document:sluw.txt", "--study", folder, "--format", "csv"},
           {"search", "vertrouwen document:sluw.txt", "--study", folder, "--format", "json"},
           {"search", "vertrouwen", "--study", folder, "--facet", "case"},
           {"table", "--study", folder, "--columns", "case"},
           {"table", "--study", folder, "--cell", "document=sluw.txt"},
           {"why", "5:1", "--study", folder},
           {"lexicon", "show", "vertrouwen", "--study", folder},
           {"lexicon", "show", "vertrouwen", "--study", folder, "--format", "markdown"},
           {"lexicon", "show", "vertrouwen", "--study", folder, "--format", "json"},
           {"context", questions, "--lexicon", study.text("lexicon")},
           {"documents", "--study", folder, "--format", "csv"}}) {
    const Ran ran = samenspel(arguments, terminal);
    EXPECT_EQ(ran.status, 0) << testing::PrintToString(arguments) << ran;
    EXPECT_TRUE(is_harmless(ran.out)) << testing::PrintToString(arguments) << '\n'
                                      << testing::PrintToString(ran.out);
    EXPECT_THAT(ran.out, HasSubstr("\n"));
  }
  EXPECT_THAT(
      samenspel({"tag", "--sentences", rows, "--lexicon", study.text("lexicon")}, terminal).out,
      HasSubstr("1\tvertrouwen\tsucces\t"));
}

// What another program reads is what stands in the document.
TEST(Output, ToAFileKeepsEveryByte) {
  const ExampleStudy study;
  const std::string file = study.write("sluw.txt", hostile).string();
  EXPECT_EQ(samenspel({"read", file}).out, hostile);
  const Ran words = samenspel({"analyse", "--words", file});
  EXPECT_THAT(words.out, HasSubstr("\x1b[2J"));
}

TEST(Output, OfMistakesHasNothingThatATerminalWouldObey) {
  const ExampleStudy study;
  study.fill();
  for (const Arguments& arguments :
       std::vector<Arguments>{{"read", "\x1b[2Jweg.txt"},
                              {"search", "(\x1b[2J", "--study", study.text("study")},
                              {"why", "\x1b[2J", "--study", study.text("study")},
                              {"check", "\x1b[2J"},
                              {"table", "--format", "\x1b[2J"}}) {
    const Ran ran = samenspel(arguments);
    EXPECT_EQ(ran.status, 2) << testing::PrintToString(arguments);
    EXPECT_THAT(ran.err, HasSubstr("[2J")) << testing::PrintToString(arguments);
    EXPECT_THAT(ran.err, Not(HasSubstr("\x1b"))) << testing::PrintToString(arguments);
  }
}

}  // namespace
}  // namespace pipeline

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>

#include "tests/program/example.h"
#include "tests/program/json.h"
#include "tests/support/temporary_folder.h"

namespace pipeline {
namespace {

using testing::HasSubstr;

TEST(Read, ShowsTheTextOfEachFormatAsItIsStored) {
  const ExampleStudy study;
  struct Row {
    std::string file, text;
  };
  const std::vector<Row> rows{
      {"westerbeek/interview.txt", example::interview},
      {"heuvelsdal/pagina.html",
       "Heuvelsdal\n\nBewoners hebben vertrouwen in de zorgcoöperatie.\n"},
      {"heuvelsdal/memo.md",
       "Samenwerking in Heuvelsdal\n\nEr was geen gedeelde visie.\n\n"
       "De partijen zochten overleg met de zorgcoöperatie.\n"},
      {"algemeen/verslag.docx",
       "Verslag van de denktank.\n\nEen gedeelde visie is er in Terpwier.\n"}};
  for (const Row& row : rows) {
    const Ran ran = samenspel({"read", study.text("documents/" + row.file)});
    EXPECT_EQ(ran.status, 0) << ran;
    EXPECT_EQ(ran.out, row.text);
    EXPECT_EQ(ran.err, "");
  }
}

TEST(Read, GivesTurnsWithSpeakersAndTimes) {
  const ExampleStudy study;
  const auto json = json_of(
      samenspel({"read", "--format", "json", study.text("documents/westerbeek/gesprek.vtt")}));
  ASSERT_EQ(json["turns"].size(), 2U);
  EXPECT_EQ(json["turns"][0], nlohmann::json::parse(
                                  R"({"speaker":"Anna","start":1.0,"end":4.0,
                                      "text":"Hoe ging het overleg?","language":"nl"})"));
  EXPECT_EQ(json["turns"][1]["speaker"], "Marloes");
  EXPECT_EQ(json["turns"][1]["end"], 9.5);
  EXPECT_EQ(json["warnings"].size(), 0U);
  EXPECT_TRUE(json["attributes"].is_object());
  EXPECT_EQ(json["language"], "nl");

  const auto memo =
      json_of(samenspel({"read", "--format", "json", study.text("documents/heuvelsdal/memo.md")}));
  EXPECT_EQ(memo["turns"].size(), 0U);
}

TEST(Read, SaysWhatLanguageEachTurnIsIn) {
  RunOptions options;
  options.input =
      "I: Hoe ging dat toen bij jullie in het dorp?\nR: Well, nobody really trusted them after "
      "that, I think, and people stopped coming.\nI: En wat deden jullie daar toen aan?\nR: Nee.";
  const auto json = json_of(samenspel({"read", "--format", "json", "-"}, options));
  EXPECT_EQ(json["language"], "nl");
  ASSERT_EQ(json["turns"].size(), 4U);
  EXPECT_EQ(json["turns"][1]["language"], "en");
  EXPECT_EQ(json["turns"][3]["language"], "nl");
}

TEST(Read, SaysThatTheProgramForPdfIsNotThere) {
  const TemporaryFolder folder;  // where samenspel stands alone
  const auto program = folder.path() / "samenspel";
  std::filesystem::copy_file(SAMENSPEL_BINARY_DIR "/samenspel", program);
  const auto file = folder.write("a.pdf", "%PDF-1.4 x");
  const std::string command = "SAMENSPEL_DATA=" SAMENSPEL_BINARY_DIR " " + program.string() +
                              " read " + file.string() + " 2>&1";
  FILE* const output = popen(command.c_str(), "r");
  ASSERT_NE(output, nullptr);
  std::string said(1000, '\0');
  said.resize(std::fread(said.data(), 1, said.size(), output));
  EXPECT_EQ(WEXITSTATUS(pclose(output)), 2);
  EXPECT_THAT(said, HasSubstr("samenspel-pdf, en dat staat niet bij samenspel"));
}

TEST(Read, TakesRolesAndStandardInput) {
  RunOptions options;
  options.input = "Anna: Hoe ging het?\nPiet: Goed.\nAnna: En nu?\nPiet: Beter.";
  const auto json = json_of(samenspel(
      {"read", "--format", "json", "--role", "Anna=interviewer", "--role", "Piet=respondent", "-"},
      options));
  ASSERT_EQ(json["turns"].size(), 4U);
  EXPECT_EQ(json["turns"][1]["speaker"], "Piet");
  EXPECT_EQ(json["turns"][1]["start"], nullptr);

  const Ran wrong = samenspel({"read", "--role", "Anna=baas", "-"}, options);
  EXPECT_EQ(wrong.status, 2) << wrong;
  EXPECT_THAT(wrong.err,
              HasSubstr("--role: schrijf NAAM=interviewer of NAAM=respondent, niet 'Anna=baas'"));
}

TEST(Read, RepeatsWarningsOnStandardError) {
  const ExampleStudy study;
  const auto file = study.write("latijn.txt", "Co\xF6peratie en vertrouwen.\n");
  const Ran ran = samenspel({"read", file.string()});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_EQ(ran.out, "Coöperatie en vertrouwen.\n");
  EXPECT_THAT(ran.err, HasSubstr("latijn.txt: "));
}

}  // namespace
}  // namespace pipeline

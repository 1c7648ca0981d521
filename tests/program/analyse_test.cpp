#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "tests/program/program.h"

namespace pipeline {
namespace {

using testing::HasSubstr;

Ran analyse(const Arguments& options, const std::string& text) {
  Arguments arguments{"analyse"};
  arguments.insert(arguments.end(), options.begin(), options.end());
  arguments.push_back("-");
  RunOptions input;
  input.input = text;
  return samenspel(arguments, input);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

TEST(Analyse, GivesALineAToken) {
  const Ran ran = analyse({"--format", "tsv"}, "Zij werkten goed samen.\n\nDé partners");
  EXPECT_EQ(ran.status, 0) << ran;
  const std::vector<std::string> lines = lines_of(ran.out);
  ASSERT_EQ(lines.size(), 8U);
  EXPECT_EQ(lines[0], "sentence\tbegin\tend\tform\tlemmas\tclasses\tparts\tverb");
  EXPECT_THAT(lines[2], testing::StartsWith("1\t4\t11\twerkten\twerken"));
  EXPECT_THAT(lines[2], testing::EndsWith("\tsamenwerken"));
  EXPECT_THAT(lines[4], testing::EndsWith("\tsamenwerken"));
  EXPECT_THAT(lines[5], testing::StartsWith("1\t22\t23\t.\t"));
  EXPECT_THAT(lines[6], testing::StartsWith("2\t25\t27\tDé\t"));  // code points, a new paragraph
  EXPECT_THAT(lines[7], testing::StartsWith("2\t28\t36\tpartners\tpartner\tNOUN"));
}

TEST(Analyse, GivesALineAWord) {
  const Ran ran = analyse({"--words"}, "samenwerkingspartners\n\nwerkten\n");
  EXPECT_EQ(ran.status, 0) << ran;
  const std::vector<std::string> lines = lines_of(ran.out);
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[0], "form\tlemmas\tclasses\tparts");
  EXPECT_EQ(lines[1], "samenwerkingspartners\tsamenwerkingspartner\tNOUN\tsamenwerkings+partners");
  EXPECT_THAT(lines[2], testing::StartsWith("werkten\twerken\tVERB"));
}

TEST(Analyse, SaysWhatItCannotRead) {
  const Ran empty = analyse({}, "");
  EXPECT_EQ(empty.status, 2) << empty;
  EXPECT_THAT(empty.err, HasSubstr("het bestand is leeg"));
  for (const char* option : {"--format=tsv", "--words"}) {
    const Ran missing = samenspel({"analyse", option, "/nergens/tekst.txt"});
    EXPECT_EQ(missing.status, 2) << missing;
    EXPECT_THAT(missing.err, HasSubstr("/nergens/tekst.txt"));
    EXPECT_EQ(missing.out, "");
  }
}

// A megabyte each: at quadratic cost none of them would end.
TEST(Analyse, TakesTimeInProportionToAnyText) {
  for (const std::string piece :
       {"samenwerkingspartner", "0123456789", "Zорг漢字", "\u0301", "👍🏽", "e\u0301\u0302",
        "a-b-", "belde op ", "op ", "tot stand ", "om te ", "a+b(", "<naam 1", "stoel "}) {
    std::string text;
    while (text.size() < 1'000'000) text += piece;
    EXPECT_EQ(analyse({"--format", "tsv"}, text).status, 0) << piece;
  }
}

}  // namespace
}  // namespace pipeline

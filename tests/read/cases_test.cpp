#include "pipeline/read/cases.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace pipeline {
namespace {

constexpr const char* example =
    "\xEF\xBB\xBF"
    "bestand;spreker;case;Rol;datum;interviewer\r\n"
    "westerbeek/interview-1.txt;;westerbeek;bestuurder;12-3-2026;\r\n"
    "westerbeek\\interview-1.txt;I;;;;ja\r\n"
    "\r\n"
    "./kadewijk/nota.docx;;kadewijk;\"wethouder; zorg\";2026-04;\r\n";

TEST(Cases, GivesFilesAndSpeakersTheirAttributes) {
  const auto cases = read_cases(example, "cases.csv");
  ASSERT_TRUE(cases);
  EXPECT_TRUE(cases->warnings.empty());
  EXPECT_EQ(cases->columns, (std::vector<std::string>{"case", "rol", "datum", "interviewer"}));
  const std::map<std::string, CaseRow> expected{
      {"westerbeek/interview-1.txt",
       {{{"case", "westerbeek"}, {"rol", "bestuurder"}, {"datum", "2026-03-12"}},
        {{"I", {{"interviewer", "ja"}}}},
        2}},
      {"kadewijk/nota.docx",
       {{{"case", "kadewijk"}, {"rol", "wethouder; zorg"}, {"datum", "2026-04"}}, {}, 5}}};
  EXPECT_EQ(cases->files, expected);
}

TEST(Cases, ReadsCommasQuotesAndLinesWithinCells) {
  const auto cases = read_cases(
      "bestand,opmerking\n\"a,b.txt\",\"zei \"\"nee\"\"\nen ging\"\nc.txt,x,,\n", "c.csv");
  ASSERT_TRUE(cases);
  EXPECT_EQ(cases->files.at("a,b.txt").attributes.at("opmerking"), "zei \"nee\"\nen ging");
  EXPECT_EQ(cases->files.at("c.txt").line, 4U);
}

struct Mistake {
  std::string csv;
  unsigned line;
  std::string said;
};

TEST(Cases, RefuseTheWholeOfABrokenTable) {
  const std::vector<Mistake> mistakes{
      {"", 0, "leeg"},
      {"\n\n", 0, "leeg"},
      {"naam;rol\na.txt;x\n", 1, "\u201Cbestand\u201D ontbreekt"},
      {"bestand;rol;Rol\na.txt;x;y\n", 1, "\u201Crol\u201D staat er tweemaal"},
      {"bestand;rol\na.txt;\"x\nb.txt;y\n", 2, "aanhalingsteken"},
      {"bestand;rol\na.txt;z\nb.txt;x\"y\n", 3, "aanhalingsteken"},
      {std::string("bestand\0rol", 11), 0, "binair bestand"}};
  for (const Mistake& mistake : mistakes) {
    const auto cases = read_cases(mistake.csv, "cases.csv");
    ASSERT_FALSE(cases) << mistake.csv;
    ASSERT_FALSE(cases.error().empty());
    EXPECT_EQ(cases.error()[0].where, "cases.csv");
    EXPECT_EQ(cases.error()[0].line, mistake.line) << mistake.csv;
    EXPECT_NE(cases.error()[0].message.find(mistake.said), std::string::npos)
        << cases.error()[0].message;
  }
}

TEST(Cases, LeaveOutABadRowAndSaySo) {
  const std::string header = "bestand;spreker;rol;datum;interviewer\ngoed.txt;;x;2026-01-01;\n";
  const std::vector<Mistake> mistakes{
      {"a.txt;;x;;;y\n", 3, "6 cellen en de kop 5"},
      {";;x;;\n", 3, "\u201Cbestand\u201D leeg"},
      {"./;;x;;\n", 3, "noemt \u201Cbestand\u201D een map"},
      {"goed.txt;;y;2026-01-01;\n", 3, "ook in regel 2"},
      {"\na.txt;;x;morgen;\n", 4, "geen datum"},
      {"a.txt;;x;2026-02-30;\n", 3, "geen datum"},
      {"a.txt;I;;;misschien\n", 3, "ja of nee"},
      {"a.txt;;;;ja\n", 3, "hoort bij een spreker"},
      {"goed.txt;I;;;ja\ngoed.txt;I;;;nee\n", 4, "spreker I staat ook in regel 3"}};
  for (const Mistake& mistake : mistakes) {
    const auto cases = read_cases(header + mistake.csv, "cases.csv");
    ASSERT_TRUE(cases) << mistake.csv;
    ASSERT_EQ(cases->warnings.size(), 1U) << mistake.csv;
    EXPECT_EQ(cases->warnings[0].line, mistake.line) << mistake.csv;
    EXPECT_NE(cases->warnings[0].message.find(mistake.said), std::string::npos)
        << cases->warnings[0].message;
    EXPECT_FALSE(cases->files.contains("a.txt")) << mistake.csv;
    EXPECT_EQ(cases->files.at("goed.txt").attributes.at("rol"), "x");
  }
}

TEST(Cases, AcceptARowThatIsSaidTwice) {
  const auto cases = read_cases("bestand;rol\na.txt;x\na.txt;x\n", "cases.csv");
  ASSERT_TRUE(cases);
  EXPECT_TRUE(cases->warnings.empty());
  EXPECT_EQ(cases->files.at("a.txt").line, 2U);
}

TEST(Cases, NameTheFileThatIsNotThere) {
  const auto cases = read_cases_file(std::filesystem::path(SAMENSPEL_BINARY_DIR) / "geen.csv");
  ASSERT_FALSE(cases);
  EXPECT_NE(to_string(cases.error()[0]).find("geen.csv"), std::string::npos);
}

}  // namespace
}  // namespace pipeline

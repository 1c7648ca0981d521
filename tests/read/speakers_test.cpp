#include "pipeline/read/speakers.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace pipeline {
namespace {

TEST(Speakers, AreRowsByNameAndFile) {
  const auto table = read_speakers(
      "\xEF\xBB\xBFSpreker;bestand;Respondent;rol;datum;interviewer\r\n"
      "Marloes Hendrikx;;;onderzoeker;;JA\r\n"
      "R;.\\westerbeek\\een.txt;W1;;3-2-2026;n\r\n",
      "speakers.csv");
  ASSERT_TRUE(table);
  EXPECT_TRUE(table->warnings.empty());
  EXPECT_EQ(table->columns,
            (std::vector<std::string>{"respondent", "rol", "datum", "interviewer"}));
  const std::vector<SpeakerRow> expected{
      {"", "Marloes Hendrikx", {{"rol", "onderzoeker"}, {"interviewer", "ja"}}, 2},
      {"westerbeek/een.txt",
       "R",
       {{"respondent", "W1"}, {"datum", "2026-02-03"}, {"interviewer", "nee"}},
       3}};
  EXPECT_EQ(table->rows, expected);
}

TEST(Speakers, ShareWhatIsKnownOfOneRespondent) {
  const auto table = read_speakers(
      "spreker,bestand,respondent,rol,regio\n"
      "R,a.txt,W1,voorzitter,\nR2,b.txt,W1,,Limburg\nAnna de Wit,,W1,lid,\nR,c.txt,,,\n",
      "speakers.csv");
  ASSERT_TRUE(table);
  ASSERT_EQ(table->rows.size(), 4U);
  EXPECT_EQ(table->rows[0].attributes.at("regio"), "Limburg");
  EXPECT_EQ(table->rows[1].attributes.at("rol"), "voorzitter");
  EXPECT_EQ(table->rows[2].attributes.at("rol"), "lid") << "its own wins";
  EXPECT_TRUE(table->rows[3].attributes.empty());
}

struct Mistake {
  std::string csv;
  unsigned line;
  std::string said;
};

TEST(Speakers, RefuseTheWholeOfABrokenTable) {
  const std::vector<Mistake> mistakes{
      {"", 0, "met \u201Cspreker\u201D als eerste"},
      {"naam;rol\nAnna;x\n", 1, "de kolom \u201Cspreker\u201D ontbreekt"},
      {"spreker;rol;rol\nAnna;x;y\n", 1, "\u201Crol\u201D staat er tweemaal"},
      {"spreker;rol\nAnna;\"x\n", 2, "aanhalingsteken"}};
  for (const Mistake& mistake : mistakes) {
    const auto table = read_speakers(mistake.csv, "speakers.csv");
    ASSERT_FALSE(table) << mistake.csv;
    EXPECT_EQ(table.error()[0].where, "speakers.csv");
    EXPECT_EQ(table.error()[0].line, mistake.line) << mistake.csv;
    EXPECT_NE(table.error()[0].message.find(mistake.said), std::string::npos)
        << table.error()[0].message;
  }
}

TEST(Speakers, LeaveOutABadRowAndSaySo) {
  const std::string header = "spreker;bestand;rol;datum;interviewer\nAnna;;x;;\nR;a.txt;x;;\n";
  const std::vector<Mistake> mistakes{
      {";a.txt;x;;\n", 4, "\u201Cspreker\u201D leeg; vul de naam of letter uit het transcript in"},
      {"Piet;./;x;;\n", 4, "noemt \u201Cbestand\u201D een map"},
      {"Piet;;x;gisteren;\n", 4, "\u201Cgisteren\u201D is geen datum"},
      {"Piet;;x;2026-02-30;\n", 4, "geen datum"},
      {"Piet;;x;;soms\n", 4, "schrijf ja of nee"},
      {"Piet;;x;;;y\n", 4, "6 cellen en de kop 5"},
      {"Anna;;y;;\n", 4, "spreker 'Anna' staat ook in regel 2"},
      {"\nR;./a.txt;y;;\n", 5, "spreker 'R' van a.txt staat ook in regel 3"}};
  for (const Mistake& mistake : mistakes) {
    const auto table = read_speakers(header + mistake.csv, "speakers.csv");
    ASSERT_TRUE(table) << mistake.csv;
    ASSERT_EQ(table->warnings.size(), 1U) << mistake.csv;
    EXPECT_EQ(table->warnings[0].where, "speakers.csv");
    EXPECT_EQ(table->warnings[0].line, mistake.line) << mistake.csv;
    EXPECT_NE(table->warnings[0].message.find(mistake.said), std::string::npos)
        << table->warnings[0].message;
    ASSERT_EQ(table->rows.size(), 2U) << mistake.csv;
    EXPECT_EQ(table->rows[0].attributes.at("rol"), "x");
  }
}

TEST(Speakers, AcceptARowThatIsSaidTwice) {
  const auto table = read_speakers("spreker;rol\nAnna;x\nAnna;x\n", "speakers.csv");
  ASSERT_TRUE(table);
  EXPECT_TRUE(table->warnings.empty());
  EXPECT_EQ(table->rows.size(), 1U);
}

TEST(Speakers, NameTheFileThatIsNotThere) {
  const auto table =
      read_speakers_file(std::filesystem::path(SAMENSPEL_BINARY_DIR) / "geen-speakers.csv");
  ASSERT_FALSE(table);
  EXPECT_NE(to_string(table.error()[0]).find("geen-speakers.csv: het bestand is niet te lezen"),
            std::string::npos);
}

}  // namespace
}  // namespace pipeline

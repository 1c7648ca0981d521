#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/program/example.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::StartsWith;

TEST(OutputFile, HasTheFormOfItsEnding) {
  const ExampleStudy study;
  study.fill();
  const struct {
    std::string file, begins;
  } rows[] = {{"tabel.csv", "factor,label,"},
              {"tabel.xlsx", "PK"},
              {"tabel.html", "<!DOCTYPE html>"},
              {"tabel.tex", "% \\usepackage{booktabs}"},
              {"tabel.md", "**Coderingen per factor**"},
              {"tabel", "Coderingen per factor\n"}};
  for (const auto& row : rows) {
    const fs::path file = study.path(row.file);
    const Ran ran = study.run({"table", "--uitvoer", file.string()});
    EXPECT_EQ(ran.status, 0) << ran;
    EXPECT_EQ(ran.out, "");
    EXPECT_THAT(bytes_of(file), StartsWith(row.begins));
  }
  const fs::path other = study.path("toch.csv");
  EXPECT_EQ(study.run({"table", "--format", "json", "-o", other.string()}).status, 0);
  EXPECT_THAT(bytes_of(other), StartsWith("{\"format\":\"samenspel-table\""));
}

TEST(OutputFile, IsNotOverwrittenUnasked) {
  const ExampleStudy study;
  study.fill();
  const fs::path file = study.path("tabel.csv");
  std::ofstream(file) << "van mij";
  const Ran refused = study.run({"table", "--uitvoer", file.string()});
  EXPECT_EQ(refused.status, 2) << refused;
  EXPECT_THAT(refused.err, HasSubstr("tabel.csv: dit bestand bestaat al; kies een andere naam, of "
                                     "geef --overschrijf"));
  EXPECT_EQ(bytes_of(file), "van mij");
  EXPECT_EQ(study.run({"table", "--uitvoer", file.string(), "--overschrijf"}).status, 0);
  EXPECT_EQ(study.run({"table", "--uitvoer", file.string(), "--force"}).status, 0);
  EXPECT_THAT(bytes_of(file), StartsWith("factor,"));
}

TEST(OutputFile, IsRefusedBeforeTheWork) {
  const ExampleStudy study;
  study.create();  // without documents: the work would end otherwise
  const struct {
    std::string file, says;
  } rows[] = {{(study.path("weg") / "tabel.csv").string(), "bestaat niet; maak die eerst"},
              {study.text("documents"), "dit is een map; geef een bestand"}};
  for (const auto& row : rows) {
    const Ran ran = study.run({"table", "--uitvoer", row.file});
    EXPECT_EQ(ran.status, 2) << ran;
    EXPECT_THAT(ran.err, HasSubstr(row.says));
  }
  RunOptions nobody;
  nobody.as_nobody = true;
  if (const auto lack = missing_for(nobody); !lack.empty()) GTEST_SKIP() << lack;
  const Ran ran = study.run({"table", "--uitvoer", "/tabel.csv"}, nobody);
  EXPECT_EQ(ran.status, 2) << ran;
  EXPECT_THAT(ran.err, HasSubstr("kan niet worden geschreven"));
}

TEST(OutputFile, IsAsItWasWhereTheDiskIsFull) {
  const ExampleStudy study;
  study.fill();
  const fs::path file = study.path("tabel.xlsx");
  std::ofstream(file) << "van mij";
  RunOptions small;
  small.largest_file = 100;
  const Ran ran = study.run({"table", "--uitvoer", file.string(), "--overschrijf"}, small);
  EXPECT_NE(ran.status, 0) << ran;
  EXPECT_EQ(bytes_of(file), "van mij");
  EXPECT_FALSE(fs::exists(file.string() + ".deel"));
}

TEST(OutputFile, IsAskedForWhereATerminalCouldNotShowIt) {
  const ExampleStudy study;
  study.fill();
  RunOptions terminal;
  terminal.on_terminal = true;
  if (const auto lack = missing_for(terminal); !lack.empty()) GTEST_SKIP() << lack;
  const Ran ran = study.run({"table", "--format", "xlsx"}, terminal);
  EXPECT_EQ(ran.status, 2) << ran;
  EXPECT_THAT(ran.err, HasSubstr("geef een bestand: --uitvoer tabel.xlsx"));
}

}  // namespace
}  // namespace pipeline

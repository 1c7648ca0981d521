#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "tests/program/example.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::StartsWith;

std::string lines_of(const fs::path& file) {
  std::string text = bytes_of(file);
  std::erase(text, '\r');
  return text;
}

// Counted by hand in example.h.
TEST(ExportMatrix, CountsFactorsByCase) {
  const ExampleStudy study;
  study.fill();
  const fs::path folder = study.path("cases");
  const Ran ran = study.run({"export", "matrix", "--by", "case", "-o", folder.string()});
  EXPECT_EQ(ran.status, 0) << ran;
  const std::string csv = lines_of(folder / "matrix.csv");
  EXPECT_THAT(csv, HasSubstr("vertrouwen_succes,vertrouwen_faal,vertrouwen_neutraal,vertrouwen,"
                             "overleg_succes,overleg_faal,overleg_neutraal,overleg,"));
  EXPECT_THAT(csv, HasSubstr(",2,1,0,3,0,0,1,1,0,1,0,1\n"));  // heuvelsdal
  EXPECT_THAT(csv, HasSubstr(",2,1,0,3,0,1,1,2,1,0,0,1\n"));  // westerbeek
  for (const char* name : {"variabelen.csv", "laad.R", "laad.sps", "laad.do", "LEESMIJ.txt"})
    EXPECT_TRUE(fs::exists(folder / name)) << name;
  EXPECT_THAT(bytes_of(folder / "LEESMIJ.txt"),
              HasSubstr("Weggelaten: 3 passages van interviewers"));
}

TEST(ExportQuotes, WriteALongTable) {
  const ExampleStudy study;
  study.fill();
  const fs::path file = study.path("citaten.csv");
  EXPECT_EQ(study.run({"export", "quotes", "-o", file.string()}).status, 0);
  const std::string csv = lines_of(file);
  EXPECT_THAT(csv, StartsWith("id,factor,label,thema,valentie,modaliteit,codeur,stand,document,"
                              "passage,soort,spreker,wie,begin,begin_s,pagina,"));
  EXPECT_THAT(csv, HasSubstr("vertrouwen,Vertrouwen,relatie,faal,feit,lexicon proef@1.0.0,"
                             "voorgesteld,heuvelsdal/gesprek.srt,"));
  EXPECT_THAT(csv, HasSubstr(",0:02,2,,"));
  EXPECT_EQ(std::ranges::count(csv, '\n'), 13);

  const fs::path folder = study.path("citaten");
  EXPECT_EQ(study.run({"export", "quotes", "-o", folder.string()}).status, 0);
  EXPECT_EQ(std::ranges::count(lines_of(folder / "citaten.csv"), '\n'), 13);
  EXPECT_THAT(bytes_of(folder / "laad.R"), HasSubstr("begin_s = \"numeric\""));
}

TEST(ExportQuotes, WriteAWordDocumentByFactor) {
  const ExampleStudy study;
  study.fill();
  const fs::path file = study.path("citaten.docx");
  const Ran ran = study.run({"export", "quotes", "-o", file.string(), "--titel", "Mijn citaten"});
  EXPECT_EQ(ran.status, 0) << ran;
  const Ran read = samenspel({"read", file.string()});
  EXPECT_EQ(read.status, 0) << read;
  for (const char* words :
       {"Mijn citaten", "12 citaten. Vet is", "Vertrouwen", "succes 4 · faal 2", "Succes (4)",
        "Faal (2)", "“Joke: Eerst was er wantrouwen.”", "heuvelsdal/gesprek.srt", "0:02",
        "case=heuvelsdal", "Lexicon: proef@1.0.0"})
    EXPECT_THAT(read.out, HasSubstr(words));
  const fs::path again = study.path("weer.docx");
  EXPECT_EQ(study.run({"export", "quotes", "-o", again.string(), "--titel", "Mijn citaten"}).status,
            0);
  EXPECT_EQ(bytes_of(file), bytes_of(again));
}

TEST(ExportQuotes, KeepToACell) {
  const ExampleStudy study;
  study.fill();
  const fs::path file = study.path("citaten.csv");
  const Ran ran = study.run(
      {"export", "quotes", "--cell", "factor=vertrouwen,valentie=faal", "-o", file.string()});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_EQ(std::ranges::count(lines_of(file), '\n'), 3);
}

// What office programs make of our files, where one is here.
TEST(ExportQuotes, OpenInLibreOffice) {
  const fs::path parts = "/usr/lib/libreoffice/program";  // of text and of sheets
  if (!fs::exists(parts / "libswlo.so") || !fs::exists(parts / "libsclo.so"))
    GTEST_SKIP() << "LibreOffice is not here";
  const ExampleStudy study;
  study.fill();
  EXPECT_EQ(study.run({"export", "quotes", "-o", study.text("citaten.docx")}).status, 0);
  EXPECT_EQ(study.run({"table", "-o", study.text("tabel.xlsx")}).status, 0);
  const struct {
    const char *file, *to, *made, *says;
  } rows[] = {
      {"citaten.docx", "txt:Text (encoded):UTF8", "citaten.txt", "Eerst was er wantrouwen."},
      {"tabel.xlsx", "csv", "tabel.csv", "Vertrouwen"}};
  for (const auto& row : rows) {
    const std::string command = "cd '" + study.path().string() + "' && HOME='" +
                                study.path().string() + "' soffice --headless --convert-to '" +
                                row.to + "' " + row.file + " > soffice.log 2>&1";
    EXPECT_EQ(std::system(command.c_str()), 0);
    const std::string log = bytes_of(study.path("soffice.log"));
    EXPECT_THAT(bytes_of(study.path(row.made)), HasSubstr(row.says)) << log;
  }
}

TEST(Export, TellsWhatIsWrong) {
  const ExampleStudy study;
  study.fill();
  study.write("vol/iets.txt", "van mij");
  study.write("bestand", "van mij");
  const struct {
    Arguments arguments;
    int status;
    const char* says;
  } rows[] = {
      {{"matrix", "-o", study.text("vol")}, 2, "deze map is niet leeg"},
      {{"matrix", "-o", study.text("bestand")}, 2, "dit is een bestand"},
      {{"matrix", "-o", study.text("weg/map")}, 2, "bestaat niet; maak die eerst"},
      {{"matrix", "-o", study.text("m"), "--where", "olifant"}, 1, "er is niets te exporteren"},
      {{"quotes", "-o", study.text("q.doc")}, 2, "kies .docx, .csv, .xlsx"},
      {{"quotes", "-o", study.text("q.csv"), "--where", "olifant"}, 1, "er is niets te exporteren"},
      {{"quotes", "-o", study.text("q.csv"), "--cell", "factor=x"}, 2, "factor 'x' komt niet voor"},
      {{"quotes", "-o", study.text("q.csv"), "--coder", "Piet"}, 2, "geen codering is van codeur"},
      {{"quotes"}, 2, "--uitvoer"},
  };
  for (const auto& row : rows) {
    Arguments arguments{"export"};
    arguments.insert(arguments.end(), row.arguments.begin(), row.arguments.end());
    const Ran ran = study.run(arguments);
    EXPECT_EQ(ran.status, row.status) << ran;
    EXPECT_THAT(ran.err, HasSubstr(row.says));
  }
  EXPECT_EQ(study.run({"export", "matrix", "-o", study.text("vol"), "--overschrijf"}).status, 0);
  EXPECT_EQ(bytes_of(study.path("vol/iets.txt")), "van mij");
}

}  // namespace
}  // namespace pipeline

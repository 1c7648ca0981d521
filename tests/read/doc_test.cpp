// Old Word files are read by another program; here a script stands in for it, so that the tests do
// not hang on what is installed.
#include <gtest/gtest.h>
#include <stdlib.h>

#include "pipeline/read/child.h"
#include "pipeline/read/doc_fields.h"
#include "pipeline/read/read.h"
#include "tests/support/packed.h"
#include "tests/support/temporary_folder.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;

std::string compound(const std::string& stream) {
  std::string bytes = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  for (const char c : stream) bytes += {c, '\0'};
  return bytes + std::string(2, '\0');
}

class Doc : public testing::Test {
 protected:
  Doc() : path_(::getenv("PATH")) { ::setenv("PATH", folder_.path().c_str(), 1); }
  ~Doc() override { ::setenv("PATH", path_.c_str(), 1); }

  void catdoc(const std::string& script) const {
    const fs::path file = folder_.write("catdoc", "#!/bin/sh\n" + script + "\n");
    fs::permissions(file, fs::perms::owner_all);
  }
  std::string said(const std::string& bytes, const std::string& name = "a.doc") const {
    const auto document = read_bytes(bytes, name);
    return document ? document->source : document.error().message;
  }

  TemporaryFolder folder_;

 private:
  std::string path_;
};

TEST_F(Doc, IsReadByAnotherProgram) {
  catdoc(R"(printf '%s' "$*"; printf ' Geen zorg\npatiënt\f\tnoot\nzo\n')");
  EXPECT_EQ(said(compound("WordDocument")), "-d utf-8 -w Geen zorg\n\npatiënt\n\nnoot\n\nzo");
}

TEST(DocFields, LeaveWhatTheyCameTo) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"  HYPERLINK \"http://dorp.nl\" De pagina van het dorp ", " De pagina van het dorp "},
      {"Zie  HYPERLINK \\l \"_Toc1\" \\o \"naar boven\"  hier .", "Zie hier ."},
      {"Figuur   SEQ \"Figuur\" \\* ARABIC  1  Het dorp", "Figuur 1  Het dorp"},
      {"Figuur   SEQ Figuur \\* ARABIC  1  Het dorp", "Figuur 1  Het dorp"},
      {"  TOC \\o \"1-3\" \\h \\z \\u   HYPERLINK \\l \"_Toc1\"  Inleiding\t  PAGEREF _Toc1 \\h  3",
       " Inleiding\t 3"},
      {"Den Haag,  DATE \\@ \"d MMMM yyyy\"  3 mei 2004", "Den Haag, 3 mei 2004"},
      {"Naam:  FORMTEXT  Jansen", "Naam: Jansen"},
      {"THE  TITLE of the book", "THE  TITLE of the book"},
      {"twee  spaties", "twee  spaties"},
      {"x  HYPERLINK \"http://kapot", "x "},
      {"  ", "  "},
      {"", ""}};
  for (const auto& [line, text] : rows) EXPECT_EQ(without_instructions(line), text) << line;
}

TEST_F(Doc, HasCharactersBeyondTheFirstPlaneWhole) {
  catdoc(R"(printf 'x \355\240\275\355\270\200 y')");
  EXPECT_EQ(said(compound("WordDocument")), "x 😀 y");
}

TEST_F(Doc, IsGivenToTheProgramAsItLies) {
  catdoc("tail -c 2");
  ::setenv("PATH", (folder_.path().string() + ":/usr/bin:/bin").c_str(), 1);
  EXPECT_EQ(said(compound("WordDocument") + "ja"), "ja");
}

TEST_F(Doc, SaysWhyItIsRefused) {
  const std::string word = compound("WordDocument");
  EXPECT_NE(said(word).find("apt install catdoc"), std::string::npos);
  catdoc("exit 1");
  EXPECT_NE(said(word).find("kan dit bestand niet lezen"), std::string::npos);
  catdoc("kill -9 $$");
  EXPECT_NE(said(word).find("kan dit bestand niet lezen"), std::string::npos);
  catdoc("printf '[File is encrypted. Encryption key = 1]'");
  EXPECT_NE(said(word).find("versleuteld"), std::string::npos);
  catdoc("true");
  EXPECT_NE(said(word).find("geen tekst"), std::string::npos);
  EXPECT_NE(said(compound("Workbook")).find("rekenblad"), std::string::npos);
  EXPECT_NE(said(compound("EncryptedPackage")).find("versleuteld"), std::string::npos);
  EXPECT_NE(said("zomaar tekst").find("iets anders"), std::string::npos);
}

TEST_F(Doc, IsToldFromOtherFormatsByWhatItHolds) {
  EXPECT_NE(said(compound("WordDocument"), "a.docx").find("een oud Word-document (.doc)"),
            std::string::npos);
  EXPECT_NE(said(compound("EncryptedPackage"), "a.docx").find("wachtwoord"), std::string::npos);
  EXPECT_NE(said(docx("<w:p/>")).find("een Word-document (.docx)"), std::string::npos);
  EXPECT_NE(said("{\\rtf1 x}").find("een RTF-bestand"), std::string::npos);
}

TEST_F(Doc, HoldsTheProgramToItsLimits) {
  catdoc("while :; do :; done");
  ChildLimits limits;
  limits.time = std::chrono::milliseconds(50);
  const std::string path = *find_program("catdoc");
  EXPECT_EQ(run_child(path, {}, "x", limits).end, ChildEnd::too_slow);
  catdoc("while :; do echo x; done");
  limits = {};
  limits.output_bytes = 1000;
  EXPECT_EQ(run_child(path, {}, "x", limits).end, ChildEnd::too_much);
  EXPECT_EQ(run_child("/bestaat/niet", {}, "x", limits).end, ChildEnd::failed);
}

}  // namespace
}  // namespace pipeline

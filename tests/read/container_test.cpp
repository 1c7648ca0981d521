#include "pipeline/read/container.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "pipeline/read/sheet_source.h"
#include "tests/support/packed.h"
#include "tests/support/temporary_folder.h"

namespace pipeline {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class ContainerTest : public testing::Test {
 protected:
  Container open(const std::string& name, const std::string& bytes, const ReadLimits& limits = {}) {
    folder_.write(name, bytes);
    return {folder_.path() / name, profile_beside(folder_.path() / name), limits};
  }
  // "naam: tekst" a document, "naam! waarom" where there is none.
  static std::vector<std::string> shown(Container& container) {
    std::vector<std::string> all;
    while (const auto part = container.next()) {
      const auto document = read_part(*part, "map.zip");
      all.push_back(document ? part->name + ": " + document->source
                             : part->name + "! " + document.error().message);
    }
    for (const Remark& remark : container.remarks())
      if (remark.is_refusal) all.push_back(remark.name + "! " + remark.message);
    return all;
  }
  std::vector<std::string> shown(const std::string& bytes, const ReadLimits& limits = {}) {
    Container container = open("map.zip", bytes, limits);
    return shown(container);
  }
  TemporaryFolder folder_;
};

constexpr const char* survey =
    "id;rol;antwoord\n1;bewoner;Ze belden altijd dezelfde dag terug.\n2;bewoner;De afspraken "
    "werden "
    "door ons allen nagekomen.\n";

TEST_F(ContainerTest, HoldsTheFilesOfAnArchiveInItsOrder) {
  EXPECT_THAT(shown(packed({{"oost/b.txt", "twee"},
                            {"a.txt", "een"},
                            {"__MACOSX/._a.txt", "weg"},
                            {".DS_Store", "weg"},
                            {"oost/~$c.docx", "weg"},
                            {"cases.csv", "bestand;rol\na.txt;x\n"},
                            {"speakers.csv", "weg"},
                            {"c.docx", docx("<w:p><w:r><w:t>drie</w:t></w:r></w:p>")}})),
              ElementsAre("oost/b.txt: twee", "a.txt: een", "c.docx: drie"));
}

TEST_F(ContainerTest, NamesWhatItDoesNotReadAndReadsTheRest) {
  EXPECT_THAT(
      shown(packed({{"../buiten.txt", "x"},
                    {"/wortel.txt", "x"},
                    {"c:\\a.txt", "x"},
                    {"leeg.txt", ""},
                    {"stuk.docx", "PK stuk"},
                    {"opname.mp3", "x"},
                    {"a.txt", "een"},
                    {"a.txt", "nog een"}})),
      ElementsAre("../buiten.txt! de naam wijst buiten het archief; pak het uit en geef de map",
                  "/wortel.txt! de naam wijst buiten het archief; pak het uit en geef de map",
                  "c:/a.txt! de naam wijst buiten het archief; pak het uit en geef de map",
                  "leeg.txt! het bestand is leeg",
                  HasSubstr("stuk.docx! het bestand is beschadigd"),
                  HasSubstr("opname.mp3! een opname wordt niet gelezen"), "a.txt: een",
                  "a.txt! deze naam komt twee keer voor in het archief; hernoem een van beide"));
}

TEST_F(ContainerTest, RefusesEncryptedFilesByName) {
  EXPECT_THAT(
      shown(packed({{"a.txt", "een"}, {"cases.csv", "bestand\n"}}, "geheim")),
      ElementsAre("a.txt! is met een wachtwoord versleuteld; maak het archief opnieuw, zonder "
                  "wachtwoord",
                  "cases.csv! is met een wachtwoord versleuteld; maak het archief opnieuw, "
                  "zonder wachtwoord"));
}

TEST_F(ContainerTest, BoundsWhatComesOutOfAnArchive) {
  const std::string bomb(3 << 20, 'x');
  const auto said = shown(packed({{"bom.txt", bomb}, {"a.txt", "een"}}));
  ASSERT_EQ(said.size(), 2U);
  EXPECT_THAT(said[0], HasSubstr("bom.txt! wordt uitgepakt te groot"));
  EXPECT_EQ(said[1], "a.txt: een");
  ReadLimits few;
  few.packed_entries = 2;
  EXPECT_THAT(shown(packed({{"a.txt", "1"}, {"b.txt", "2"}, {"c.txt", "3"}}), few),
              ElementsAre("a.txt: 1", "b.txt: 2",
                          "! het archief heeft meer dan 2 bestanden; deel het in stukken"));
  EXPECT_THAT(shown("dit is geen archief"),
              ElementsAre("! is beschadigd en niet uit te pakken; maak het archief opnieuw"));
  EXPECT_THAT(shown(packed({{"a.txt", "een"}}).substr(0, 40)),
              ElementsAre(HasSubstr("! is beschadigd")));
}

TEST_F(ContainerTest, ReadsNamesOfOldArchivesByTheirCode) {
  // As old archivers write it: no mark of UTF-8, code page 437. Of equal length, so that nothing
  // else moves.
  std::string bytes = packed({{"coXp/eXn.txt", "een"}});
  for (std::size_t at = bytes.find("coXp"); at != std::string::npos; at = bytes.find("coXp", at)) {
    bytes[at + 2] = '\x94';
    bytes[at + 6] = '\x82';
  }
  EXPECT_THAT(shown(bytes), ElementsAre("coöp/eén.txt: een"));
  bytes = packed({{"coXXp.txt", "een"}});
  for (std::size_t at = bytes.find("coXX"); at != std::string::npos; at = bytes.find("coXX", at))
    bytes.replace(at + 2, 2, "ö");
  EXPECT_THAT(shown(bytes), ElementsAre("coöp.txt: een"));
}

TEST_F(ContainerTest, GoesIntoArchivesAndSheetsWithinButNotTooDeep) {
  const std::string inner = packed({{"b.txt", "twee"}, {"cases.csv", "bestand\nb.txt\n"}});
  EXPECT_THAT(
      shown(packed({{"a.zip", inner}, {"map/enquete.csv", survey}})),
      ElementsAre("a.zip/b.txt: twee", "map/enquete.csv/1: Ze belden altijd dezelfde dag terug.",
                  "map/enquete.csv/2: De afspraken werden door ons allen nagekomen.",
                  HasSubstr("a.zip/cases.csv! telt niet mee in een archief")));
  std::string deep = packed({{"a.txt", "een"}});
  for (int i = 0; i < 3; ++i) deep = packed({{"in.zip", deep}});
  EXPECT_THAT(shown(deep),
              ElementsAre("in.zip/in.zip/in.zip! archieven zijn te diep in elkaar gepakt; "
                          "pak dit uit en geef de map"));
}

TEST_F(ContainerTest, UsesTheProfileThatLiesBesideASheetInTheArchive) {
  const Parts parts{{"enquete.csv", survey},
                    {"enquete.kolommen.toml",
                     "[[blad]]\n[blad.kolommen]\nantwoord = \"tekst\"\nid = \"negeren\"\nrol = "
                     "\"negeren\"\n"}};
  Container container = open("map.zip", packed(parts));
  const auto part = container.next();
  ASSERT_TRUE(part);
  EXPECT_EQ(part->name, "enquete.csv/rij-0002");
  EXPECT_TRUE(part->document->attributes.empty());
  EXPECT_TRUE(container.drafts().empty());
}

TEST_F(ContainerTest, FindsOneDocumentByItsName) {
  const std::string bytes = packed({{"a.txt", "een"},
                                    {"in.zip", packed({{"b.txt", "twee"}})},
                                    {"e.csv", survey},
                                    {"c.txt", "drie"}});
  Container container = open("map.zip", bytes);
  for (const char* name : {"c.txt", "in.zip/b.txt", "e.csv/2", "e.csv/1", "a.txt"}) {
    const auto part = container.find(name);
    ASSERT_TRUE(part) << name;
    EXPECT_EQ(part->name, name);
  }
  EXPECT_FALSE(container.find("d.txt"));
  EXPECT_FALSE(container.find("e.csv/3"));
  EXPECT_FALSE(container.find("e.csv"));
}

TEST_F(ContainerTest, KeepsOneNameForARowWhateverStandsAboveIt) {
  Container first = open("e.csv", survey);
  Container second = open("f.csv", std::string("\n") + survey);
  const auto a = first.next(), b = second.next();
  ASSERT_TRUE(a && b);
  EXPECT_EQ(a->name, "1");
  EXPECT_EQ(a->content, b->content);
  EXPECT_NE(a->content, first.next()->content);
  EXPECT_EQ(first.drafts().size(), 1U);
  EXPECT_THAT(first.remarks().front().message,
              HasSubstr("wat de kolommen zijn is geraden. Tekst: antwoord. Kenmerk: id, rol. "
                        "Genegeerd: geen. Een rij is een document."));
}

TEST_F(ContainerTest, LeavesATranscriptInATableWhole) {
  const std::string transcript = "start\tend\ttext\n0\t900\tZe belden terug.\n";
  std::string sheet = survey;
  std::ranges::replace(sheet, ';', '\t');
  EXPECT_THAT(
      shown(packed({{"gesprek.tsv", transcript}, {"e.tsv", sheet}})),
      ElementsAre("gesprek.tsv: Ze belden terug.", "e.tsv/1: Ze belden altijd dezelfde dag terug.",
                  "e.tsv/2: De afspraken werden door ons allen nagekomen."));
  folder_.write("a.tsv", "\uFEFF" + transcript);
  EXPECT_FALSE(is_container_file(folder_.path() / "a.tsv"));
  folder_.write("b.tsv", "start\tend\ttext of answer\n");
  EXPECT_TRUE(is_container_file(folder_.path() / "b.tsv"));
  EXPECT_TRUE(is_container("b.csv", transcript));
}

TEST(Containers, AreKnownByTheirEndings) {
  for (const char* name : {"a.csv", "a.TSV", "m/a.xlsx", "a.xlsm", "a.ods", "a.zip"})
    EXPECT_TRUE(is_container(name)) << name;
  for (const char* name : {"a.docx", "a.xls", "csv", "a.csv/rij-0001"})
    EXPECT_FALSE(is_container(name)) << name;
  for (const char* name : {"cases.csv", "speakers.csv", ".a.txt", "~$a.docx", "e.kolommen.toml"})
    EXPECT_TRUE(is_no_document(name)) << name;
  EXPECT_FALSE(is_no_document("mycases.csv"));
}

TEST(Containers, TellSheetsByTheirEndings) {
  for (const char* name : {"a.csv", "a.TSV", "m/a.xlsx", "a.xlsm", "a.ods"})
    EXPECT_TRUE(is_sheet(name)) << name;
  for (const char* name : {"a.zip", "a.txt", "csv", ""}) EXPECT_FALSE(is_sheet(name)) << name;
}

}  // namespace
}  // namespace pipeline

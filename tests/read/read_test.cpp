#include "pipeline/read/read.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/support/temporary_folder.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;

class Read : public testing::Test {
 protected:
  fs::path write(const std::string& name, const std::string& bytes) const {
    return folder_.write(name, bytes);
  }
  std::string refusal(const fs::path& path, const ReadLimits& limits = {}) const {
    const auto document = read(path, limits);
    if (document) return "gelezen: " + document->source;
    EXPECT_EQ(document.error().where, path.string());
    return document.error().message;
  }

  TemporaryFolder folder_;
};

TEST_F(Read, GivesTheTextOfAFileAsItStands) {
  const auto document = read(write("Interview.TXT", "I: hoe gaat het?\r\n\r\nR:  goed\r\n"));
  ASSERT_TRUE(document);
  EXPECT_EQ(document->source, "I: hoe gaat het?\n\nR:  goed\n");
  EXPECT_EQ(document->format, "txt");
  EXPECT_TRUE(document->warnings.empty());
}

TEST_F(Read, SaysWhyAFileIsRefused) {
  struct Row {
    std::string name, bytes, said;
  };
  const std::vector<Row> rows{
      {"leeg.txt", "", "leeg"},
      {"wit.txt", " \n\n\t", "geen tekst"},
      {"beeld.html", "<img src=x.png>", "geen tekst"},
      {"nota.pdf", "%PDF-1.7", "de PDF is niet te lezen"},
      {"nota.txt", "%PDF-1.7 x", "dit is een PDF-bestand"},
      {"nota.md", "{\\rtf1 x}", "dit is een RTF-bestand"},
      {"nota.html", "PK\x03\x04 x", "dit is een ZIP-bestand"},
      {"oud.doc", "\xD0\xCF\x11\xE0", "geen Word-document"},
      {"gesprek.mp3", "ID3", "transcript"},
      {"tabel.csv", "a;b", "hierin staan meer documenten; noem er een"},
      {"oud.xls", "x", "een oud rekenblad wordt niet gelezen"},
      {"raar.xyz", "x", "de uitgang .xyz is onbekend; leesbaar zijn .txt"},
      {"README", "x", "geen uitgang"},
      {"opname.txt", std::string("RIFF\0\0\0\0WAVEfmt ", 16), "geluidsopname"},
      {"binair.txt",
       std::string("\x7F"
                   "ELF\0\0\0",
                   7),
       "binair bestand"}};
  for (const Row& row : rows) {
    const std::string message = refusal(write(row.name, row.bytes));
    EXPECT_NE(message.find(row.said), std::string::npos) << row.name << ": " << message;
  }
}

TEST_F(Read, SaysWhyAPathGivesNoBytes) {
  EXPECT_NE(refusal(folder_.path() / "weg.txt").find("bestaat niet"), std::string::npos);
  EXPECT_NE(refusal(folder_.path()).find("map"), std::string::npos);
  ASSERT_EQ(::mkfifo((folder_.path() / "pijp.txt").c_str(), 0600), 0);
  EXPECT_NE(refusal(folder_.path() / "pijp.txt").find("geen gewoon bestand"), std::string::npos);
}

TEST_F(Read, SaysThatAFileIsNotReadable) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may read every file";
  const fs::path path = write("dicht.txt", "tekst");
  fs::permissions(path, fs::perms::none);
  EXPECT_NE(refusal(path).find("rechten"), std::string::npos);
}

TEST_F(Read, HoldsAFileToItsLargestSize) {
  ReadLimits limits;
  limits.file_bytes = 1 << 20;
  const std::string text((1 << 20) + 1, 'x');
  EXPECT_NE(refusal(write("groot.txt", text), limits).find("1 MB"), std::string::npos);
  EXPECT_FALSE(read_bytes(text, "groot.txt", limits));
  EXPECT_TRUE(read_bytes(std::string_view(text).substr(1), "net.txt", limits));
}

TEST(Formats, AreKnownByTheirEndings) {
  for (const Format& format : formats())
    for (const std::string& ending : format.endings) {
      EXPECT_EQ(why_refused(ending), "") << ending;
      EXPECT_EQ(ending.front(), '.');
    }
  for (const char* ending : {".xls", ".rar", ".pptx"}) EXPECT_NE(why_refused(ending), "") << ending;
  EXPECT_EQ(why_refused(".xyz"), "");
}

}  // namespace
}  // namespace pipeline

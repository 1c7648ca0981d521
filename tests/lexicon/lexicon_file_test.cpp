#include "pipeline/lexicon/lexicon_file.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace pipeline {
namespace {

namespace fs = std::filesystem;

class LexiconFile : public testing::Test {
 protected:
  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::path(SAMENSPEL_BINARY_DIR) / "lexicon_file_test" / test->name();
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name) << text;
  }
  fs::path folder_;
};

TEST_F(LexiconFile, ReadsAFolderAndLeavesOtherFilesAlone) {
  write("lexicon.toml", "id = \"proef\"\nversie = \"2\"\ntitel = \"P\"\ntaal = \"nl\"\n");
  write("visie.toml",
        "thema = \"visie\"\n[[factor]]\nid = \"visie\"\nlabel = \"Visie\"\ndefinitie = \"D\"\n"
        "succes = ['gedeelde visie']\n");
  write("leesmij.txt", "geen toml");
  write(".verborgen.toml", "kapot");
  const auto lexicon = read_lexicon(folder_);
  ASSERT_TRUE(lexicon) << to_string(lexicon.error().front());
  EXPECT_EQ(lexicon->coder(), "lexicon proef@2");
  EXPECT_EQ(lexicon->patterns.size(), 1U);
}

TEST_F(LexiconFile, KnowsTheHashOfALexiconWithoutReadingItsPatterns) {
  write("lexicon.toml", "id = \"proef\"\nversie = \"2\"\ntitel = \"P\"\ntaal = \"nl\"\n");
  write("visie.toml",
        "thema = \"visie\"\n[[factor]]\nid = \"visie\"\nlabel = \"Visie\"\ndefinitie = \"D\"\n"
        "succes = ['gedeelde visie']\n");
  write("leesmij.txt", "geen toml");
  const auto hash = lexicon_hash(folder_);
  ASSERT_TRUE(hash);
  EXPECT_EQ(*hash, read_lexicon(folder_).value().hash);
  write("leesmij.txt", "nog steeds geen toml");
  EXPECT_EQ(lexicon_hash(folder_), hash);
  write("lexicon.toml", "kapot");
  EXPECT_NE(lexicon_hash(folder_).value(), *hash);
  EXPECT_FALSE(lexicon_hash(folder_ / "geen"));
}

TEST_F(LexiconFile, SaysThatAFolderIsMissing) {
  const auto lexicon = read_lexicon(folder_ / "weg");
  ASSERT_FALSE(lexicon);
  EXPECT_EQ(lexicon.error().front().message.find("dit is geen map"), 0U);
  EXPECT_EQ(lexicon.error().front().where, (folder_ / "weg").generic_string());
}

TEST_F(LexiconFile, NamesAFileThatCannotBeRead) {
  fs::create_directories(folder_ / "visie.toml");
  const auto lexicon = read_lexicon(folder_);
  ASSERT_FALSE(lexicon);
  EXPECT_EQ(to_string(lexicon.error().front())
                .find((folder_ / "visie.toml").generic_string() + ": kan niet gelezen worden"),
            0U);
}

TEST_F(LexiconFile, RefusesAFileThatIsTooLarge) {
  write("visie.toml", std::string((16U << 20) + 1, '#'));
  const auto lexicon = read_lexicon(folder_);
  ASSERT_FALSE(lexicon);
  EXPECT_NE(lexicon.error().front().message.find("groter dan 16 MB"), std::string::npos);
}

}  // namespace
}  // namespace pipeline

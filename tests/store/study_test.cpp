#include "pipeline/store/study.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include "tests/support/temporary_folder.h"

namespace pipeline {
namespace {

class StudyTest : public testing::Test {
 protected:
  StudyTest() { folder_.write("lexicon/lexicon.toml", "id = \"proef\"\n"); }
  std::filesystem::path lexicon() const { return folder_.path() / "lexicon"; }
  std::filesystem::path study() const { return folder_.path() / "studie"; }
  TemporaryFolder folder_;
};

TEST_F(StudyTest, IsMadeWithSettingsLexiconAndDatabase) {
  const auto made = create_study(study(), "Proef \"met\" aanhaling", lexicon());
  ASSERT_TRUE(made) << to_string(made.error());
  EXPECT_EQ(made->settings.title, "Proef \"met\" aanhaling");
  EXPECT_TRUE(std::filesystem::exists(made->lexicon() / "lexicon.toml"));
  EXPECT_TRUE(std::filesystem::exists(made->database()));
  const auto opened = open_study(study());
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened->settings, made->settings);
}

TEST_F(StudyTest, RefusesToBeMadeOverSomethingElse) {
  ASSERT_TRUE(create_study(study(), "", lexicon()));
  EXPECT_EQ(create_study(study(), "", lexicon()).error().message, "hier is al een studie");
  folder_.write("vol/iets.txt", "x");
  EXPECT_NE(create_study(folder_.path() / "vol", "", lexicon()).error().message.find("niet leeg"),
            std::string::npos);
  EXPECT_NE(create_study(folder_.path() / "x", "", folder_.path() / "geen")
                .error()
                .message.find("het lexicon is er niet"),
            std::string::npos);
}

TEST_F(StudyTest, SaysWhereThereIsNone) {
  EXPECT_NE(open_study(folder_.path()).error().message.find("samenspel new"), std::string::npos);
}

TEST_F(StudyTest, NamesTheLineOfAWrongSetting) {
  ASSERT_TRUE(create_study(study(), "", lexicon()));
  struct Case {
    std::string text;
    unsigned line;
    std::string words;
  };
  for (const Case& it :
       std::vector<Case>{{"[tekst]\nlangste_passage = 7\n", 2, "200 tot 1000000"},
                         {"[tekst]\n\ninterviewers = \"I\"\n", 3, "lijst van namen"},
                         {"[index]\nexact = 1\n", 2, "true of false"},
                         {"[index\n", 1, "geen geldige TOML"}}) {
    folder_.write("studie/study.toml", it.text);
    const auto opened = open_study(study());
    ASSERT_FALSE(opened) << it.text;
    EXPECT_EQ(opened.error().line, it.line) << it.text;
    EXPECT_NE(opened.error().message.find(it.words), std::string::npos) << opened.error().message;
  }
}

TEST_F(StudyTest, IsWrittenByOneAtATime) {
  const auto made = create_study(study(), "", lexicon());
  ASSERT_TRUE(made);
  {
    const auto first = WriterLock::take(*made);
    ASSERT_TRUE(first);
    const auto second = WriterLock::take(*made);
    ASSERT_FALSE(second);
    EXPECT_NE(second.error().message.find("wordt al beschreven door een andere samenspel (proces " +
                                          std::to_string(getpid())),
              std::string::npos)
        << second.error().message;
  }
  EXPECT_TRUE(WriterLock::take(*made));
}

}  // namespace
}  // namespace pipeline

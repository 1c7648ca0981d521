#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/program/example.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

TEST(New, MakesAStudyAndSaysWhatToDoNext) {
  const ExampleStudy study;
  const Ran ran = samenspel({"new", study.text("study"), "--lexicon", study.text("lexicon")});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(ran.out, HasSubstr("lexicon proef@1.0.0 (3 factoren, 4 patronen)"));
  EXPECT_THAT(ran.out, HasSubstr("samenspel ingest --study " + study.text("study")));
  EXPECT_EQ(ran.err, "");
  for (const char* name : {"study.db", "study.toml", "lexicon/relatie.toml"})
    EXPECT_TRUE(fs::exists(study.path("study") / name)) << name;
  EXPECT_THAT(bytes_of(study.path("study/study.toml")), HasSubstr("titel = 'study'"));
  EXPECT_EQ(study.run({"check"}).status, 0);
}

TEST(New, TakesItsTitleFromAFolderWithASlashBehindIt) {
  const ExampleStudy study;
  ASSERT_EQ(
      samenspel({"new", study.text("study") + "/", "--lexicon", study.text("lexicon")}).status, 0);
  EXPECT_THAT(bytes_of(study.path("study/study.toml")), HasSubstr("titel = 'study'"));
}

TEST(New, TakesATitleWithQuotesAndAccents) {
  const ExampleStudy study;
  const std::string title = "Zorgcoöperaties: 'samen' \"sterk\"";
  ASSERT_EQ(
      samenspel({"new", study.text("study"), "--titel", title, "--lexicon", study.text("lexicon")})
          .status,
      0);
  EXPECT_EQ(study.run({"documents"}).status, 1);  // study.toml is valid; nothing is in it yet
}

TEST(New, UsesTheLexiconOfTheProjectWhenNoneIsNamed) {
  const ExampleStudy study;
  const Ran ran = samenspel({"new", study.text("study")});
  EXPECT_EQ(ran.status, 0) << ran;
  EXPECT_THAT(ran.out, HasSubstr("27 factoren"));
}

TEST(New, RefusesWhatWouldOverwriteOrCannotBeUsed) {
  const ExampleStudy study;
  study.create();
  study.write("full/notes.txt", "van iemand");
  study.write("broken/lexicon.toml", "id = \"proef");
  struct Row {
    Arguments arguments;
    std::string words;
  };
  const std::vector<Row> rows{
      {{study.text("study")}, "hier is al een studie"},
      {{study.text("full")}, "de map is niet leeg"},
      {{study.text("other"), "--lexicon", study.text("nowhere")}, "nowhere"},
      {{study.text("other"), "--lexicon", study.text("broken")}, "lexicon.toml:1:"},
      {{study.text("full/notes.txt/study"), "--lexicon", study.text("lexicon")},
       "kan niet worden geschreven"}};
  for (const Row& row : rows) {
    Arguments arguments{"new"};
    arguments.insert(arguments.end(), row.arguments.begin(), row.arguments.end());
    const Ran ran = samenspel(arguments);
    EXPECT_EQ(ran.status, 2) << row.words << ran;
    EXPECT_THAT(ran.err, HasSubstr(row.words));
    EXPECT_EQ(ran.out, "");
  }
  EXPECT_EQ(bytes_of(study.path("full/notes.txt")), "van iemand");
  EXPECT_FALSE(fs::exists(study.path("other")));
}

}  // namespace
}  // namespace pipeline

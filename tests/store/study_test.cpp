#include "pipeline/store/study.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <unistd.h>

#include <set>

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

// What a `new` that was killed may leave: the database under its first name, and of the rest what
// was there by then.
TEST_F(StudyTest, BeginsAnewOverWhatAKilledOneLeft) {
  for (const std::vector<std::string>& left : std::vector<std::vector<std::string>>{
           {"study.db.new"},
           {"study.db.new", "study.db.new-wal", "study.db.new-shm"},
           {"study.db.new", "lexicon/half.toml"},
           {"study.db.new", "lexicon/half.toml", "study.toml"}}) {
    for (const std::string& name : left) folder_.write("studie/" + name, "half");
    EXPECT_FALSE(open_study(study()));
    const auto made = create_study(study(), "Proef", lexicon());
    ASSERT_TRUE(made) << left.back() << to_string(made.error());
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(study()))
      names.insert(entry.path().filename());
    EXPECT_EQ(names, (std::set<std::string>{"lexicon", "study.db", "study.toml"})) << left.back();
    EXPECT_FALSE(std::filesystem::exists(study() / "lexicon/half.toml"));
    std::filesystem::remove_all(study());
  }
}

TEST_F(StudyTest, LeavesWhatIsNotItsOwn) {
  folder_.write("studie/study.db.new", "half");
  folder_.write("studie/lexicon/mijn.toml", "van iemand");
  folder_.write("studie/notities.txt", "van iemand");
  EXPECT_FALSE(create_study(study(), "", lexicon()));
  folder_.write("zonder/lexicon/mijn.toml", "van iemand");
  EXPECT_FALSE(create_study(folder_.path() / "zonder", "", lexicon()));
  for (const char* name : {"studie/lexicon/mijn.toml", "studie/notities.txt", "studie/study.db.new",
                           "zonder/lexicon/mijn.toml"})
    EXPECT_TRUE(std::filesystem::exists(folder_.path() / name)) << name;
}

TEST_F(StudyTest, IsMadeByOneAtATime) {
  folder_.write("studie/study.db.new", "half");
  const int other = open(study().c_str(), O_RDONLY | O_DIRECTORY);
  ASSERT_EQ(flock(other, LOCK_EX | LOCK_NB), 0);
  EXPECT_EQ(create_study(study(), "", lexicon()).error().message,
            "hier wordt op dit moment al een studie gemaakt");
  EXPECT_TRUE(std::filesystem::exists(study() / "study.db.new"));
  close(other);
  EXPECT_TRUE(create_study(study(), "", lexicon()));
}

TEST_F(StudyTest, IsMadeThroughALinkAndInAnEmptyFolder) {
  std::filesystem::create_directory(study());
  std::filesystem::create_directory_symlink(study(), folder_.path() / "link");
  ASSERT_TRUE(create_study(folder_.path() / "link", "", lexicon()));
  EXPECT_TRUE(std::filesystem::is_symlink(folder_.path() / "link"));
  EXPECT_TRUE(open_study(study()));
}

TEST_F(StudyTest, IsNotMadeWithinItsLexicon) {
  EXPECT_EQ(create_study(lexicon() / "studie", "", lexicon()).error().message,
            "de studie kan niet in de map van haar lexicon staan");
  EXPECT_FALSE(std::filesystem::exists(lexicon() / "studie"));
  EXPECT_TRUE(create_study(folder_.path() / "lexicon-studie", "", lexicon()));
}

TEST_F(StudyTest, SaysWhereThereIsNone) {
  EXPECT_NE(open_study(folder_.path()).error().message.find("samenspel new"), std::string::npos);
}

TEST_F(StudyTest, KnowsWhichPartsAreLeftOut) {
  ASSERT_TRUE(create_study(study(), "", lexicon()));
  folder_.write("studie/study.toml", "titel = \"oud\"\n");
  EXPECT_EQ(open_study(study())->settings.left_out, (std::set<PartKind>{PartKind::comment}));
  folder_.write("studie/study.toml",
                "[lezen]\nweglaten = [\"noot\", \"kop\"]\nwijzigingen = \"geweigerd\"\n");
  const Settings settings = open_study(study())->settings;
  EXPECT_EQ(settings.left_out, (std::set<PartKind>{PartKind::header, PartKind::note}));
  EXPECT_TRUE(settings.rejects_changes);
  folder_.write("studie/study.toml", "[lezen]\nweglaten = []\n");
  EXPECT_TRUE(open_study(study())->settings.left_out.empty());
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
                         {"[tekst]\n\ntalen = \"nl\"\n", 3, "[] om talen niet te"},
                         {"[tekst]\ntalen = [\"Nederlands\"]\n", 2, "twee of drie letters"},
                         {"[index]\nexact = 1\n", 2, "true of false"},
                         {"[lezen]\nweglaten = \"noot\"\n", 2, "schrijf een lijst"},
                         {"[lezen]\nweglaten = [\n\"noten\"]\n", 3,
                          "onbekend deel 'noten'; er is: kop, voet, noot, opmerking"},
                         {"[lezen]\nweglaten = [\"tekst\"]\n", 2, "onbekend deel 'tekst'"},
                         {"[lezen]\nwijzigingen = \"nee\"\n", 2, "\"geweigerd\""},
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

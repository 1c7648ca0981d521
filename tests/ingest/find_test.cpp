#include "pipeline/ingest/find.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>

#include "tests/support/temporary_folder.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;

class FindTest : public testing::Test {
 protected:
  Finding find(const std::vector<std::string>& inputs, const std::string& cases = {},
               const std::vector<StoredDocument>& stored = {}) const {
    std::vector<fs::path> paths;
    for (const std::string& input : inputs) paths.push_back(folder_.path() / input);
    auto found =
        find_files(paths, {cases.empty() ? fs::path() : folder_.path() / cases, {}}, stored);
    if (!found) throw std::runtime_error(to_string(found.error().front()));
    return std::move(*found);
  }
  // As the store would list what is under `input`.
  std::vector<StoredDocument> taken_from(const std::string& input) const {
    std::vector<StoredDocument> stored;
    for (const FoundFile& file : find({input}).files) {
      stored.emplace_back();
      stored.back().path = file.path;
      stored.back().stamp.origin = file.origin;
    }
    return stored;
  }
  TemporaryFolder folder_;
};

std::vector<std::string> paths_of(const Finding& finding) {
  std::vector<std::string> paths;
  for (const FoundFile& file : finding.files) paths.push_back(file.path);
  return paths;
}

// "-" where no cases.csv is about the file.
std::string role_in(const Finding& finding, std::size_t file, const std::string& stored_path = {}) {
  const auto row = row_of(finding, finding.files[file], stored_path);
  if (!row) return "-";
  const auto role = row->attributes.find("rol");
  return role == row->attributes.end() ? "" : role->second;
}

TEST_F(FindTest, FindsFilesByPathAndLeavesOutWhatIsNoDocument) {
  folder_.write("in/b/een.txt", "1");
  folder_.write("in/a/twee.txt", "2");
  folder_.write("in/drie.txt", "3");
  folder_.write("in/.git/vier.txt", "4");
  folder_.write("in/~$vijf.docx", "5");
  folder_.write("in/cases.csv", "bestand;case\ndrie.txt;x\n");
  folder_.write("in/studie/study.db", "6");
  folder_.write("in/studie/zeven.txt", "7");
  fs::create_symlink(folder_.path() / "in/drie.txt", folder_.path() / "in/wijzer.txt");
  const Finding finding = find({"in"});
  EXPECT_EQ(paths_of(finding),
            (std::vector<std::string>{"a/twee.txt", "b/een.txt", "drie.txt", "wijzer.txt"}));
  EXPECT_EQ(row_of(finding, finding.files[2])->attributes.at("case"), "x");
}

TEST_F(FindTest, NamesASingleFileByItsNameAlone) {
  folder_.write("in/diep/een.txt", "1");
  EXPECT_EQ(paths_of(find({"in/diep/een.txt"})), std::vector<std::string>{"een.txt"});
}

TEST_F(FindTest, RefusesWhatIsNotThereOrNoFile) {
  ASSERT_EQ(mkfifo((folder_.path() / "pijp.txt").c_str(), 0600), 0);
  const Finding finding = find({"nergens", "pijp.txt"});
  ASSERT_EQ(finding.outcomes.size(), 2U);
  EXPECT_EQ(finding.outcomes[0].message, "bestaat niet");
  EXPECT_EQ(finding.outcomes[1].message, "is geen gewoon bestand");
  EXPECT_TRUE(finding.files.empty());
}

TEST_F(FindTest, FindsTheCasesFileBesideASingleFile) {
  folder_.write("in/een.txt", "Een tekst.");
  folder_.write("in/twee.txt", "Nog een.");
  folder_.write("in/cases.csv", "bestand;rol\neen.txt;manager\ntwee.txt;bewoner\n");
  const Finding finding = find({"in/een.txt"});
  EXPECT_EQ(row_of(finding, finding.files[0])->attributes.at("rol"), "manager");
  EXPECT_TRUE(finding.outcomes.empty());
}

TEST_F(FindTest, SaysWhichLinksItDoesNotFollow) {
  folder_.write("in/een.txt", "1");
  folder_.write("elders/twee.txt", "2");
  fs::create_directory_symlink(folder_.path() / "in", folder_.path() / "in/kring");
  fs::create_directory_symlink(folder_.path() / "elders", folder_.path() / "in/los");
  fs::create_symlink(folder_.path() / "weg.txt", folder_.path() / "in/nergens.txt");
  fs::create_symlink(folder_.path() / "weg.txt", folder_.path() / "in/.verborgen.txt");
  Finding finding = find({"in"});
  EXPECT_EQ(paths_of(finding), std::vector<std::string>{"een.txt"});
  std::ranges::sort(finding.outcomes, {}, &Outcome::path);
  std::string said;
  for (const Outcome& outcome : finding.outcomes)
    said += fs::path(outcome.path).filename().string() + ' ' + outcome.kind + ": " +
            outcome.message + '\n';
  EXPECT_EQ(said,
            "kring warning: is een verwijzing naar een map en wordt niet gevolgd; geef die map "
            "zelf op\n"
            "los warning: is een verwijzing naar een map en wordt niet gevolgd; geef die map zelf "
            "op\n"
            "nergens.txt warning: is een verwijzing die nergens heen leidt\n");
  EXPECT_EQ(paths_of(find({"in/los"})), std::vector<std::string>{"twee.txt"});
}

TEST_F(FindTest, SaysThatAStudyIsNoFolderOfDocuments) {
  folder_.write("studie/study.db", "1");
  folder_.write("studie/een.txt", "2");
  const Finding finding = find({"studie"});
  EXPECT_TRUE(finding.files.empty());
  ASSERT_EQ(finding.outcomes.size(), 1U);
  EXPECT_EQ(finding.outcomes[0].kind, "warning");
  EXPECT_EQ(finding.outcomes[0].message, "is de map van een studie; daaruit wordt niets ingelezen");
}

// The same row, whether the whole folder is given, a part of it, or the file alone.
TEST_F(FindTest, FindsTheRowUpToWhereTheDocumentsWereTakenFrom) {
  folder_.write("in/oost/een.txt", "1");
  folder_.write("in/oost/diep/twee.txt", "2");
  folder_.write("in/cases.csv", "bestand;rol\noost/een.txt;manager\noost/diep/twee.txt;bewoner\n");
  folder_.write("cases.csv", "bestand;rol\nin/oost/een.txt;van een ander\n");
  const auto stored = taken_from("in");
  for (const char* input : {"in/oost/een.txt", "in/oost/../oost/een.txt"}) {
    const Finding finding = find({input}, {}, stored);
    EXPECT_EQ(role_in(finding, 0), "manager") << input;
    EXPECT_TRUE(finding.outcomes.empty()) << input;
  }
  for (const char* input : {"in", "in/", "in/oost", "in/oost/"}) {
    const Finding finding = find({input}, {}, stored);
    EXPECT_EQ(role_in(finding, 0), "bewoner") << input;
    EXPECT_EQ(role_in(finding, 1), "manager") << input;
    EXPECT_TRUE(finding.outcomes.empty()) << input;
  }
  EXPECT_EQ(role_in(find({"in/oost/een.txt"}), 0), "-");  // nothing tells where the study begins
}

TEST_F(FindTest, LetsTheOutermostCasesFileSpeakFirst) {
  folder_.write("in/oost/een.txt", "1");
  folder_.write("in/oost/twee.txt", "2");
  folder_.write("in/cases.csv", "bestand;rol\noost/een.txt;manager\n");
  folder_.write("in/oost/cases.csv", "bestand;rol\neen.txt;bewoner\ntwee.txt;bewoner\n");
  const Finding finding = find({"in/oost/een.txt", "in/oost/twee.txt"}, {}, taken_from("in"));
  EXPECT_EQ(role_in(finding, 0), "manager");
  EXPECT_EQ(role_in(finding, 1), "bewoner");
}

// What one folder's cases.csv does not say is no reason to forget what is known of another's.
TEST_F(FindTest, KeepsTheRowsOfSeveralFoldersApart) {
  folder_.write("a/een.txt", "1");
  folder_.write("a/cases.csv", "bestand;rol\neen.txt;manager\nvier.txt;bewoner\n");
  folder_.write("b/twee.txt", "2");
  folder_.write("c/drie.txt", "3");
  folder_.write("c/cases.csv", "bestand;rol\nniets.txt;x\n");
  folder_.write("d/vier.txt", "4");
  const Finding finding = find({"a", "b", "c", "d"});
  ASSERT_EQ(paths_of(finding),
            (std::vector<std::string>{"drie.txt", "een.txt", "twee.txt", "vier.txt"}));
  EXPECT_EQ(role_in(finding, 0), "");
  EXPECT_EQ(role_in(finding, 1), "manager");
  EXPECT_EQ(role_in(finding, 2), "-");
  EXPECT_EQ(role_in(finding, 3), "bewoner");  // a cases.csv may speak for all that was given
  ASSERT_EQ(finding.outcomes.size(), 1U);
  EXPECT_EQ(finding.outcomes[0].path, (folder_.path() / "c/cases.csv").string());
}

TEST_F(FindTest, WarnsOfRowsWithoutAFileAlsoWhenASingleFileIsGiven) {
  folder_.write("in/een.txt", "1");
  folder_.write("in/cases.csv", "bestand;rol\neeen.txt;manager\n");
  folder_.write("elders/twee.txt", "2");
  folder_.write("elders/cases.csv", "bestand;rol\ndrie.txt;buur\n");
  const Finding finding = find({"in", "elders/twee.txt"});
  ASSERT_EQ(finding.outcomes.size(), 1U);
  EXPECT_EQ(finding.outcomes[0].message,
            "regel 2: 'eeen.txt' is niet bij de bestanden; de regel telt niet mee");
}

TEST_F(FindTest, LooksInANamedCasesFileForTheNameInTheStudy) {
  folder_.write("in/oost/een.txt", "1");
  folder_.write("alle.csv", "bestand;rol\noost/een.txt;manager\nweg.txt;bewoner\n");
  const auto stored = taken_from("in");
  const Finding finding = find({"in/oost"}, "alle.csv", stored);
  EXPECT_EQ(role_in(finding, 0), "");
  EXPECT_EQ(role_in(finding, 0, "oost/een.txt"), "manager");
  ASSERT_EQ(finding.outcomes.size(), 1U);
  EXPECT_NE(finding.outcomes[0].message.find("'weg.txt'"), std::string::npos);
}

}  // namespace
}  // namespace pipeline

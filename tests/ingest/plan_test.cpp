#include "pipeline/ingest/plan.h"

#include <gtest/gtest.h>

#include "pipeline/ingest/hash.h"
#include "tests/support/temporary_folder.h"

namespace pipeline {
namespace {

class PlanTest : public testing::Test {
 protected:
  Finding find(const std::vector<std::string>& inputs) const {
    std::vector<std::filesystem::path> paths;
    for (const std::string& input : inputs) paths.push_back(folder_.path() / input);
    auto found = find_files(paths, {}, {});
    if (!found) throw std::runtime_error(to_string(found.error().front()));
    return std::move(*found);
  }
  // A document as the store would list it after `file` was read with an empty row.
  static StoredDocument stored(std::uint32_t id, const FoundFile& file,
                               const std::string& context = "c") {
    StoredDocument it;
    it.id = DocumentId{id};
    it.path = file.path;
    it.stamp = {file.bytes, file.modified_ns, *hash_of_file(file.file), file.origin};
    it.key = key_of(it.stamp.hash, {}, context);
    it.words = 10;
    return it;
  }
  static std::map<DocumentId, std::string> indexed(const std::vector<StoredDocument>& documents) {
    std::map<DocumentId, std::string> keys;
    for (const StoredDocument& it : documents) keys[it.id] = it.key;
    return keys;
  }
  TemporaryFolder folder_;
};

TEST_F(PlanTest, GivesNewDocumentsNumbersInTheOrderOfTheirPaths) {
  folder_.write("in/b.txt", "1");
  folder_.write("in/a.txt", "2");
  const Plan plan = make_plan(find({"in"}), {}, {}, "c");
  ASSERT_EQ(plan.items.size(), 2U);
  EXPECT_EQ(plan.items[0].path, "a.txt");
  EXPECT_EQ(plan.items[0].id, DocumentId{1});
  EXPECT_TRUE(plan.items[0].is_new);
  EXPECT_EQ(plan.items[1].id, DocumentId{2});
  EXPECT_EQ(plan.items[1].key, key_of(hash_of("1"), {}, "c"));
}

// What an interrupted run left, and what one run would have made of it.
TEST_F(PlanTest, GivesWhatIsLeftTheNumbersItWouldHaveHad) {
  for (const char* name : {"in/a.txt", "in/b.txt", "in/c.txt", "in/d.txt", "in/e.txt"})
    folder_.write(name, name);
  const Finding finding = find({"in"});
  const std::vector<StoredDocument> done{stored(2, finding.files[1]), stored(4, finding.files[3])};
  Plan plan = make_plan(finding, done, indexed(done), "c");
  ASSERT_EQ(plan.items.size(), 3U);
  EXPECT_EQ(plan.unchanged, 2U);
  for (const auto& [item, id] : {std::pair{0U, 1U}, {1U, 3U}, {2U, 5U}})
    EXPECT_EQ(plan.items[item].id, DocumentId{id});
}

TEST_F(PlanTest, TellsUnchangedChangedMovedAndStrangeApart) {
  folder_.write("in/a.txt", "1");
  Finding finding = find({"in"});
  finding.cases.push_back({});  // one without a row for this file
  struct Row {
    const char* what;
    void (*change)(StoredDocument&);
    std::size_t items, restamped, refused;
  };
  const std::vector<Row> rows{
      {"as it was", [](StoredDocument&) {}, 0, 0, 0},
      {"other time", [](StoredDocument& it) { ++it.stamp.modified_ns; }, 0, 1, 0},
      {"other place", [](StoredDocument& it) { it.stamp.origin = "x"; }, 0, 1, 0},
      {"other bytes",
       [](StoredDocument& it) {
         ++it.stamp.modified_ns;
         it.stamp.hash = "x";
         it.key = key_of("x", {}, "c");
       },
       1, 0, 0},
      {"other bytes and place",
       [](StoredDocument& it) {
         it.stamp.origin = "x";
         it.stamp.hash = "x";
       },
       0, 0, 1},
      {"other row",
       [](StoredDocument& it) {
         it.key = key_of(it.stamp.hash, {{}, {{"R", {}}}}, "c");
       },
       1, 0, 0},
      {"other lexicon", [](StoredDocument& it) { it.key = with_context(it.key, "d"); }, 1, 0, 0}};
  for (const Row& row : rows) {
    std::vector<StoredDocument> documents{stored(7, finding.files[0])};
    row.change(documents[0]);
    const Plan plan = make_plan(finding, documents, indexed(documents), "c");
    EXPECT_EQ(plan.items.size(), row.items) << row.what;
    EXPECT_EQ(plan.restamped.size(), row.restamped) << row.what;
    EXPECT_EQ(plan.outcomes.size(), row.refused) << row.what;
    if (row.items == 1) {
      EXPECT_EQ(plan.items[0].id, DocumentId{7}) << row.what;
      EXPECT_FALSE(plan.items[0].is_new) << row.what;
    }
  }
}

TEST_F(PlanTest, ReadsAgainWhatTheIndexLacks) {
  folder_.write("in/a.txt", "1");
  const Finding finding = find({"in"});
  const std::vector<StoredDocument> documents{stored(1, finding.files[0])};
  const Plan plan = make_plan(finding, documents, {}, "c");
  ASSERT_EQ(plan.items.size(), 1U);
  EXPECT_EQ(plan.items[0].otherwise, Work::index);
  EXPECT_EQ(plan.items[0].stored_key, documents[0].key);
}

TEST_F(PlanTest, CountsWhatIsStoredButNotFound) {
  folder_.write("in/a.txt", "1");
  const Finding finding = find({"in"});
  std::vector<StoredDocument> documents{stored(1, finding.files[0]), stored(2, finding.files[0])};
  documents[1].path = "weg.txt";
  EXPECT_EQ(make_plan(finding, documents, indexed(documents), "c").missing, 1U);
}

TEST_F(PlanTest, RefusesASecondFileOfOneName) {
  folder_.write("een/a.txt", "1");
  folder_.write("twee/a.txt", "2");
  const Plan plan = make_plan(find({"een", "twee"}), {}, {}, "c");
  EXPECT_EQ(plan.items.size(), 1U);
  ASSERT_EQ(plan.outcomes.size(), 1U);
  EXPECT_EQ(plan.outcomes[0].kind, "refused");
  EXPECT_EQ(plan.outcomes[0].path, "a.txt");
  EXPECT_EQ(plan.paths, (std::vector<std::string>{"a.txt", ""}));
}

// What is not known of a document that an older program stored is asked of its file.
TEST_F(PlanTest, WritesAttributesAloneWhereOnlyATableChangedAndNotWhoAsks) {
  folder_.write("in/een.txt", "Een tekst.");
  folder_.write("in/cases.csv", "bestand;rol\neen.txt;lid\n");
  struct Row {
    const char *speakers, *asked;
    bool has_own, is_indexed;
    Work work;
  };
  const std::vector<Row> rows{
      {"spreker;rol\nAnna Vos;lid\n", "", true, true, Work::attributes},
      {"spreker;interviewer\nAnna Vos;ja\n", "ja", true, true, Work::attributes},
      {"spreker;interviewer\nAnna Vos;ja\n", "", true, true, Work::tag},
      {"spreker;interviewer\nAnna Vos;ja\n", "nee", true, true, Work::tag},
      {"spreker;rol\nAnna Vos;lid\n", "ja", true, true, Work::tag},
      {"spreker;rol\nAnna Vos;lid\n", "", true, false, Work::tag},
      {"spreker;rol\nAnna Vos;lid\n", "", false, true, Work::read}};
  for (const Row& row : rows) {
    folder_.write("in/speakers.csv", row.speakers);
    const Finding finding = find({"in"});
    std::vector<StoredDocument> documents{stored(7, finding.files[0])};
    documents[0].speakers = {{"Anna Vos", SpeakerKind::unknown, row.asked}};
    documents[0].has_own_attributes = row.has_own;
    const auto keys = row.is_indexed ? indexed(documents) : std::map<DocumentId, std::string>{};
    const Plan plan = make_plan(finding, documents, keys, "c");
    ASSERT_EQ(plan.items.size(), 1U) << row.speakers;
    EXPECT_EQ(plan.items[0].work, row.work) << row.speakers << row.asked << row.has_own;
  }
}

TEST_F(PlanTest, AddsWhatTheStoreHoldsOfAnotherLexiconOrTheIndexLacks) {
  folder_.write("in/a.txt", "1");
  const FoundFile file = find({"in"}).files[0];
  const std::vector<StoredDocument> documents{stored(1, file), stored(2, file, "former"),
                                              stored(3, file)};
  auto keys = indexed(documents);
  keys.erase(DocumentId{3});
  Plan plan;
  add_stored(plan, documents, keys, "c");
  ASSERT_EQ(plan.items.size(), 2U);
  EXPECT_EQ(plan.items[0].id, DocumentId{2});
  EXPECT_EQ(plan.items[0].work, Work::tag);
  EXPECT_TRUE(has_context(plan.items[0].key, "c"));
  EXPECT_EQ(plan.items[1].id, DocumentId{3});
  EXPECT_EQ(plan.items[1].work, Work::index);
}

TEST(Key, ChangesWithEachOfItsParts) {
  CaseRow row;
  row.attributes = {{"rol", "bestuurder"}};
  CaseRow speaker = row;
  speaker.speakers["R"] = {{"rol", "wethouder"}};
  const std::string key = key_of("f", row, "c");
  EXPECT_EQ(key_of("f", row, "c"), key);
  EXPECT_NE(key_of("g", row, "c"), key);
  EXPECT_NE(key_of("f", {}, "c"), key);
  EXPECT_NE(key_of("f", speaker, "c"), key);
  EXPECT_TRUE(has_context(key, "c"));
  EXPECT_FALSE(has_context(key, "d"));
  EXPECT_EQ(with_context(key, "d"), key_of("f", row, "d"));
  row.line = 12;  // where a row stands says nothing of the document
  EXPECT_EQ(key_of("f", row, "c"), key);
}

TEST_F(PlanTest, KeepsAttributesWhereNoCasesFileSaysOtherwise) {
  folder_.write("in/een.txt", "Een tekst.");
  const Finding finding = find({"in"});
  std::vector<StoredDocument> documents{stored(7, finding.files[0])};
  documents[0].key = key_of(documents[0].stamp.hash, {{{"rol", "manager"}}, {}}, "c");
  EXPECT_EQ(make_plan(finding, documents, indexed(documents), "c").unchanged, 1U);
  const Plan elsewhere = make_plan(finding, documents, indexed(documents), "d");
  ASSERT_EQ(elsewhere.items.size(), 1U);
  EXPECT_TRUE(elsewhere.items[0].keeps_attributes);
  EXPECT_EQ(elsewhere.items[0].key, with_context(documents[0].key, "d"));
}

TEST_F(PlanTest, KnowsAFileThatIsTakenInThroughAnotherFolder) {
  folder_.write("in/sub/een.txt", "Een tekst.");
  const std::vector<StoredDocument> documents{stored(7, find({"in"}).files[0])};
  folder_.write("in/sub/een.txt", "Een andere tekst.");
  const Plan plan = make_plan(find({"in/sub"}), documents, indexed(documents), "c");
  ASSERT_EQ(plan.items.size(), 1U);
  EXPECT_EQ(plan.items[0].path, "sub/een.txt");
  EXPECT_FALSE(plan.items[0].is_new);
}

TEST_F(PlanTest, TakesAFileFromElsewhereForTheDocumentOfItsNameWhenToldTo) {
  folder_.write("oud/een.txt", "Een tekst.");
  folder_.write("nieuw/een.txt", "Een andere tekst.");
  const std::vector<StoredDocument> documents{stored(7, find({"oud"}).files[0])};
  const Finding finding = find({"nieuw"});
  EXPECT_TRUE(make_plan(finding, documents, indexed(documents), "c").items.empty());
  const Plan plan = make_plan(finding, documents, indexed(documents), "c", SameName::replaces);
  ASSERT_EQ(plan.items.size(), 1U);
  EXPECT_EQ(plan.items[0].id, DocumentId{7});
  EXPECT_TRUE(plan.items[0].is_from_elsewhere);
  EXPECT_TRUE(plan.outcomes.empty());
  // Two of them cannot both be its new text.
  folder_.write("derde/een.txt", "Nog een andere.");
  const Plan both =
      make_plan(find({"nieuw", "derde"}), documents, indexed(documents), "c", SameName::replaces);
  EXPECT_EQ(both.items.size(), 1U);
  EXPECT_EQ(both.outcomes.size(), 1U);
}

TEST_F(PlanTest, RenamesDocumentsAndKeepsThemApart) {
  Plan plan;
  for (const char* path : {"a/jan.txt", "a/piet.txt", "b.c/jan", "rest.txt"}) {
    Item& item = plan.items.emplace_back();
    item.id = DocumentId{static_cast<std::uint32_t>(plan.items.size())};
    item.path = path;
  }
  StoredDocument other;
  other.id = DocumentId{9};
  other.path = "b.c/X";
  rename_documents(plan, {other}, [](std::string_view path) {
    std::string name(path);
    for (const char* person : {"jan", "piet"})
      if (const auto at = name.find(person); at != std::string::npos)
        name.replace(at, std::string_view(person).size(), "X");
    return name;
  });
  std::vector<std::string> paths;
  for (const Item& item : plan.items) paths.push_back(item.path);
  EXPECT_EQ(paths, (std::vector<std::string>{"a/X.txt", "a/X (2).txt", "b.c/X (2)", "rest.txt"}));
}

}  // namespace
}  // namespace pipeline

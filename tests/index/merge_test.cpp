#include <gtest/gtest.h>
#include <sys/resource.h>
#include <xapian.h>

#include <csignal>

#include "pipeline/index/fields.h"
#include "pipeline/index/generation.h"
#include "pipeline/index/prune.h"
#include "tests/index/terms_by_passage.h"
#include "tests/support/example_index.h"

namespace pipeline {
namespace {

// All that the index says of its passages, in the order of their ids.
std::map<std::string, std::vector<std::string>> contents(const Index& index) {
  std::map<std::string, std::vector<std::string>> passages;
  const Xapian::Database& database = index.database();
  for (const auto& [number, terms] : terms_by_passage(index)) {
    const Xapian::Document passage = database.get_document(number);
    std::vector<std::string>& held = passages[passage.get_value(slot::passage)];
    held = {passage.get_value(slot::stream), passage.get_value(slot::date),
            std::to_string(database.get_doclength(number))};
    for (const std::string& term : terms)
      held.push_back(term + " " + std::to_string(database.get_termfreq(term)) + "/" +
                     std::to_string(database.get_collection_freq(term)));
  }
  return passages;
}

std::vector<ExampleDocument> five_documents() {
  std::vector<ExampleDocument> documents;
  for (std::uint32_t id = 1; id <= 5; ++id)
    documents.push_back(
        {.id = id,
         .text = "De gemeente belde ons op.\nWij werkten document " + std::to_string(id) + " uit.",
         .attributes = {{"case", "c" + std::to_string(id % 2)},
                        {"datum", "2026-03-0" + std::to_string(id)}},
         .speakers = {speaker("Anna", SpeakerKind::respondent, {{"rol", "burger"}}),
                      speaker("I", SpeakerKind::interviewer)}});
  return documents;
}

TEST(MergeIndex, GivesTheSameForOneShardAsForFive) {
  const ExampleIndex one(five_documents(), 1), five(five_documents(), 5);
  EXPECT_EQ(contents(one.open()), contents(five.open()));
  EXPECT_EQ(one.open().documents(), five.open().documents());
  EXPECT_EQ(one.open().passages(), 10U);
}

TEST(MergeIndex, AddsToWhatIsThere) {
  const auto documents = five_documents();
  ExampleIndex grown({documents.begin(), documents.begin() + 2});
  grown.merge({documents.begin() + 2, documents.end()}, 2);
  EXPECT_EQ(contents(grown.open()), contents(ExampleIndex(documents).open()));
  EXPECT_EQ(grown.open().documents().size(), 5U);
}

TEST(MergeIndex, ReplacesADocumentThatComesAnew) {
  auto documents = five_documents();
  ExampleIndex changed(documents);
  documents[2].text = "Heel iets anders.";
  documents[2].key = "tweede";
  changed.merge({documents[2]});
  EXPECT_EQ(contents(changed.open()), contents(ExampleIndex(documents).open()));
  EXPECT_EQ(changed.open().documents().at(DocumentId{3}), "tweede");
}

TEST(MergeIndex, LeavesOutRemovedDocuments) {
  const auto documents = five_documents();
  ExampleIndex shrunk(documents);
  shrunk.merge({}, 1, {}, {DocumentId{1}, DocumentId{4}, DocumentId{99}});
  const ExampleIndex expected({documents[1], documents[2], documents[4]});
  EXPECT_EQ(contents(shrunk.open()), contents(expected.open()));
  EXPECT_EQ(shrunk.open().documents(), expected.open().documents());
}

// Ten passages, of which the third document's two go.
TEST(CopyWithout, GivesTheSameHoweverFewPassagesItHoldsAtATime) {
  const auto documents = five_documents();
  const ExampleIndex whole(documents);
  const ExampleIndex expected({documents[0], documents[1], documents[3], documents[4]});
  const Index source = whole.open();
  for (const std::uint32_t window : {1U, 2U, 3U, 7U, 100U}) {
    const TemporaryFolder target;
    copy_without(source.database(), {DocumentId{3}}, target.path() / "generation-1", window);
    EXPECT_EQ(contents(Index::open(target.path()).value()), contents(expected.open())) << window;
  }
}

TEST(MergeIndex, CanBeLeftWithNothing) {
  ExampleIndex emptied(five_documents());
  emptied.merge({}, 1, {},
                {DocumentId{1}, DocumentId{2}, DocumentId{3}, DocumentId{4}, DocumentId{5}});
  EXPECT_EQ(emptied.open().passages(), 0U);
  EXPECT_TRUE(emptied.open().documents().empty());
  EXPECT_EQ(ExampleIndex({}).open().passages(), 0U);
}

TEST(MergeIndex, KeepsDocumentsWithoutPassages) {
  ExampleIndex example({{.id = 1, .text = ""}});
  EXPECT_EQ(example.open().documents().size(), 1U);
  example.merge({{.id = 2, .text = ""}, {.id = 3, .text = "Goed."}}, 2);
  EXPECT_EQ(example.open().documents().size(), 3U);
  example.merge({}, 1, {}, {DocumentId{3}});
  EXPECT_EQ(example.open().documents().size(), 2U);
  EXPECT_EQ(example.open().passages(), 0U);
}

TEST(MergeIndex, DropsAnIndexOfAnotherFormat) {
  ExampleIndex example({{.id = 1, .text = "Oud."}});
  Xapian::WritableDatabase((example.path() / "generation-1").string(),
                           Xapian::DB_OPEN | Xapian::DB_NO_TERMLIST)
      .set_metadata("format", "0");
  example.merge({{.id = 2, .text = "Nieuw."}});
  EXPECT_EQ(example.open().documents().size(), 1U);
  EXPECT_EQ(example.open().documents().count(DocumentId{2}), 1U);
}

TEST(MergeIndex, SurvivesWhatAnInterruptedMergeLeft) {
  ExampleIndex example({{.id = 1, .text = "Goed."}});
  std::filesystem::create_directories(example.path() / "new.tmp");
  std::ofstream(example.path() / "new.tmp" / "postlist.glass") << "half";
  std::filesystem::create_directories(example.path() / "pruned.tmp");
  EXPECT_EQ(example.open().passages(), 1U);
  example.merge({{.id = 2, .text = "Ook goed."}});
  EXPECT_EQ(example.open().passages(), 2U);
  EXPECT_EQ(newest_generation(example.path()), example.path() / "generation-2");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(example.path()), {}), 1);
}

TEST(MergeIndex, DeletesNothingThatIsNotAnIndex) {
  ExampleIndex example({{.id = 1, .text = "Goed."}});
  std::ofstream(example.path() / "aantekening.txt") << "van een mens";
  example.merge({{.id = 2, .text = "Ook goed."}});
  EXPECT_TRUE(std::filesystem::exists(example.path() / "aantekening.txt"));
}

// A limit on the size of files stands for a full disk.
TEST(MergeIndex, ThrowsAndKeepsTheOldIndexWhenTheDiskIsFull) {
  ExampleIndex example(five_documents());
  rlimit before{};
  getrlimit(RLIMIT_FSIZE, &before);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  rlimit full = before;
  full.rlim_cur = 4096;
  setrlimit(RLIMIT_FSIZE, &full);
  EXPECT_THROW(example.merge({{.id = 6, .text = "Ook goed."}}), IndexFailure);
  setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  EXPECT_EQ(example.open().documents().size(), 5U);
  example.merge({{.id = 6, .text = "Ook goed."}});
  EXPECT_EQ(example.open().documents().size(), 6U);
}

TEST(MergeIndex, ReplacesAnIndexThatIsWholeOrBroken) {
  ExampleIndex example(five_documents());
  const auto replace = [&example](std::uint32_t id) {
    example.merge({{.id = id, .text = "Goed."}}, 1, {}, {}, FormerIndex::replaced);
    const auto documents = example.open().documents();
    return documents.size() == 1 && documents.contains(DocumentId{id});
  };
  EXPECT_TRUE(replace(6));
  EXPECT_EQ(newest_generation(example.path()), example.path() / "generation-2");
  for (const auto& file : std::filesystem::recursive_directory_iterator(example.path()))
    if (file.is_regular_file()) std::ofstream(file.path(), std::ios::binary) << "kapot";
  EXPECT_TRUE(replace(7));
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(example.path()), {}), 1);
  std::filesystem::remove_all(example.path());
  std::ofstream(example.path()) << "geen map";
  EXPECT_TRUE(replace(8));
}

TEST(MergeIndex, LeavesAnOpenIndexAsItWas) {
  ExampleIndex example({{.id = 1, .text = "Goed."}});
  const Index before = example.open();
  example.merge({{.id = 2, .text = "Ook goed."}});
  EXPECT_EQ(before.passages(), 1U);
  EXPECT_EQ(before.documents().size(), 1U);
}

}  // namespace
}  // namespace pipeline

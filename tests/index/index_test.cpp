#include "pipeline/index/index.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <set>

#include "pipeline/index/fields.h"
#include "pipeline/index/guarded.h"
#include "pipeline/index/stream.h"
#include "tests/index/terms_by_passage.h"
#include "tests/support/example_index.h"

namespace pipeline {
namespace {

std::set<std::string> terms_of(const Index& index, Xapian::docid passage) {
  return terms_by_passage(index).at(passage);
}

bool has(const std::set<std::string>& terms, const std::string& term) {
  return terms.contains(term);
}

TEST(Index, HoldsLemmasFormsAndVerbsFoundApart) {
  const ExampleIndex example({{.text = "Zij werkten goed samen."}});
  const auto terms = terms_of(example.open(), 1);
  for (const char* const term : {"werken", "Ewerkten", "goed", "samen", "samenwerken"})
    EXPECT_TRUE(has(terms, term)) << term;
  EXPECT_FALSE(has(terms, "Egoed"));
  EXPECT_FALSE(has(terms, "."));
}

TEST(Index, ListsItsWordsByTheirBeginning) {
  const Index index = ExampleIndex({{.text = "Zorg, plan en zorg zorgvuldig zoeken."}}).open();
  EXPECT_EQ(index.words("zorg"), (std::vector<std::string>{"zorg", "zorgvuldig"}));
  EXPECT_EQ(index.words("zo", 1), (std::vector<std::string>{"zoeken"}));
  EXPECT_TRUE(index.words("x").empty());
}

TEST(Index, LeavesFormsOutWhenAsked) {
  const ExampleIndex example({{.text = "Zij werkten."}}, 1, {.exact_forms = false});
  const Index index = example.open();
  EXPECT_TRUE(has(terms_of(index, 1), "werken"));
  EXPECT_FALSE(has(terms_of(index, 1), "Ewerkten"));
  EXPECT_FALSE(index.has_exact_forms());
  EXPECT_TRUE(ExampleIndex({{.text = "Goed."}}).open().has_exact_forms());
}

TEST(Index, HoldsAcceptedAndProposedCodingsOfTheRightPassage) {
  const std::string text = "Er was geen vertrouwen.\nDe sfeer was goed.";
  Coding rejected = coding_of(text, "goed", "draagvlak", Valence::success, 1);
  rejected.status = CodingStatus::rejected;
  const ExampleIndex example(
      {{.text = text,
        .codings = {coding_of(text, "sfeer", "sfeer", Valence::success, 1),
                    coding_of(text, "vertrouwen", "vertrouwen", Valence::failure), rejected}}});
  const Index index = example.open();
  for (const char* const term :
       {"Fvertrouwen", "Gfaal", "Hvertrouwen/faal", "Mfeit", "Clexicon proef@1.0.0"})
    EXPECT_TRUE(has(terms_of(index, 1), term)) << term;
  EXPECT_TRUE(has(terms_of(index, 2), "Hsfeer/succes"));
  EXPECT_FALSE(has(terms_of(index, 2), "Fvertrouwen"));
  EXPECT_FALSE(has(terms_of(index, 2), "Fdraagvlak"));
  EXPECT_EQ(index.values(prefix::factor), (std::vector<std::string>{"sfeer", "vertrouwen"}));
}

TEST(Index, PutsACodingAtTheFirstWordOfItsEvidence) {
  const std::string text = "Men zegt: \"geen vertrouwen\" dus.";
  const ExampleIndex example(
      {{.text = text,
        .codings = {coding_of(text, "\"geen vertrouwen", "vertrouwen", Valence::failure)}}});
  const std::string stream = example.open().database().get_document(1).get_value(slot::stream);
  std::vector<StreamTerm> terms;
  read_stream(stream, terms);
  std::uint32_t factor = 0, word = 1;
  for (const StreamTerm& term : terms) {
    if (term.term == "Fvertrouwen") factor = term.position;
    if (term.term == "geen") word = term.position;
  }
  EXPECT_EQ(factor, word);
}

TEST(Index, HoldsAttributesOfWhichTheSpeakersOwnWin) {
  const ExampleIndex example(
      {{.text = "Goed.\nSlecht.",
        .attributes = {{"rol", "wethouder"}, {"case", "Westerbeek"}, {"datum", "2026-03-12"}},
        .speakers = {speaker("Anna", SpeakerKind::respondent, {{"rol", "Bestuurder"}}),
                     speaker("I", SpeakerKind::interviewer)},
        .path = "westerbeek/a.txt"}});
  const Index index = example.open();
  const auto first = terms_of(index, 1), second = terms_of(index, 2);
  for (const char* const term :
       {"Arol=bestuurder", "Acase=westerbeek", "Sanna", "Krespondent", "Pwesterbeek/a.txt"})
    EXPECT_TRUE(has(first, term)) << term;
  EXPECT_FALSE(has(first, "Arol=wethouder"));
  EXPECT_TRUE(has(second, "Arol=wethouder"));
  EXPECT_TRUE(has(second, "Kinterviewer"));
  EXPECT_EQ(index.database().get_document(1).get_value(slot::date), "2026-03-12");
  EXPECT_EQ(index.attribute_names(), (std::vector<std::string>{"case", "datum", "rol"}));
  EXPECT_EQ(index.values(prefix::attribute, "rol="),
            (std::vector<std::string>{"rol=bestuurder", "rol=wethouder"}));
}

// As if the documents had had them from the beginning; nothing else of them changes.
TEST(Index, TakesPassagesOverUnderOtherAttributes) {
  const Speaker anna = speaker("Anna", SpeakerKind::interviewer, {{"rol", "lid"}});
  const ExampleDocument first{.id = 1,
                              .text = "Zij werkten goed samen.\nEr was vertrouwen.",
                              .attributes = {{"case", "oost"}, {"datum", "2026-01-01"}},
                              .speakers = {anna, speaker("Piet", SpeakerKind::respondent)},
                              .path = "a.txt"};
  const ExampleDocument second{.id = 2, .text = "Een notitie.", .path = "b.txt"};
  ExampleDocument changed = first;
  changed.attributes = {{"case", "west"}, {"datum", "2026-02-02"}};
  changed.speakers[0].attributes = {{"rol", "voorzitter"}};
  changed.key = "tweede";

  ExampleIndex example({first, second});
  const Index former = example.open();
  TemporaryFolder folder;
  Vocabulary vocabulary(word_table());
  IndexShard shard(folder.path() / "shard", vocabulary);
  const ReadExample read = read_example(changed, vocabulary);
  const IndexedDocument document{DocumentId{1}, "a.txt", "tweede", changed.attributes};
  Segmented fewer = read.segmented;
  fewer.passages.pop_back();
  EXPECT_FALSE(shard.copy(former, document, fewer));
  EXPECT_FALSE(shard.copy(former, {DocumentId{3}, "c.txt", "x", {}}, read.segmented));
  EXPECT_FALSE(shard.copy(former, {DocumentId{2}, "a.txt", "x", {}}, read.segmented));
  ASSERT_TRUE(shard.copy(former, document, read.segmented));
  shard.finish();
  const std::vector<std::filesystem::path> shards{folder.path() / "shard"};
  merge_index(example.path(), shards);

  const ExampleIndex fresh({second, changed});
  EXPECT_EQ(terms_by_passage(example.open()), terms_by_passage(fresh.open()));
  EXPECT_EQ(example.open().documents(), fresh.open().documents());
  for (Xapian::docid passage = 1; passage <= 3; ++passage)
    for (const auto slot : {slot::passage, slot::date, slot::stream, slot::common})
      EXPECT_EQ(example.open().database().get_document(passage).get_value(slot),
                fresh.open().database().get_document(passage).get_value(slot));
}

TEST(Index, KeepsNoDateThatIsNone) {
  const ExampleIndex example({{.text = "Goed.", .attributes = {{"datum", "voorjaar"}}}});
  EXPECT_EQ(example.open().database().get_document(1).get_value(slot::date), "");
}

TEST(Index, TellsWhichDocumentsItHolds) {
  const ExampleIndex example(
      {{.id = 3, .text = "Goed.", .key = "k3"}, {.id = 7, .text = "", .key = "k7"}});
  const Index index = example.open();
  EXPECT_EQ(index.documents(),
            (std::map<DocumentId, std::string>{{DocumentId{3}, "k3"}, {DocumentId{7}, "k7"}}));
  EXPECT_EQ(index.passages(), 1U);
}

TEST(Index, SaysWhatToDoWhenThereIsNone) {
  const TemporaryFolder folder;
  const auto index = Index::open(folder.path() / "index");
  ASSERT_FALSE(index.has_value());
  EXPECT_NE(to_string(index.error()).find("samenspel reindex"), std::string::npos);
}

TEST(Index, RefusesAnotherFormat) {
  const ExampleIndex example({{.text = "Goed."}});
  const std::filesystem::path generation = example.path() / "generation-1";
  Xapian::WritableDatabase(generation.string(), Xapian::DB_OPEN | Xapian::DB_NO_TERMLIST)
      .set_metadata("format", "0");
  const auto index = Index::open(example.path());
  ASSERT_FALSE(index.has_value());
  EXPECT_NE(to_string(index.error()).find("andere versie"), std::string::npos);
}

TEST(Index, ThrowsItsOwnFailureWhenAFileIsBroken) {
  const ExampleIndex example({{.text = "Goed."}});
  std::ofstream(example.path() / "generation-1" / "iamglass", std::ios::trunc) << "kapot";
  EXPECT_THROW(static_cast<void>(Index::open(example.path())), IndexFailure);
}

TEST(Index, PassesOtherExceptionsOnAsTheyAre) {
  EXPECT_THROW(guarded([] { throw std::invalid_argument("iets anders"); }), std::invalid_argument);
}

}  // namespace
}  // namespace pipeline

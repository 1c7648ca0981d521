#include "pipeline/store/store.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <fstream>

#include "pipeline/store/passage_reader.h"
#include "pipeline/store/state.h"
#include "tests/support/temporary_folder.h"

namespace pipeline {
namespace {

constexpr const char* proposer = "lexicon proef@1";

Coding coding_on(const std::string& text, const std::string& words, std::uint32_t passage,
                 const std::string& coder) {
  const auto at = static_cast<std::uint32_t>(text.find(words));
  const Span span{at, at + static_cast<std::uint32_t>(words.size())};
  return {passage,
          span,
          "vertrouwen",
          Valence::success,
          Modality::wish,
          coder,
          CodingStatus::proposed,
          {{Evidence::Kind::pattern, "vertrouwen", "relatie.toml:4", span}}};
}

// Two turns, three sentences: "Hoe ging dat?" / "Wij vertrouwden elkaar. Dat hielp."
CodedDocument example(std::uint32_t id, const std::string& path) {
  CodedDocument it;
  it.id = DocumentId{id};
  it.path = path;
  it.stamp = {120, 42, "abc", "here"};
  it.key = "k1";
  it.text_hash = "ff";
  it.document.source = "I: Hoe ging dat?\nR: Wij vertrouwden elkaar. Dat hielp.";
  it.document.format = "txt";
  it.document.attributes = {{"case", "westerbeek"}, {"rol", "bestuurder"}};
  it.document.captions = {{{3, 16}, "I", 1000, 2500}, {{20, 54}, std::nullopt, std::nullopt, 4000}};
  it.document.parts = {{{20, 54}, PartKind::note}};
  it.document.pages = {{0, 1}, {20, 0}};
  it.segmented.speakers = {{"I", SpeakerKind::interviewer, {}, {}},
                           {"R", SpeakerKind::respondent, {{"rol", "wethouder"}}, {}}};
  it.segmented.passages = {
      {PassageKind::turn, {3, 16}, 0U, 1000, 2500, 0, 1, PartKind::body, 12},
      {PassageKind::turn, {20, 54}, 1U, std::nullopt, 4000, 1, 3, PartKind::note, {}, false}};
  it.segmented.sentences = {{{3, 16}, 0, 0}, {{20, 43}, 0, 0}, {{44, 54}, 0, 0}};
  it.words = {3, 5};
  it.codings = {coding_on(it.document.source, "Wij vertrouwden elkaar.", 1, proposer)};
  return it;
}

class StoreTest : public testing::Test {
 protected:
  Store open(bool writable = true) {
    auto store = Store::open(folder_.path() / "study.db", writable);
    if (!store) throw std::runtime_error(to_string(store.error()));
    return std::move(*store);
  }
  TemporaryFolder folder_;
};

TEST_F(StoreTest, GivesADocumentBackAsItWentIn) {
  Store store = open();
  const CodedDocument document = example(1, "a/b.txt");
  EXPECT_EQ(store.save(document).set_aside, 0U);
  const auto loaded = store.load(DocumentId{1});
  ASSERT_TRUE(loaded);
  EXPECT_EQ(*loaded, document);
  EXPECT_TRUE(store.check().empty());
}

CodedDocument bilingual(std::uint32_t id) {
  CodedDocument it = example(id, "tweetalig.txt");
  it.segmented.language = "nl";
  it.segmented.passages[0].language = "en";
  it.segmented.passages[0].is_foreign = true;
  it.segmented.passages[1].language = "nl";
  return it;
}

TEST_F(StoreTest, KeepsTheLanguagesOfPassages) {
  Store store = open();
  store.save(example(1, "a.txt"));
  store.save(bilingual(2));
  EXPECT_EQ(store.load(DocumentId{2})->segmented, bilingual(2).segmented);
  const CorpusFacts facts = store.facts();
  ASSERT_EQ(facts.passages.size(), 4U);
  EXPECT_FALSE(facts.passages[1].is_foreign);
  EXPECT_TRUE(facts.passages[2].is_foreign);
  EXPECT_FALSE(facts.passages[3].is_foreign);
  EXPECT_EQ(store.passage(passage_id(DocumentId{2}, 1))->language, "en");
  EXPECT_TRUE(store.passage(passage_id(DocumentId{2}, 1))->is_foreign);
  EXPECT_EQ(store.passage(passage_id(DocumentId{2}, 2))->language, "nl");
  EXPECT_EQ(store.passage(passage_id(DocumentId{1}, 1))->language, "");
}

TEST_F(StoreTest, KnowsADocumentThatIsForeignAltogether) {
  Store store = open();
  CodedDocument it = bilingual(1);
  it.segmented.language = "en";
  it.segmented.is_foreign = true;
  store.save(it);
  EXPECT_EQ(store.load(DocumentId{1})->segmented, it.segmented);
  EXPECT_TRUE(store.facts().passages[0].is_foreign);
  EXPECT_FALSE(store.facts().passages[1].is_foreign);
}

TEST_F(StoreTest, KeepsWhatAFileSaysOfItselfAndByWhatItsTextIsKnown) {
  Store store = open();
  CodedDocument document = example(1, "a.txt");
  document.own_attributes = Attributes{{"titel", "Verslag"}};
  document.print = {8, "hash", {1, 300, UINT64_MAX}};
  store.save(document);
  store.save(example(2, "b.txt"));
  EXPECT_EQ(store.load(DocumentId{1}), document);
  EXPECT_EQ(store.load(DocumentId{2})->own_attributes, std::nullopt);
  EXPECT_EQ(store.prints(), (std::map<DocumentId, TextPrint>{{DocumentId{1}, document.print}}));
  auto documents = store.documents();
  store.describe(documents);
  EXPECT_TRUE(documents[0].has_own_attributes);
  EXPECT_FALSE(documents[1].has_own_attributes);
  ASSERT_EQ(documents[1].speakers.size(), 2U);
  EXPECT_EQ(documents[1].speakers[1].name, "R");
  EXPECT_EQ(documents[1].speakers[1].kind, SpeakerKind::respondent);
  store.remove(DocumentId{1});
  EXPECT_TRUE(store.prints().empty());
  EXPECT_TRUE(store.check().empty());
}

TEST_F(StoreTest, ChangesAttributesAndNothingElse) {
  Store store = open();
  CodedDocument document = example(1, "a.txt");
  store.save(document);
  auto frame = store.load_frame(DocumentId{1});
  ASSERT_TRUE(frame);
  EXPECT_EQ(frame->document.source, "");
  EXPECT_EQ(frame->segmented.passages.size(), 2U);
  for (CodedDocument* it : {&document, &*frame}) {
    it->key = "ander";
    it->stamp.modified_ns = 99;
    it->document.attributes = {{"case", "oost"}};
    it->segmented.speakers[0].attributes = {{"interviewer", "ja"}};
    it->segmented.speakers[1].attributes = {{person_attribute, "W1"}};
  }
  store.save_attributes(*frame);
  EXPECT_EQ(store.load(DocumentId{1}), document);
  EXPECT_EQ(store.facts().speakers[1].person, "W1");
  EXPECT_EQ(store.facts().speakers[0].person, "");
  auto documents = store.documents();
  store.describe(documents);
  EXPECT_EQ(documents[0].speakers[0].asks, "ja");
  EXPECT_FALSE(store.load_frame(DocumentId{2}));
}

TEST_F(StoreTest, ReplacesADocumentWithoutLeavingRowsBehind) {
  Store store = open();
  store.save(example(1, "a.txt"));
  CodedDocument shorter = example(1, "a.txt");
  shorter.segmented.passages.pop_back();
  shorter.segmented.sentences.resize(1);
  shorter.words.pop_back();
  shorter.codings.clear();
  store.save(shorter);
  EXPECT_EQ(store.load(DocumentId{1}), shorter);
  EXPECT_EQ(store.facts().codings.size(), 0U);
  EXPECT_TRUE(store.check().empty());
}

TEST_F(StoreTest, KeepsAPersonsCodingWhenTheTextChanges) {
  Store store = open();
  store.save(example(1, "a.txt"));
  const Coding mine = coding_on(example(1, "a.txt").document.source, "Dat hielp.", 1, "Anna");
  const CodingId id = store.add_coding(DocumentId{1}, mine);

  CodedDocument changed = example(1, "a.txt");
  changed.document.source = "I: Hoe ging dat toen?\nR: Wij vertrouwden elkaar. Dat hielp.";
  changed.segmented.passages = {
      {PassageKind::turn, {3, 21}, 0U, {}, {}, 0, 1, PartKind::body, {}},
      {PassageKind::turn, {25, 59}, 1U, {}, {}, 1, 3, PartKind::body, {}}};
  changed.segmented.sentences = {{{3, 21}, 0, 0}, {{25, 48}, 0, 0}, {{49, 59}, 0, 0}};
  changed.codings = {coding_on(changed.document.source, "Wij vertrouwden elkaar.", 1, proposer)};
  const Saved saved = store.save(changed);
  EXPECT_EQ(saved.set_aside, 0U);
  EXPECT_EQ(saved.codings.size(), 2U);
  const auto moved = store.coding(id);
  ASSERT_TRUE(moved);
  EXPECT_EQ(moved->text, "Dat hielp.");
  EXPECT_EQ(moved->coding.coder, "Anna");
  EXPECT_EQ(store.facts().codings.size(), 2U);
}

TEST_F(StoreTest, SetsAPersonsCodingAsideWhenItsWordsAreGone) {
  Store store = open();
  store.save(example(1, "a.txt"));
  store.add_coding(DocumentId{1},
                   coding_on(example(1, "a.txt").document.source, "Dat hielp.", 1, "Anna"));
  CodedDocument changed = example(1, "a.txt");
  changed.document.source = "I: Hoe ging dat?\nR: Wij vertrouwden elkaar.";
  changed.segmented.passages[1].span = {20, 43};
  changed.segmented.passages[1].end_sentence = 2;
  changed.segmented.sentences.pop_back();
  EXPECT_EQ(store.save(changed).set_aside, 1U);
  const auto unplaced = store.unplaced();
  ASSERT_EQ(unplaced.size(), 1U);
  EXPECT_EQ(unplaced[0].quotation, "Dat hielp.");
  EXPECT_EQ(unplaced[0].coder, "Anna");
}

TEST_F(StoreTest, LeavesWhatAPersonDecidedAboutAProposal) {
  Store store = open();
  CodedDocument document = example(1, "a.txt");
  document.codings[0].status = CodingStatus::rejected;
  store.save(document);
  store.save(example(1, "a.txt"));  // the run proposes the same coding again
  const auto loaded = store.load(DocumentId{1});
  ASSERT_EQ(loaded->codings.size(), 1U);
  EXPECT_EQ(loaded->codings[0].status, CodingStatus::rejected);
}

// What version 4 added, gone again.
constexpr const char* before_version_4 =
    "DROP TABLE decision; DROP TABLE saved_query; ALTER TABLE unplaced DROP COLUMN author; "
    "ALTER TABLE unplaced DROP COLUMN written; ALTER TABLE unplaced DROP COLUMN reason";

const CodingDecision rejection{CodingStatus::rejected, "Noor", "over de deur zelf",
                               "2026-11-30T10:00:00Z"};

TEST_F(StoreTest, KeepsWhoDecidedAndWhyThroughEveryRun) {
  Store store = open();
  store.save(example(1, "a.txt"));
  const CodingId id = coding_id(DocumentId{1}, 1);
  EXPECT_FALSE(store.decision(id));
  store.decide(id, rejection);
  store.save(example(1, "a.txt"));
  EXPECT_EQ(store.decision(id), rejection);
  EXPECT_EQ(store.coding(id)->coding.status, CodingStatus::rejected);
  EXPECT_EQ(store.coding(id)->decision, rejection);
  store.withdraw_decision(id);
  EXPECT_FALSE(store.decision(id));
  EXPECT_EQ(store.load(DocumentId{1}), example(1, "a.txt"));
}

TEST_F(StoreTest, SetsADecisionAsideWithItsProposalWhenTheDocumentGoes) {
  Store store = open();
  store.save(example(1, "a.txt"));
  store.decide(coding_id(DocumentId{1}, 1), rejection);
  store.remove(DocumentId{1});
  ASSERT_EQ(store.unplaced().size(), 1U);
  EXPECT_EQ(store.unplaced()[0].decision, rejection);
}

TEST_F(StoreTest, RewritesNamesInDecisions) {
  Store store = open();
  store.save(example(1, "a.txt"));
  store.save(example(2, "b.txt"));
  for (const DocumentId document : {DocumentId{1}, DocumentId{2}})
    store.decide(coding_id(document, 1), rejection);
  store.remove(DocumentId{2});
  store.rewrite([](const std::string& text) {
    return text == "Noor" ? "P1" : text == "over de deur zelf" ? "over P2" : text;
  });
  for (const auto& decision :
       {store.decision(coding_id(DocumentId{1}, 1)), store.unplaced().at(0).decision}) {
    ASSERT_TRUE(decision);
    EXPECT_EQ(decision->author, "P1");
    EXPECT_EQ(decision->reason, "over P2");
  }
}

TEST_F(StoreTest, MakesAStudyOfVersion3OneWithDecisions) {
  open().save(example(1, "a.txt"));
  {
    SQLite::Database study((folder_.path() / "study.db").string(), SQLite::OPEN_READWRITE);
    study.exec(before_version_4);
    study.exec("PRAGMA user_version=3");
  }
  Store store = open();
  EXPECT_EQ(store.load(DocumentId{1}), example(1, "a.txt"));
  store.decide(coding_id(DocumentId{1}, 1), rejection);
  EXPECT_EQ(store.decision(coding_id(DocumentId{1}, 1)), rejection);
}

TEST_F(StoreTest, WithdrawsWhatAnEarlierVersionOfTheLexiconProposed) {
  struct Case {
    CodingStatus first;  // of what version 1 proposed, when version 2 proposes the same
    std::string coder;   // who has the coding then
  };
  for (const Case& it : std::vector<Case>{{CodingStatus::proposed, "lexicon proef@2"},
                                          {CodingStatus::accepted, "lexicon proef@1"},
                                          {CodingStatus::rejected, "lexicon proef@1"}}) {
    Store store = open();
    CodedDocument document = example(1, "a.txt");
    document.codings[0].status = it.first;
    store.save(document);
    const std::string& text = document.document.source;
    const CodingId mine = store.add_coding(DocumentId{1}, coding_on(text, "Dat hielp.", 1, "Anna"));
    document.codings = {coding_on(text, "Wij vertrouwden elkaar.", 1, "lexicon proef@2")};
    EXPECT_EQ(store.save(document).codings.size(), 2U);
    EXPECT_EQ(store.coding(mine)->coding.coder, "Anna");
    const auto loaded = store.load(DocumentId{1});
    ASSERT_EQ(loaded->codings.size(), 2U);
    EXPECT_EQ(loaded->codings[0].coder, it.coder);
    EXPECT_EQ(loaded->codings[0].status, it.first);
    store.remove(DocumentId{1});
  }
}

TEST_F(StoreTest, KeepsPeoplesCodingsOfARemovedDocument) {
  Store store = open();
  CodedDocument document = example(1, "a.txt");
  document.codings.push_back(coding_on(document.document.source, "Dat hielp.", 1, proposer));
  document.codings[1].status = CodingStatus::rejected;
  store.save(document);
  for (const CodingStatus status : {CodingStatus::accepted, CodingStatus::proposed}) {
    Coding mine = coding_on(document.document.source, "Dat hielp.", 1, "Anna");
    mine.status = status;
    store.add_coding(DocumentId{1}, mine);
  }
  store.remove(DocumentId{1});
  EXPECT_FALSE(store.load(DocumentId{1}));
  const auto unplaced = store.unplaced();
  ASSERT_EQ(unplaced.size(), 3U);
  EXPECT_EQ(unplaced[0].path, "a.txt");
  EXPECT_EQ(unplaced[0].coder, proposer);
  EXPECT_EQ(unplaced[1].coder, "Anna");
  EXPECT_EQ(unplaced[2].coder, "Anna");
  EXPECT_TRUE(store.check().empty());
}

TEST_F(StoreTest, ShowsAPassageWithTheSpeakersOwnAttributes) {
  Store store = open();
  store.save(example(1, "a.txt"));
  const auto passage = store.passage(passage_id(DocumentId{1}, 2));
  ASSERT_TRUE(passage);
  EXPECT_EQ(passage->text, "Wij vertrouwden elkaar. Dat hielp.");
  EXPECT_EQ(passage->speaker, "R");
  EXPECT_EQ(passage->part, PartKind::note);
  EXPECT_EQ(passage->page, std::nullopt);
  EXPECT_EQ(store.passage(passage_id(DocumentId{1}, 1))->page, 12U);
  EXPECT_EQ(passage->attributes.at("rol"), "wethouder");
  EXPECT_EQ(passage->attributes.at("case"), "westerbeek");
  EXPECT_EQ(store.codings(passage->id).size(), 1U);
  EXPECT_FALSE(store.passage(passage_id(DocumentId{1}, 3)));
}

// What is kept of one document is nothing of the next.
TEST_F(StoreTest, ReadsPassagesOneAfterAnotherAsEachByItself) {
  Store store = open();
  store.save(example(1, "a.txt"));
  CodedDocument other = example(2, "b.txt");
  other.document.source.replace(other.document.source.find("dat"), 3, "DIT");
  other.document.attributes = {{"case", "kadewijk"}};
  other.segmented.speakers[0].name = "Vraag";
  store.save(other);
  PassageReader read(store), words(store);
  for (const auto& [document, ordinal] :
       {std::pair{1U, 1U}, {1U, 2U}, {2U, 2U}, {2U, 1U}, {1U, 1U}, {2U, 2U}, {3U, 1U}, {2U, 1U}}) {
    const PassageId id = passage_id(DocumentId{document}, ordinal);
    const auto shown = read(id), alone = store.passage(id), plain = words.words(id);
    ASSERT_EQ(shown.has_value(), document < 3);
    ASSERT_EQ(plain.has_value(), document < 3);
    if (!shown) continue;
    EXPECT_EQ(shown->text, alone->text);
    EXPECT_EQ(shown->path, document == 1 ? "a.txt" : "b.txt");
    EXPECT_EQ(shown->speaker, ordinal == 2 ? "R" : document == 1 ? "I" : "Vraag");
    EXPECT_EQ(shown->attributes, alone->attributes);
    EXPECT_EQ(shown->attributes.at("case"), document == 1 ? "westerbeek" : "kadewijk");
    EXPECT_EQ(plain->text, alone->text);
    EXPECT_EQ(plain->kind, alone->kind);
    EXPECT_EQ(plain->span, alone->span);
    EXPECT_EQ(plain->start_ms, alone->start_ms);
    EXPECT_EQ(plain->path + plain->speaker, "");
  }
}

TEST_F(StoreTest, FindsTheCodingsOfAPassageByAnIndex) {
  open();
  SQLite::Database study((folder_.path() / "study.db").string(), SQLite::OPEN_READONLY);
  SQLite::Statement plan(study,
                         "EXPLAIN QUERY PLAN SELECT id FROM coding WHERE id BETWEEN ? AND ? AND "
                         "passage=? ORDER BY id");
  ASSERT_TRUE(plan.executeStep());
  EXPECT_NE(plan.getColumn(3).getString().find("coding_passage (passage=?"), std::string::npos)
      << plan.getColumn(3).getString();
}

TEST_F(StoreTest, CountsSpansInBytesOfDutchLetters) {
  Store store = open();
  CodedDocument document = example(1, "a.txt");
  document.document.source = "I: Hoe ging dát?\nR: Wé vertrouwden elkáár. Dat hielp";
  store.save(document);
  EXPECT_EQ(store.passage(passage_id(DocumentId{1}, 1))->text, "Hoe ging dát");
}

TEST_F(StoreTest, GivesFactsThatReferToEachOther) {
  Store store = open();
  store.save(example(1, "a.txt"));
  store.save(example(2, "b.txt"));
  const CorpusFacts facts = store.facts();
  ASSERT_EQ(facts.documents.size(), 2U);
  ASSERT_EQ(facts.codings.size(), 2U);
  const auto& passage = facts.passages[facts.codings[1].passage];
  EXPECT_EQ(facts.documents[passage.document].path, "b.txt");
  EXPECT_EQ(facts.speakers[*passage.speaker].attributes.at("rol"), "wethouder");
  EXPECT_EQ(passage.words, 5U);
  EXPECT_EQ(facts.factors, std::vector<std::string>{"vertrouwen"});
}

TEST_F(StoreTest, GivesThePatternsThatCodingsRestOn) {
  Store store = open();
  CodedDocument document = example(1, "a.txt");
  using Kind = Evidence::Kind;
  document.codings.front().evidence = {{Kind::pattern, "vertrouwen", "relatie.toml:7", {20, 25}},
                                       {Kind::cue, "ontkenning: geen", "context.toml:4", {20, 25}},
                                       {Kind::outranked, "band*", "relatie.toml:8", {20, 25}}};
  store.save(document);
  document.id = DocumentId{2};
  document.path = "b.txt";
  store.save(document);
  const EvidenceFacts evidence = store.evidence(store.facts());
  ASSERT_EQ(evidence.rules.size(), 2U);
  EXPECT_EQ(evidence.rules[1].text, "band*");
  EXPECT_EQ(evidence.rules[1].source, "relatie.toml:8");
  std::string rows;
  for (const auto& row : evidence.rows)
    rows += std::to_string(row.coding) + ":" + std::to_string(row.rule) +
            (row.kind == Kind::outranked ? " lost, " : ", ");
  EXPECT_EQ(rows, "0:0, 0:1 lost, 1:0, 1:1 lost, ");
}

TEST_F(StoreTest, RecordsRunsAndOutcomes) {
  Store store = open();
  EXPECT_FALSE(store.last_run());
  RunRecord run{0, "2026-01-01T10:00:00Z", "", "0.1.0", "proef@1", "ff", "{}", 0, 0, 0};
  run.id = store.begin_run(run);
  EXPECT_EQ(store.last_run()->finished, "");
  run.finished = "2026-01-01T10:01:00Z";
  run.documents = 3;
  store.end_run(run, {{"a.txt", "added", "h", ""}, {"b.docx", "refused", "", "is leeg"}});
  EXPECT_EQ(store.last_run()->documents, 3U);
  ASSERT_EQ(store.outcomes(run.id).size(), 2U);
  EXPECT_EQ(store.outcomes(run.id)[1].message, "is leeg");
}

TEST_F(StoreTest, RewritesTextsThatNoRunMakesAnew) {
  Store store = open();
  CodedDocument document = example(1, "jan.txt");
  store.save(document);
  store.add_coding(DocumentId{1}, coding_on(document.document.source, "Dat hielp.", 1, "marieke"));
  store.remove(DocumentId{1});
  RunRecord run{0, "2026-11-29T10:00:00Z", "", "0.1", "proef@1", "h", "interviewers=jan", 0, 0, 0};
  run.id = store.begin_run(run);
  store.end_run(run, {{"jan.txt", "warning", "h", "jan staat er twee keer in"}});
  ConfirmedRating rating{"f", "case", "jan", Rating::none, "volgens jan", "jan", "w", "b", "0"};
  store.add_rating(rating);
  store.add_saved_query({"van-jan", "spreker:jan", "jan", "w"});
  store.rewrite([](std::string text) {
    for (std::size_t at = 0; (at = text.find("jan")) != std::string::npos;)
      text.replace(at, 3, "X");
    return text == "Dat hielp." ? "Dat X." : text;
  });
  EXPECT_EQ(store.outcomes(run.id).at(0).path, "X.txt");
  EXPECT_EQ(store.outcomes(run.id).at(0).message, "X staat er twee keer in");
  EXPECT_EQ(store.unplaced().at(0).path, "X.txt");
  EXPECT_EQ(store.unplaced().at(0).quotation, "Dat X.");
  EXPECT_EQ(store.last_run()->settings, "interviewers=X");
  EXPECT_EQ(store.ratings().at(0).value, "X");
  EXPECT_EQ(store.ratings().at(0).reason, "volgens X");
  EXPECT_EQ(store.ratings().at(0).author, "X");
  EXPECT_EQ(store.saved_queries(), (std::vector<SavedQuery>{{"van-X", "spreker:X", "X", "w"}}));
}

TEST_F(StoreTest, MovesAPersonsCodingAlongWithRenamedWords) {
  Store store = open();
  CodedDocument document = example(1, "a.txt");
  store.save(document);
  store.add_coding(DocumentId{1},
                   coding_on(document.document.source, "Wij vertrouwden elkaar.", 1, "marieke"));
  const auto renamed = [](std::string_view text) {
    const auto at = static_cast<std::uint32_t>(text.find("elkaar"));
    return AlignedText{std::string(text.substr(0, at)) + "[P-1]" + std::string(text.substr(at + 6)),
                       OffsetMap({{at, 5, at, 6}})};
  };
  document.document.source = renamed(document.document.source).text;
  document.segmented.passages[1].span.end -= 1;
  document.codings.clear();
  const Saved saved = store.save(document, renamed);
  EXPECT_EQ(saved.moved, 1U);
  EXPECT_EQ(saved.set_aside, 0U);
  ASSERT_EQ(saved.codings.size(), 1U);
  EXPECT_EQ(slice(document.document.source, saved.codings[0].span), "Wij vertrouwden [P-1].");
}

TEST_F(StoreTest, LeavesNoByteOfWhatWasReplaced) {
  const auto all_bytes = [this] {
    std::string bytes;
    for (const char* name : {"study.db", "study.db-wal"}) {
      std::ifstream file(folder_.path() / name, std::ios::binary);
      bytes.append(std::istreambuf_iterator<char>(file), {});
    }
    return bytes;
  };
  Store store = open();
  CodedDocument document = example(1, "a.txt");
  for (int i = 0; i < 5000; ++i) document.document.source += " Zeldzamenaam zei dat.";
  store.save(document);
  document.document.source = example(1, "a.txt").document.source;
  store.save(document);
  EXPECT_NE(all_bytes().find("Zeldzamenaam"), std::string::npos);
  store.forget_what_was_deleted();
  EXPECT_EQ(all_bytes().find("Zeldzamenaam"), std::string::npos);
  EXPECT_TRUE(store.check().empty());
}

TEST_F(StoreTest, KeepsTheFactorsOfTheLexiconThatWasLastUsed) {
  const std::vector<Factor> factors{{"vertrouwen", "relatie", "Vertrouwen", "Trust", {}, {}, {}},
                                    {"overleg", "relatie", "Overleg", "Talks", {}, {}, {}}};
  {
    Store store = open();
    EXPECT_FALSE(store.factors("h1"));
    store.keep_factors("h1", factors);
    EXPECT_EQ(store.factors("h1"), factors);
    store.keep_factors("h2", std::span(factors).first(1));
    EXPECT_FALSE(store.factors("h1"));
    ASSERT_EQ(store.factors("h2")->size(), 1U);
  }
  // A study of before there was such a table is read, and gets one with its next run.
  SQLite::Database((folder_.path() / "study.db").string(), SQLite::OPEN_READWRITE)
      .exec("DROP TABLE factor");
  EXPECT_FALSE(open(false).factors("h2"));
  Store store = open();
  store.keep_factors("h2", factors);
  EXPECT_EQ(store.factors("h2"), factors);
}

TEST_F(StoreTest, RefusesWhatIsNoStudyOrNewer) {
  const auto expect_error = [](const Result<Store>& store, const std::string& words) {
    ASSERT_FALSE(store);
    EXPECT_NE(store.error().message.find(words), std::string::npos) << to_string(store.error());
  };
  expect_error(Store::open(folder_.path() / "none.db", false), "geen studie");
  folder_.write("text.db", std::string(5000, 'x'));
  expect_error(Store::open(folder_.path() / "text.db", true), "beschadigd of geen database");
  {
    SQLite::Database other((folder_.path() / "other.db").string(),
                           SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    other.exec("CREATE TABLE t(x)");
  }
  expect_error(Store::open(folder_.path() / "other.db", true), "geen databestand van samenspel");
  open();
  {
    SQLite::Database study((folder_.path() / "study.db").string(), SQLite::OPEN_READWRITE);
    study.exec("PRAGMA user_version=99");
  }
  expect_error(Store::open(folder_.path() / "study.db", true), "nieuwere versie");
}

// The tables of version 1, as far as later versions change them.
void make_version_1(const std::filesystem::path& path) {
  SQLite::Database study(path.string(), SQLite::OPEN_READWRITE);
  study.exec(before_version_4);
  study.exec(
      "PRAGMA foreign_keys=OFF; DROP TABLE part; DROP TABLE page; DROP TABLE language; "
      "DROP TABLE own_attribute; DROP TABLE own; DROP TABLE print; DROP TABLE rating; "
      "ALTER TABLE passage DROP COLUMN part; ALTER TABLE passage DROP COLUMN page; "
      "ALTER TABLE passage DROP COLUMN coded; DROP TABLE probability; "
      "PRAGMA user_version=1");
}

TEST_F(StoreTest, MakesAStudyOfVersion1OneOfToday) {
  CodedDocument document = example(1, "a.txt");
  open().save(document);
  make_version_1(folder_.path() / "study.db");
  // All is there, but what that version did not know.
  document.document.parts.clear();
  document.document.pages.clear();
  for (Passage& passage : document.segmented.passages) {
    passage.page.reset();
    passage.part = PartKind::body;
    passage.is_coded = true;
  }
  for (const bool writable : {false, true}) {
    Store store = open(writable);
    EXPECT_EQ(store.load(DocumentId{1}), document);
    EXPECT_TRUE(store.check().empty());
  }
  Store store = open();
  store.save(example(1, "a.txt"));
  EXPECT_EQ(store.load(DocumentId{1}), example(1, "a.txt"));
  store.save(bilingual(2));
  EXPECT_EQ(store.load(DocumentId{2})->segmented, bilingual(2).segmented);
}

ConfirmedRating rating_of(std::optional<Rating> rating, const std::string& reason) {
  return {"vertrouwen", "case", "westerbeek", rating, reason, "Noor", "2026-11-29", "b", "+1"};
}

TEST_F(StoreTest, MakesAStudyOfVersion2OneWithRatings) {
  open().save(example(1, "a.txt"));
  {
    SQLite::Database study((folder_.path() / "study.db").string(), SQLite::OPEN_READWRITE);
    study.exec(before_version_4);
    study.exec("DROP TABLE rating; DROP TABLE probability; PRAGMA user_version=2");
  }
  EXPECT_TRUE(open(false).ratings().empty());
  Store store = open();
  store.add_rating(rating_of(Rating::mixed, "wisselend"));
  EXPECT_EQ(store.load(DocumentId{1}), example(1, "a.txt"));
  EXPECT_EQ(store.ratings().size(), 1U);
}

TEST_F(StoreTest, MakesAStudyOfVersion3OneWithSavedQueries) {
  open().save(example(1, "a.txt"));
  {
    SQLite::Database study((folder_.path() / "study.db").string(), SQLite::OPEN_READWRITE);
    study.exec(before_version_4);
    study.exec("PRAGMA user_version=3");
  }
  EXPECT_TRUE(open(false).saved_queries().empty());
  Store store = open();
  store.add_saved_query({"zorg", "zorgen", "Noor", "2026-11-29"});
  EXPECT_EQ(store.load(DocumentId{1}), example(1, "a.txt"));
  EXPECT_EQ(store.saved_queries().size(), 1U);
}

TEST_F(StoreTest, KeepsWhatEverySavedQueryMeantBeforeAndShowsWhatItMeansNow) {
  Store store = open();
  const SavedQuery first{"zorg", "zorgen", "Noor", "2026-11-28"},
      later{"zorg", "zorgen OF zorg", "Noor", "2026-11-29"}, other{"angst", "bang", "Noor", "w"},
      gone{"angst", "", "Noor", "x"};
  for (const SavedQuery& it : {first, other, later, gone}) store.add_saved_query(it);
  EXPECT_EQ(store.saved_queries(), std::vector{later});
  EXPECT_EQ(store.saved_query_history("zorg"), (std::vector{first, later}));
  EXPECT_EQ(store.saved_query_history("angst"), (std::vector{other, gone}));
  EXPECT_TRUE(store.saved_query_history("niets").empty());
  store.save(example(1, "a.txt"));
  store.remove(DocumentId{1});
  EXPECT_EQ(store.saved_queries(), std::vector{later});
}

TEST_F(StoreTest, KeepsTheLastRatingOfACellWhateverBecomesOfDocuments) {
  Store store = open();
  store.save(example(1, "a.txt"));
  store.add_rating(rating_of(Rating::failure, "eerst"));
  store.add_rating(rating_of(Rating::strong_success, "later"));
  ConfirmedRating other = rating_of(Rating::none, "anders");
  other.value = "kadewijk";
  store.add_rating(other);
  const std::vector<ConfirmedRating> expected{other, rating_of(Rating::strong_success, "later")};
  EXPECT_EQ(store.ratings(), expected);
  store.save(example(1, "a.txt"));
  store.remove(DocumentId{1});
  EXPECT_EQ(store.ratings(), expected);
  store.add_rating(rating_of({}, "toch niet"));
  EXPECT_EQ(store.ratings(), std::vector{other});
}

TEST_F(StoreTest, RefusesAnOldStudyWhereItMayNotBeChanged) {
  using Access = Store::State::Access;
  const auto refused = too_old_to_read(1, Access::unchanging, "study.db");
  ASSERT_TRUE(refused);
  EXPECT_NE(refused->message.find("oudere versie van samenspel"), std::string::npos);
  EXPECT_FALSE(too_old_to_read(1, Access::reading, "study.db"));
  EXPECT_TRUE(too_old_to_read(2, Access::unchanging, "study.db"));
  EXPECT_TRUE(too_old_to_read(3, Access::unchanging, "study.db"));
  EXPECT_FALSE(too_old_to_read(4, Access::unchanging, "study.db"));
}

// What was learned proposes "vertrouwen" of the sentence at this place.
LearnedCoding learned_coding(const CodedDocument& document, const std::string& coder) {
  Coding coding = document.codings.at(0);
  coding.coder = coder;
  coding.evidence.clear();
  return {coding, 0.75};
}

TEST_F(StoreTest, PutsLearnedProposalsInThePlaceOfThoseBefore) {
  Store store = open();
  const CodedDocument document = example(1, "a.txt");
  store.save(document);
  const LearnedCoding first = learned_coding(document, "learned@aaa");
  EXPECT_EQ(store.replace_learned(DocumentId{1}, std::span(&first, 1)), 0U);
  const LearnedCoding second = learned_coding(document, "combined@bbb");
  EXPECT_EQ(store.replace_learned(DocumentId{1}, std::span(&second, 1)), 1U);
  const auto stored = store.load(DocumentId{1});
  ASSERT_EQ(stored->codings.size(), document.codings.size() + 1);
  EXPECT_EQ(stored->codings.back().coder, "combined@bbb");
  const CodingId id = coding_id(DocumentId{1}, document.codings.size() + 1);
  EXPECT_EQ(store.probability(id), 0.75);
  EXPECT_EQ(store.replace_learned(DocumentId{1}, {}), 1U);
  EXPECT_EQ(store.load(DocumentId{1})->codings, document.codings);
  EXPECT_FALSE(store.probability(id));
}

TEST_F(StoreTest, LeavesLearnedProposalsThatSomebodyDecidedOn) {
  Store store = open();
  const CodedDocument document = example(1, "a.txt");
  store.save(document);
  LearnedCoding decided = learned_coding(document, "learned@aaa");
  decided.coding.status = CodingStatus::rejected;
  store.replace_learned(DocumentId{1}, std::span(&decided, 1));
  EXPECT_EQ(store.replace_learned(DocumentId{1}, {}), 0U);
  EXPECT_EQ(store.load(DocumentId{1})->codings.back().status, CodingStatus::rejected);
}

TEST_F(StoreTest, KeepsLearnedProposalsThroughARunAndDropsThoseWhoseWordsAreGone) {
  Store store = open();
  CodedDocument document = example(1, "a.txt");
  store.save(document);
  const LearnedCoding coding = learned_coding(document, "learned@aaa");
  store.replace_learned(DocumentId{1}, std::span(&coding, 1));
  const CodingId id = coding_id(DocumentId{1}, document.codings.size() + 1);
  store.save(document);
  EXPECT_EQ(store.probability(id), 0.75);
  store.remove(DocumentId{1});
  EXPECT_TRUE(store.unplaced().empty());
}

TEST_F(StoreTest, FindsWhatIsWrongInTheRecord) {
  { open().save(example(1, "a.txt")); }
  {
    SQLite::Database study((folder_.path() / "study.db").string(), SQLite::OPEN_READWRITE);
    study.exec("UPDATE passage SET end=9999 WHERE id=(SELECT max(id) FROM passage)");
    study.exec("DELETE FROM document; PRAGMA foreign_keys=OFF");
  }
  const auto found = open().check();
  EXPECT_FALSE(found.empty());
}

TEST_F(StoreTest, IsReadAsItLiesWhereNothingMayBeWritten) {
  open().save(example(1, "map/a b?#%é.txt"));
  const std::filesystem::path database = folder_.path() / "study.db";
  EXPECT_TRUE(may_be_read_as_it_lies(SQLITE_CANTOPEN, database));
  EXPECT_TRUE(may_be_read_as_it_lies(SQLITE_READONLY, database));
  EXPECT_FALSE(may_be_read_as_it_lies(SQLITE_BUSY, database));
  folder_.write("study.db-wal", "");
  EXPECT_TRUE(may_be_read_as_it_lies(SQLITE_CANTOPEN, database));
  folder_.write("study.db-wal", "iets");
  EXPECT_FALSE(may_be_read_as_it_lies(SQLITE_CANTOPEN, database));
}

TEST_F(StoreTest, IsReadAsItLiesWhateverItsFolderIsCalled) {
  const std::filesystem::path odd = folder_.path() / "wat? 100% #1 é";
  std::filesystem::create_directory(odd);
  Store::open(odd / "study.db", true)->save(example(1, "a.txt"));
  const Store::State state(odd / "study.db", Store::State::Access::unchanging);
  EXPECT_EQ(state.database->execAndGet("SELECT path FROM document").getString(), "a.txt");
  EXPECT_THROW(state.database->exec("DELETE FROM document"), SQLite::Exception);
}

}  // namespace
}  // namespace pipeline

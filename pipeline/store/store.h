// The record of a study in SQLite: documents with their text, passages, sentences and codings;
// runs; people's codings and memos. One transaction a document: it goes in whole or not at all.
// What a person coded or decided survives every run.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/model/aligned_text.h"
#include "pipeline/model/coded_document.h"
#include "pipeline/model/coding_decision.h"
#include "pipeline/model/factor.h"
#include "pipeline/model/rating.h"
#include "pipeline/model/result.h"
#include "pipeline/model/saved_query.h"

namespace pipeline {

// A speaker as the store lists them.
struct StoredSpeaker {
  std::string name;
  SpeakerKind kind{};
  std::string asks;  // what a table says of them under "interviewer"; empty: nothing
};

// A document as the store lists it.
struct StoredDocument {
  DocumentId id{};
  std::string path, format, key;
  FileStamp stamp;
  std::uint64_t words = 0, passages = 0, sentences = 0, codings = 0;
  std::vector<StoredSpeaker> speakers = {};
  bool has_own_attributes = false;  // it is known what its file says of itself
};

// A passage with its words, to be shown.
struct ShownPassage {
  PassageId id{};
  std::string path, speaker;  // speaker empty: nobody named
  PassageKind kind{};
  SpeakerKind speaker_kind{};
  Span span;
  std::optional<std::int64_t> start_ms, end_ms;
  PartKind part{};
  std::optional<std::uint32_t> page;
  std::string text;
  Attributes attributes;  // the speaker's own over the document's
  std::string language;   // empty: not known
  bool is_foreign = false;
};

// A coding with its words, to be shown.
struct ShownCoding {
  CodingId id{};
  Coding coding;     // coding.passage: its place in the document, from 0
  std::string text;  // the words under coding.span
  ShownPassage passage;
  std::optional<CodingDecision> decision = {};  // none: nobody decided on it
};

// What was learned from people proposes a coding, and how sure it is of it, from 0 to 1.
struct LearnedCoding {
  Coding coding;
  double probability = 0;
};

struct UnplacedCoding {
  std::string path, quotation, coder;
  FactorId factor;
  Valence valence{};
  std::optional<CodingDecision> decision = {};  // of a proposal that a person decided on
};

// What became of one file in a run.
struct Outcome {
  std::string path;
  std::string kind;  // added, changed, refreshed, removed, refused, warning
  std::string hash;  // of the file
  Said message;      // never words of the text; stored in Dutch
};

// What stands in the store after a document was saved.
struct Saved {
  std::vector<Coding> codings;  // all of them: the proposals, and what people coded or decided
  std::uint64_t moved = 0;      // people's codings and decisions that found their words again
  std::uint64_t set_aside = 0;  // those whose words are gone from the text
};

// The disk is full, the database is broken: nothing that a caller could mend. Without words
// of the texts.
class StoreFailure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class Store {
 public:
  struct State;  // private to this folder

  // Opens study.db; makes its tables if it is empty. Error where it is no study or one of a newer
  // program. To be read, it may lie where nothing can be written. Not for use by two threads at
  // once.
  static Result<Store> open(const std::filesystem::path& database, bool writable);
  ~Store();
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;

  // --- writing -----------------------------------------------------------------------------------
  // Puts a document in, or in the place of the one with its id, as one transaction. Codings in
  // `document` are the proposals of a lexicon; those of any lexicon before it ("lexicon ...",
  // whatever the version) are withdrawn, unless a person decided on them. What people coded or
  // decided moves with its quotation when the text changed; what a learner proposed does so too,
  // but goes when its words are gone. At most max_ordinal passages, sentences and codings a
  // document. `renamed`: what the former text reads like with the names of now, so that codings
  // find their words again.
  using Renamed = std::function<AlignedText(std::string_view)>;
  Saved save(const CodedDocument& document, const Renamed& renamed = {});
  // Other attributes of a document and of its speakers, and the key and stamp that come with them;
  // its text, passages and codings stay. Of `document`, its id, key, stamp, document.attributes and
  // segmented.speakers are looked at; they are as many as before, with the same names and kinds.
  void save_attributes(const CodedDocument& document);
  // The files lie elsewhere or have another time, but say the same. All in one transaction.
  void restamp(const std::vector<std::pair<DocumentId, FileStamp>>& documents);
  // Takes a document out, with all that hangs on it. People's codings are kept as unplaced.
  void remove(DocumentId document);
  // Adds a person's coding; returns its id.
  CodingId add_coding(DocumentId document, const Coding& coding);
  // Puts what was learned from people in the place of what learners proposed in that document
  // before and nobody decided on, as one transaction. Returns how many were withdrawn.
  std::uint64_t replace_learned(DocumentId document, std::span<const LearnedCoding> codings);
  // Makes a proposal a person's decision, in the place of one before it; takes that back.
  void decide(CodingId coding, const CodingDecision& decision);
  void withdraw_decision(CodingId coding);
  std::int64_t begin_run(const RunRecord& run);
  void end_run(const RunRecord& run, const std::vector<Outcome>& outcomes);
  // Puts a person's rating of a factor in a case over those before it; without one, takes them
  // back.
  void add_rating(const ConfirmedRating& rating);
  // What its name means from now on; an empty query takes the name back.
  void add_saved_query(const SavedQuery& query);
  // Changes every text that no run makes anew: outcomes and settings of runs, unplaced codings,
  // ratings, saved queries, memos.
  void rewrite(const std::function<std::string(const std::string&)>& change);
  // Builds the database anew, so that no byte of what was deleted or replaced is left in it or in
  // its log. Takes as much room again as it has.
  void forget_what_was_deleted();
  // Nothing stays in the write-ahead log.
  void empty_log();
  // In the place of those of any lexicon before; without their definitions.
  void keep_factors(const std::string& lexicon_hash, std::span<const Factor> factors);

  // --- reading -----------------------------------------------------------------------------------
  std::vector<StoredDocument> documents() const;                // by id, not counted
  void count(std::vector<StoredDocument>& documents) const;     // passages, sentences, codings
  void describe(std::vector<StoredDocument>& documents) const;  // speakers, has_own_attributes
  std::map<DocumentId, TextPrint> prints() const;               // of those that have one
  // As it went in, but for tokens and words; codings of all coders, by id.
  std::optional<CodedDocument> load(DocumentId document) const;
  // The same without text, captions, sentences and codings.
  std::optional<CodedDocument> load_frame(DocumentId document) const;
  std::optional<ShownPassage> passage(PassageId passage) const;  // many: passage_reader.h
  std::optional<ShownCoding> coding(CodingId coding) const;
  std::vector<ShownCoding> codings(PassageId passage) const;
  std::vector<ShownCoding> codings(const ShownPassage& passage) const;  // of one that is known
  std::vector<Coding> plain_codings(PassageId passage) const;           // of it, by id
  std::optional<double> probability(CodingId coding) const;       // of what a learner proposed
  std::optional<CodingDecision> decision(CodingId coding) const;  // none: nobody decided on it
  CorpusFacts facts() const;
  EvidenceFacts evidence(const CorpusFacts& facts) const;  // facts as they are now
  std::optional<RunRecord> last_run() const;
  std::vector<Outcome> outcomes(std::int64_t run) const;
  // Of the lexicon with that hash, in its order; none where it is not the one that was kept.
  std::optional<std::vector<Factor>> factors(const std::string& lexicon_hash) const;
  std::vector<UnplacedCoding> unplaced() const;
  std::vector<ConfirmedRating> ratings() const;   // those that hold now, by factor and value
  std::vector<SavedQuery> saved_queries() const;  // those that hold now, by name
  std::vector<SavedQuery> saved_query_history(const std::string& name) const;  // oldest first
  // What SQLite and the schema's own rules find wrong; empty: nothing. Reads the whole database.
  std::vector<std::string> check() const;

 private:
  friend struct FactsBuilder;
  friend class PassageReader;
  explicit Store(std::unique_ptr<State> state);
  ShownCoding shown(CodingId id, Coding coding, const ShownPassage& passage) const;
  std::unique_ptr<State> state_;
};

}  // namespace pipeline

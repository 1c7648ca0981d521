// The index of a study: every passage with its words, codings and attributes, in Xapian. Derived
// from the store, can always be rebuilt. Written in shards (one a thread and some megabytes of
// text), which are merged into the next generation of the index in one atomic step:
//   IndexShard shard{study / "tmp" / "shard-1", vocabulary};  shard.add(document, ...);
//   shard.finish(); merge_index(study / "index", {study / "tmp" / "shard-1"}); auto index =
//   Index::open(study / "index");
// What is on disk stands in fields.h. What the user cannot help (no room, a broken file) is thrown
// as IndexFailure.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/language/analyse.h"
#include "pipeline/language/vocabulary.h"
#include "pipeline/model/coding.h"
#include "pipeline/model/document.h"
#include "pipeline/model/result.h"

namespace Xapian {
class Database;
}

namespace pipeline {

class IndexFailure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// A document as the index should know it, besides its text.
struct IndexedDocument {
  DocumentId id{};
  std::string path;       // within the study, as `document:` finds it
  std::string key;        // hash of content, lexicon and attributes; comes back from documents()
  Attributes attributes;  // "datum" (yyyy-mm-dd) is also what dates are compared with

  friend bool operator==(const IndexedDocument&, const IndexedDocument&) = default;
};

struct IndexOptions {
  bool exact_forms = true;  // without them `=woord` and wildcards know lemmas only; some cheaper
};

// Takes documents of one thread. Holds everything in memory until finish(): a shard is meant for
// about 8 MB of text.
class IndexShard {
 public:
  // `folder` is made, or emptied if it is there. `vocabulary` must outlive the shard; all that is
  // added was analysed with it.
  IndexShard(const std::filesystem::path& folder, const Vocabulary& vocabulary,
             IndexOptions options = {});
  ~IndexShard();
  IndexShard(IndexShard&&) noexcept;
  IndexShard& operator=(IndexShard&&) noexcept;

  // All spans are of the text that was segmented; the passage with index i becomes
  // passage_id(document.id, i + 1). A document is added once. Linear.
  void add(const IndexedDocument& document, const Segmented& segmented, const Analysed& analysed,
           std::span<const Coding> codings);
  // The document as `former` holds it, under another key and with other attributes of itself and of
  // its speakers: nothing of its text is looked at. `segmented` has its speakers, and its passages
  // in order. False: `former` does not hold all of them, and nothing was added. Linear.
  bool copy(const class Index& former, const IndexedDocument& document, const Segmented& segmented);
  // Writes what was added; nothing can be added after it. Not synced: only merge_index makes
  // things last.
  void finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// What becomes of what the index holds already; what is replaced is not read, and may be broken.
enum class FormerIndex { kept, replaced };

// Makes the index anew from what it holds, less the documents in `removed` and those that the
// shards hold anew, plus the shards. `index` need not exist. An interruption at any moment leaves
// the index as before or as after. The shards may be deleted afterwards. Answers do not depend on
// how documents are spread over shards.
void merge_index(const std::filesystem::path& index, std::span<const std::filesystem::path> shards,
                 std::span<const DocumentId> removed = {}, FormerIndex former = FormerIndex::kept);

// An open index, as it was when opened. Not for two threads at once: each opens its own.
class Index {
 public:
  // The error says what to do: there is no index yet, or it has another format.
  static Result<Index> open(const std::filesystem::path& index);
  ~Index();
  Index(Index&&) noexcept;
  Index& operator=(Index&&) noexcept;

  // What it holds, each document with the key it was indexed under.
  std::map<DocumentId, std::string> documents() const;
  std::uint64_t passages() const;
  bool has_exact_forms() const;
  // The values that occur behind a one-letter prefix, in order, at most `limit`:
  // values(prefix::coder). Attributes come as "rol=bestuurder".
  std::vector<std::string> values(char prefix, std::string_view beginning = {},
                                  std::size_t limit = 10'000) const;
  // Lemmas of the texts that begin so (folded, not empty), in order, at most `limit`.
  std::vector<std::string> words(std::string_view beginning, std::size_t limit = 10'000) const;
  // Of documents and speakers: "case", "rol"; in order.
  std::vector<std::string> attribute_names() const;
  const Xapian::Database& database() const;

 private:
  struct State;
  explicit Index(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace pipeline

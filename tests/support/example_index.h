// Indexes of small made-up documents, for tests of index/ and search/.
//   ExampleIndex example({{1, "Zij werkten samen."}, {2, "Niemand belde."}});
//   Index index = example.open();
#pragma once

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/index/index.h"
#include "pipeline/language/analyse.h"
#include "tests/support/example_text.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/word_table.h"

namespace pipeline {

struct ExampleDocument {
  std::uint32_t id = 1;
  std::string text = {};  // a line is a passage
  Attributes attributes = {};
  std::vector<Speaker> speakers = {};  // a passage each, in turn; none: nobody speaks
  std::vector<Coding> codings = {};
  std::string path = "notitie.txt";
  std::string key = "eerste";
  std::vector<std::string> languages = {};  // a passage each
};

inline Speaker speaker(std::string name, SpeakerKind kind, Attributes attributes = {}) {
  Speaker made;
  made.name = std::move(name);
  made.kind = kind;
  made.attributes = std::move(attributes);
  return made;
}

struct ReadExample {
  Segmented segmented;
  Analysed analysed;
};

inline ReadExample read_example(const ExampleDocument& document, Vocabulary& vocabulary) {
  ReadExample read{cut(document.text), {}};
  read.segmented.speakers = document.speakers;
  for (std::uint32_t i = 0; i < read.segmented.passages.size() && !document.speakers.empty(); ++i)
    read.segmented.passages[i].speaker = i % static_cast<std::uint32_t>(document.speakers.size());
  for (std::size_t i = 0; i < document.languages.size(); ++i)
    read.segmented.passages[i].language = document.languages[i];
  read.analysed = analyse(document.text, read.segmented, vocabulary);
  return read;
}

// The coding of the words `words` in the document's text, which must occur in it.
inline Coding coding_of(const std::string& text, const std::string& words, FactorId factor,
                        Valence valence, std::uint32_t passage = 0) {
  const auto begin = static_cast<std::uint32_t>(text.find(words));
  const Span match{begin, begin + static_cast<std::uint32_t>(words.size())};
  Coding coding;
  coding.passage = passage;
  coding.span = match;
  coding.factor = std::move(factor);
  coding.valence = valence;
  coding.coder = "lexicon proef@1.0.0";
  coding.evidence = {{Evidence::Kind::pattern, words, "proef.toml:1", match}};
  return coding;
}

class ExampleIndex {
 public:
  explicit ExampleIndex(const std::vector<ExampleDocument>& documents, std::size_t shards = 1,
                        IndexOptions options = {}) {
    merge(documents, shards, options);
  }

  // Merges `documents` into what is there, in so many shards.
  void merge(const std::vector<ExampleDocument>& documents, std::size_t shards = 1,
             IndexOptions options = {}, const std::vector<DocumentId>& removed = {},
             FormerIndex former = FormerIndex::kept) {
    Vocabulary vocabulary(word_table());
    std::vector<std::filesystem::path> folders;
    const std::size_t each = (documents.size() + shards - 1) / std::max<std::size_t>(shards, 1);
    for (std::size_t first = 0; first < documents.size(); first += each) {
      folders.push_back(folder_.path() / ("shard-" + std::to_string(folders.size())));
      IndexShard shard(folders.back(), vocabulary, options);
      for (std::size_t i = first; i < std::min(first + each, documents.size()); ++i)
        add(shard, documents[i], vocabulary);
      shard.finish();
    }
    merge_index(path(), folders, removed, former);
  }

  Index open() const { return Index::open(path()).value(); }
  std::filesystem::path path() const { return folder_.path() / "index"; }

 private:
  static void add(IndexShard& shard, const ExampleDocument& document, Vocabulary& vocabulary) {
    const ReadExample read = read_example(document, vocabulary);
    shard.add({DocumentId{document.id}, document.path, document.key, document.attributes},
              read.segmented, read.analysed, document.codings);
  }

  TemporaryFolder folder_;
};

}  // namespace pipeline

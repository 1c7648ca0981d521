// Query -> passages. "samenwerken NEAR/5 gemeente" finds "de gemeente werkte daarin mee samen" too:
// words are compared by lemma, phrases and NEAR stay within a sentence, factors and valences stand
// where their evidence stands. Totals are exact. Passages come as ids: the store has their text.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/index/index.h"
#include "pipeline/language/word_table.h"
#include "pipeline/model/document.h"
#include "pipeline/model/factor.h"
#include "pipeline/model/result.h"
#include "pipeline/model/saved_query.h"
#include "pipeline/search/expansion.h"
#include "pipeline/search/missing_words.h"
#include "pipeline/search/query.h"

namespace pipeline {

enum class HitOrder : std::uint8_t { relevance, document, date };  // date: newest first

struct Hit {
  PassageId passage{};
  double weight = 0;  // BM25; 0 where only attributes were asked for

  friend bool operator==(const Hit&, const Hit&) = default;
};

struct Hits {
  std::uint64_t total = 0;  // exact
  std::vector<Hit> hits;    // the page that was asked for

  friend bool operator==(const Hits&, const Hits&) = default;
};

struct HitPage {
  std::uint64_t first = 0, count = 20;
  HitOrder order = HitOrder::relevance;  // equal ones by passage id
};

// A query made ready for one index: words are lemmas, wildcards are terms, names are checked.
// Outlives the Search it came from. Cheap to copy.
class PreparedQuery {
 public:
  struct State;
  explicit PreparedQuery(std::shared_ptr<const State> state) : state_(std::move(state)) {}
  const State& state() const { return *state_; }

 private:
  std::shared_ptr<const State> state_;
};

// Not for two threads at once (nor is its index).
class Search {
 public:
  // `index` and `words` must outlive it; `factors` are the lexicon's, for `factor:` and `thema:`;
  // `saved` are what @names stand for.
  Search(const Index& index, const WordTable& words, std::span<const Factor> factors,
         std::vector<SavedQuery> saved = {});
  ~Search();
  Search(Search&&) noexcept;

  // Errors are Dutch, have the column, and name what comes near an unknown field, factor, theme,
  // coder, speaker or attribute value.
  Result<PreparedQuery> prepare(std::string_view query) const;

  Hits find(const PreparedQuery& query, HitPage page = {}) const;
  // Every passage that matches, rising: for tables and facets.
  std::vector<PassageId> all(const PreparedQuery& query) const;
  // Words that no text has, for who finds nothing. Cost: all words of the index.
  std::vector<MissingWord> missing(const PreparedQuery& query) const;
  // What its words and wildcards stand for in these texts. Cost: the passages with its words.
  std::vector<ExpandedWord> expansion(const PreparedQuery& query) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace pipeline

// The words of an index: what a word of a query is in it, and which of its words a wildcard fits.
// "werkte" -> the lemma werken; "*partner" -> partner, samenwerkingspartner ...
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/index/index.h"
#include "pipeline/language/word_table.h"
#include "pipeline/search/match.h"

namespace pipeline {

inline constexpr std::size_t most_wildcard_terms = 2000;

class IndexWords {
 public:
  IndexWords(const Index& index, const WordTable& words);
  ~IndexWords();
  IndexWords(IndexWords&&) noexcept;

  bool has_exact_forms() const;
  // Cut as texts are cut: "o.a." stays, what the tokeniser parts is parted.
  std::vector<std::string> tokens(std::string_view word) const;
  // The lemmas that a token may have, whatever its case; sorted.
  std::vector<std::string> lemma_terms(const std::string& token) const;
  // Lemmas and forms that fit, sorted; empty if there are more than most_wildcard_terms. A star in
  // front needs all words of the index, which are read the first time.
  std::optional<std::vector<std::string>> expand(const MatchNode& wildcard) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace pipeline

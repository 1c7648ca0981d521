#include "pipeline/search/missing_words.h"

#include <xapian.h>

#include <algorithm>

#include "pipeline/model/near.h"

namespace pipeline {
namespace {

// One lemma is enough: "bank" may be two, of which the texts have one.
bool is_there(const MatchNode& word, const Xapian::Database& database) {
  return std::ranges::any_of(word.terms,
                             [&](const std::string& term) { return database.term_exists(term); });
}

void collect(const MatchNode& node, const Xapian::Database& database,
             std::vector<MissingWord>& missing) {
  for (const MatchNode& child : node.children) collect(child, database, missing);
  if (node.kind != MatchNode::Kind::terms || node.terms.empty() || is_there(node, database)) return;
  const std::string& word = node.terms.front();
  const bool is_known =
      std::ranges::any_of(missing, [&](const MissingWord& it) { return it.word == word; });
  if (!is_known) missing.push_back({word, {}});
}

// Of about the same length, and no word of a letter or two: those are near to everything.
std::vector<std::string> words_like(const std::string& word, const Xapian::Database& database) {
  constexpr std::size_t shortest = 4;
  const std::size_t apart = word.size() / 3;
  std::vector<std::string> words;
  if (word.size() < shortest) return words;
  for (auto it = database.allterms_begin(); it != database.allterms_end(); ++it) {
    std::string term = *it;
    const bool is_word = !term.empty() && (term.front() < 'A' || term.front() > 'Z');
    if (is_word && term.size() + apart >= word.size() && term.size() <= word.size() + apart)
      words.push_back(std::move(term));
  }
  return words;
}

}  // namespace

std::vector<MissingWord> missing_words(const MatchNode& query, const Xapian::Database& database) {
  std::vector<MissingWord> missing;
  collect(query, database, missing);
  for (MissingWord& it : missing) it.near = near_names(it.word, words_like(it.word, database));
  return missing;
}

}  // namespace pipeline

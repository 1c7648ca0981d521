#include "pipeline/search/words.h"

#include <xapian.h>

#include <algorithm>
#include <set>

#include "pipeline/index/fields.h"
#include "pipeline/index/terms.h"
#include "pipeline/language/vocabulary.h"
#include "pipeline/normalise/fold.h"
#include "pipeline/segment/segment.h"

namespace pipeline {
namespace {

using Expansion = std::optional<std::vector<std::string>>;

// Behind any prefix letter but that of forms stands no word.
bool is_word_or_form(std::string_view term) {
  return !term.empty() &&
         (term.front() == prefix::form || term.front() < 'A' || term.front() > 'Z');
}

std::string_view without_prefix(std::string_view term) {
  return term.front() == prefix::form ? term.substr(1) : term;
}

// All words and forms, each on a line, so that one pass over memory finds what a wildcard fits.
std::string read_all_words(const Xapian::Database& database) {
  std::string lines = "\n";
  for (auto it = database.allterms_begin(); it != database.allterms_end(); ++it)
    if (const std::string term = *it; is_word_or_form(term)) lines += term + '\n';
  return lines;
}

bool add_beginning_with(const Xapian::Database& database, const std::string& start,
                        std::vector<std::string>& terms) {
  const auto end = database.allterms_end(start);
  for (auto it = database.allterms_begin(start); it != end; ++it) {
    if (terms.size() == most_wildcard_terms) return false;
    terms.push_back(*it);
  }
  return true;
}

Expansion expand_from_lines(const std::string& lines, const MatchNode& wildcard) {
  std::vector<std::string> terms;
  const std::string sought = wildcard.open_end ? wildcard.text : wildcard.text + '\n';
  for (std::size_t at = lines.find(sought); at != std::string::npos;) {
    const std::size_t begin = lines.rfind('\n', at) + 1;
    const std::size_t end = lines.find('\n', at);
    const std::string_view line = std::string_view(lines).substr(begin, end - begin);
    if (fits_wildcard(wildcard, without_prefix(line))) {
      if (terms.size() == most_wildcard_terms) return std::nullopt;
      terms.emplace_back(line);
    }
    at = lines.find(sought, end);
  }
  std::sort(terms.begin(), terms.end());
  return terms;
}

// A query is no transcript.
SegmentOptions without_speakers() {
  SegmentOptions options;
  options.find_speakers = false;
  return options;
}

}  // namespace

struct IndexWords::State {
  State(const Index& from, const WordTable& words)
      : index(from), vocabulary(words), segment(without_speakers()) {}

  const Index& index;
  Vocabulary vocabulary;
  Segmenter segment;
  std::string all_words;  // read when first asked for
};

IndexWords::IndexWords(const Index& index, const WordTable& words)
    : state_(std::make_unique<State>(index, words)) {}
IndexWords::~IndexWords() = default;
IndexWords::IndexWords(IndexWords&&) noexcept = default;

bool IndexWords::has_exact_forms() const {
  return state_->index.has_exact_forms();
}

std::vector<std::string> IndexWords::tokens(std::string_view word) const {
  std::vector<std::string> tokens;
  for (const Token& token : state_->segment(word).tokens)
    if (token.is_word()) tokens.emplace_back(slice(word, token.span));
  return tokens;
}

std::vector<std::string> IndexWords::lemma_terms(const std::string& token) const {
  // A name is read otherwise than the same letters in lower case, and texts may have either.
  std::string lower = fold(token), capital = token;
  if (capital[0] >= 'a' && capital[0] <= 'z')
    capital[0] = static_cast<char>(capital[0] - 'a' + 'A');
  std::set<std::string> terms;
  for (const std::string& variant : {token, lower, capital}) {
    const Word& word = state_->vocabulary[state_->vocabulary.id_of(variant)];
    for (std::size_t i = 0; i < word.readings.size(); ++i) terms.insert(lemma_term(word, i));
  }
  return {terms.begin(), terms.end()};
}

std::optional<std::vector<std::string>> IndexWords::expand(const MatchNode& wildcard) const {
  const Xapian::Database& database = state_->index.database();
  if (wildcard.open_begin) {
    if (state_->all_words.empty()) state_->all_words = read_all_words(database);
    return expand_from_lines(state_->all_words, wildcard);
  }
  std::vector<std::string> terms;
  if (!add_beginning_with(database, prefix::form + wildcard.text, terms) ||
      !add_beginning_with(database, wildcard.text, terms))
    return std::nullopt;
  std::sort(terms.begin(), terms.end());
  return terms;
}

}  // namespace pipeline

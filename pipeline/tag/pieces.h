// Where the pieces of patterns stand in one sentence, each on its own: of `vertrouwen [3] winnen`
// in "Wij wonnen later hun vertrouwen" both pieces are there, though the pattern is not. Slow and
// simple: for one sentence that somebody asks about.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "pipeline/lexicon/lexicon.h"
#include "pipeline/tag/sentence_view.h"
#include "pipeline/tag/word_tests.h"

namespace pipeline {

struct WordRange {  // words of the sentence, half-open
  std::uint32_t begin = 0, end = 0;

  friend auto operator<=>(WordRange, WordRange) = default;
};

class PieceFinder {
 public:
  // Finds pieces of the patterns of this factor. Both must outlive it.
  PieceFinder(const Lexicon& lexicon, std::size_t factor, Vocabulary& vocabulary);

  // Turns to a sentence. False where it has no words.
  bool look_at(const SentencePlace& place);
  std::uint32_t size() const { return static_cast<std::uint32_t>(tokens_.size()); }
  const Word& word(std::uint32_t i) const { return vocabulary_[words_[i]]; }
  // Whether the word carries meaning of its own: a noun, verb, adjective or adverb of content.
  bool is_content(std::uint32_t i) const;
  bool has_break_before(std::uint32_t i) const { return breaks_[i]; }
  Span span(WordRange range) const;

  // All places of a piece, rising. Pieces that may be absent are not found absent.
  std::vector<WordRange> places(const PatternNode& node);

 private:
  void add_tests(const PatternNode& node);
  std::vector<WordRange> places_of_sequence(const PatternNode& node);

  const Lexicon& lexicon_;
  Vocabulary& vocabulary_;
  WordTests tests_;
  std::map<std::string, bool> groups_;  // whose tests are known
  const SentencePlace* place_ = nullptr;
  std::vector<std::uint32_t> tokens_;
  std::vector<WordId> words_;
  std::vector<bool> breaks_;
  std::vector<std::vector<std::uint32_t>> holding_;  // tests, by word
  std::map<std::string, std::vector<WordRange>> found_groups_;
};

}  // namespace pipeline

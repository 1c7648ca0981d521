// Words and phrases of a text that could become patterns: lemmas, and two or three of them next to
// each other. "Ze lieten ons buiten de deur" gives laten, deur, "buiten de deur" ...
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/ingest/stages.h"

namespace pipeline {

// Numbers of lemmas, from 1; 0: no word.
using Phrase3 = std::array<std::uint32_t, 3>;

// The lemmas of a corpus, numbered as they are met.
class Lemmas {
 public:
  std::uint32_t number(std::string_view lemma);
  std::string text(const Phrase3& phrase) const;  // "buiten de deur"

 private:
  std::map<std::string, std::uint32_t, std::less<>> numbers_;
  std::vector<const std::string*> names_;
};

// A word as it counts here.
struct PhraseWord {
  std::uint32_t lemma = 0;
  Span span;               // of the clean text
  bool may_stand = false;  // alone, or at the end of a phrase: says something by itself
  bool may_begin = false;  // a phrase
};

// The words of a passage, cut where punctuation stands. A verb found apart is one word, at its
// verb. Names and numbers cut, too: they are no patterns.
std::vector<std::vector<PhraseWord>> phrase_words(const Staged& staged, const Passage& passage,
                                                  const Vocabulary& vocabulary, Lemmas& lemmas);

// Each phrase of one to three words that could be a pattern, with the place of its words.
void for_each_phrase(const std::vector<PhraseWord>& words,
                     const std::function<void(const Phrase3&, Span)>& take);

}  // namespace pipeline

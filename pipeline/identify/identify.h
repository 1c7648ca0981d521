// Analysed passages -> the language that each is in: "Well, nobody really trusted them" in a Dutch
// interview is English. What the lexicon does not know should not be coded, nor counted among the
// words that it was held against.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/language/analyse.h"
#include "pipeline/model/document.h"

namespace pipeline {

struct Languages {
  std::string document;               // ISO 639; empty: languages are not told apart
  std::vector<std::string> passages;  // one a passage

  friend bool operator==(const Languages&, const Languages&) = default;
};

// The rules: (1) A sentence three quarters of whose words in small letters are in the word table,
// "de", "het", "er" and the like among them, is Dutch, and so is a passage a third of which stands
// in such sentences; no detector is asked. Names and "the Positive Health Framework" have capitals.
// (2) Of others the detector must be sure, and find the one language in nearly all of it. (3) What
// is nearly Dutch (Afrikaans, Frisian, Low Saxon) is believed where a document is in it altogether;
// within a Dutch one it is dialect. (4) A passage of a few words, or one of which nobody is sure,
// is in the language of the document, which is the one that most words are in.
class LanguageIdentifier {
 public:
  // The languages of the study. Empty: languages are not told apart.
  explicit LanguageIdentifier(std::vector<std::string> coded) : coded_(std::move(coded)) {}

  // `text` is what `segmented` was cut from and `analysed` was made of. Linear.
  Languages operator()(std::string_view text, const Segmented& segmented, const Analysed& analysed,
                       const Vocabulary& vocabulary) const;
  // Puts them into the passages, and marks those that are not coded.
  void set(const Languages& languages, Segmented& segmented) const;

 private:
  std::vector<std::string> coded_;
};

}  // namespace pipeline

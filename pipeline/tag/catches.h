// Why a test of a pattern holds of a word, for who wants to know what a pattern catches:
// `samenwerk*` holds of "samengewerkt" by its lemma and of "zorgsamenwerking" by a part of it.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "pipeline/language/vocabulary.h"
#include "pipeline/lexicon/pattern.h"

namespace pipeline {

struct Catch {
  enum class By : std::uint8_t {
    itself,    // the word as the pattern has it
    form,      // is a form of `lemma`
    spelling,  // is another spelling of `lemma`, or of a form of it
    part,      // holds it as a part
    letters    // has the letters asked for, or fits the expression
  };
  By by = By::itself;
  std::string lemma;        // of `form`, `spelling`; of `part`: the part's
  bool is_guessed = false;  // the word table does not know the word

  friend bool operator==(const Catch&, const Catch&) = default;
};

// Of a test that holds of the word. `meant`: what lemmas_meant says of a lemma test's word.
Catch why_caught(const WordTest& test, const Word& word, std::span<const std::string> meant = {});

}  // namespace pipeline

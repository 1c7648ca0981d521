// Readings of words that the table does not know, by their ending: "-ingen" is the plural of a
// noun in "-ing", "-ische" an adjective in "-isch". What no ending tells gets the stem of the
// Kraaij-Pohlmann stemmer as its lemma.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pipeline/language/inflection.h"
#include "pipeline/language/word_table.h"

namespace pipeline {

struct Guess {
  std::string lemma;
  WordClass word_class = WordClass::noun;
  Inflection inflection = Inflection::base;

  friend bool operator==(const Guess&, const Guess&) = default;
};

// By the longest ending that a rule knows.
std::optional<Guess> guess_by_ending(std::string_view folded);

}  // namespace pipeline

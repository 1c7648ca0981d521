// Segmented text -> what its words are in their sentence: an id a token, the reading that fits the
// context best, and the verbs found apart ("Zij werkten goed samen": samenwerken).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/language/vocabulary.h"
#include "pipeline/model/document.h"

namespace pipeline {

struct SeparableVerb {
  std::uint32_t verb = 0, particle = 0;  // tokens of the document
  std::string lemma;                     // "samenwerken"

  friend bool operator==(const SeparableVerb&, const SeparableVerb&) = default;
};

struct Analysed {
  std::vector<WordId> words;             // one a token
  std::vector<std::uint8_t> readings;    // one a token: the best of that word's readings here
  std::vector<SeparableVerb> separable;  // by verb token, rising

  friend bool operator==(const Analysed&, const Analysed&) = default;
};

// `text` is what `segmented` was cut from. Linear.
Analysed analyse(std::string_view text, const Segmented& segmented, Vocabulary& vocabulary);

}  // namespace pipeline

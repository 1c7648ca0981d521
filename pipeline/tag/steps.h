// A pattern's tree as what it asks for, one step after another: `(erg)? goed [2] gesprek` is
// "erg, goed, up to two words, gesprek" or "goed, up to two words, gesprek". For comparing patterns
// with each other, without any text.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/lexicon/lexicon.h"

namespace pipeline {

struct Step {
  std::vector<std::uint32_t> tests;  // one word, of which one of these holds
  std::uint32_t gap = 0;             // not 0: a gap of so many words instead
  std::string group;                 // or a phrase of this group: `tests` is not all of it

  friend bool operator==(const Step&, const Step&) = default;
};
using Steps = std::vector<Step>;

// Gives a test its number, a new one the first time.
using TestNumbers = std::function<std::uint32_t(const WordTest&)>;

// Every way in which the tree can be asked for; none if there are more than `most`, or if its
// halves stand in different sentences.
std::optional<std::vector<Steps>> ways_of(const PatternNode& tree, const Lexicon& lexicon,
                                          const TestNumbers& number, std::size_t most = 64);

}  // namespace pipeline

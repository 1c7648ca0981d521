// What the context rules need of a word, in a few bytes: the classes of its readings and the
// inflections of each. For the rooms' own use; made once a word by Vocabulary.
#pragma once

#include <array>
#include <cstdint>

#include "pipeline/language/inflection.h"
#include "pipeline/language/word_table.h"

namespace pipeline {

constexpr std::uint32_t bit(Inflection inflection) {
  return 1U << static_cast<unsigned>(inflection);
}
constexpr std::uint32_t bit(WordClass word_class) {
  return 1U << static_cast<unsigned>(word_class);
}

// More readings than this are not kept; no Dutch word has as many.
inline constexpr std::size_t most_readings = 8;

struct WordTraits {
  std::uint32_t classes = 0;  // of all its readings
  std::uint8_t count = 0;     // readings
  bool is_particle = false;
  bool is_capitalised = false;
  std::array<WordClass, most_readings> word_class{};
  std::array<std::uint32_t, most_readings> inflections{};  // of each reading
};

}  // namespace pipeline

// The words that stand everywhere, and the part of a passage that they make. A phrase or NEAR of
// nothing but such words has tens of thousands of candidates; each is judged on its common part,
// some forty bytes, instead of its stream. "Zij waren niet van de gemeente" -> zij, zijn, niet,
// van, de, and one other word.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/index/stream.h"

namespace pipeline {

inline constexpr std::size_t most_common_words = 128;

// Its number, if the term is one of them.
std::optional<std::uint8_t> common_word(std::string_view term);

// Of the terms of a stream, in its order: a byte with the highest bit for a common word, a byte
// below it for so many other words, 0 for the end of a sentence.
std::string common_part(std::span<const StreamTerm> terms);

// What is asked of a common part: words right behind one another, or two words near each other.
class CommonQuery {
 public:
  // Words that may stand at a place, by number. Each is at one place and no other: a query of words
  // of which some are not common is the caller's to complete.
  using Words = std::vector<std::uint8_t>;

  static constexpr std::size_t longest_sequence = 32;
  static CommonQuery sequence(std::span<const Words> words);  // 1 to longest_sequence
  // At most `distance` words further; in this order only, or in any.
  static CommonQuery window(const Words& left, const Words& right, std::uint32_t distance,
                            bool in_order);

  bool stands_in(std::string_view common) const;

 private:
  bool has_sequence(std::string_view common) const;
  bool has_window(std::string_view common) const;

  // By word, the places of the query that it may have: a bit each.
  std::array<std::uint32_t, most_common_words> places_{};
  std::uint32_t last_place_ = 0;  // of a sequence; 0: a window
  std::string literal_;  // the sequence as it stands in a common part, if it has no choices
  std::uint32_t distance_ = 0;
  bool in_order_ = false;
};

}  // namespace pipeline

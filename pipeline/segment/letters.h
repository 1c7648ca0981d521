// What kind of character stands at a place of a text: a letter of "één", a digit, a space or
// another sign.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "pipeline/model/span.h"

namespace pipeline {

enum class CharacterKind : std::uint8_t { space, digit, lower, upper, other };

struct Character {
  CharacterKind kind = CharacterKind::space;
  std::uint32_t size = 0;  // in bytes; 0 past the end

  bool is_letter() const { return kind == CharacterKind::lower || kind == CharacterKind::upper; }
  bool is_word() const { return is_letter() || kind == CharacterKind::digit; }
};

inline constexpr std::array<CharacterKind, 128> ascii_kinds = [] {
  std::array<CharacterKind, 128> kinds{};
  for (std::size_t at = 0; at < kinds.size(); ++at) {
    if (at <= ' ' || at == 0x7F)
      kinds[at] = CharacterKind::space;
    else if (at >= '0' && at <= '9')
      kinds[at] = CharacterKind::digit;
    else if (at >= 'a' && at <= 'z')
      kinds[at] = CharacterKind::lower;
    else if (at >= 'A' && at <= 'Z')
      kinds[at] = CharacterKind::upper;
    else
      kinds[at] = CharacterKind::other;
  }
  return kinds;
}();

Character wide_character_at(std::string_view text, std::size_t at);

// Letters without case and marks that join a letter count as lower case, control characters as
// spaces, as does what is past the end of the text.
inline Character character_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte < 0x80 ? Character{ascii_kinds[byte], 1} : wide_character_at(text, at);
}

// A mark or an invisible joiner: belongs to the sign before it.
bool is_mark_at(std::string_view text, std::size_t at);

inline bool is_space_at(std::string_view text, std::size_t at) {
  return character_at(text, at).kind == CharacterKind::space;
}

// Past the spaces from `at` on, up to `end`, which is inside the text or its end.
std::uint32_t past_spaces(std::string_view text, std::uint32_t at, std::uint32_t end);

// Without the spaces at its edges; empty where there is nothing else.
Span trimmed(std::string_view text, Span span);

}  // namespace pipeline

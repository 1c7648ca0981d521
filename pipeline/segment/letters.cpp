#include "pipeline/segment/letters.h"

#include <unicode/uchar.h>

#include "pipeline/model/utf8.h"

namespace pipeline {
namespace {

CharacterKind kind_of(char32_t character) {
  const auto category = U_GET_GC_MASK(static_cast<UChar32>(character));
  if ((category & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0) return CharacterKind::upper;
  if ((category & (U_GC_L_MASK | U_GC_M_MASK)) != 0) return CharacterKind::lower;
  if ((category & U_GC_N_MASK) != 0) return CharacterKind::digit;
  if ((category & (U_GC_Z_MASK | U_GC_CC_MASK)) != 0) return CharacterKind::space;
  return CharacterKind::other;
}

}  // namespace

Character wide_character_at(std::string_view text, std::size_t at) {
  const CodePoint character = code_point_at(text, at);
  return {kind_of(character.value), character.size};
}

bool is_mark_at(std::string_view text, std::size_t at) {
  if (at >= text.size() || static_cast<unsigned char>(text[at]) < 0x80) return false;
  const auto category = U_GET_GC_MASK(static_cast<UChar32>(code_point_at(text, at).value));
  return (category & (U_GC_M_MASK | U_GC_CF_MASK)) != 0;
}

std::uint32_t past_spaces(std::string_view text, std::uint32_t at, std::uint32_t end) {
  while (at < end && is_space_at(text, at)) at += character_at(text, at).size;
  return at;
}

Span trimmed(std::string_view text, Span span) {
  const std::uint32_t begin = past_spaces(text, span.begin, span.end);
  std::uint32_t end = span.end;
  while (end > begin) {
    const std::uint32_t size = code_point_before(text, end).size;
    if (!is_space_at(text, end - size)) break;
    end -= size;
  }
  return {begin, end};
}

}  // namespace pipeline

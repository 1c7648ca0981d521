#include "pipeline/normalise/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "pipeline/model/utf8.h"
#include "pipeline/normalise/characters.h"

namespace pipeline {
namespace {

// Letters that have no decomposition but are written without their mark or as two letters.
std::string_view plain_letters(char32_t character) {
  switch (character) {
    case U'æ':
      return "ae";
    case U'œ':
      return "oe";
    case U'ø':
      return "o";
    case U'ł':
      return "l";
    case U'đ':
      return "d";
    case U'ı':
      return "i";
    case U'–':
      return "-";
    default:
      return {};
  }
}

bool leaves_no_trace(UChar32 character) {
  return (U_GET_GC_MASK(character) & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) != 0;
}

// One step: decomposed, marks dropped, case folded.
std::string step(char32_t character) {
  if (const auto clean = clean_form(character)) return std::string(*clean);
  if (const std::string_view plain = plain_letters(character); !plain.empty())
    return std::string(plain);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
  icu::UnicodeString letters;
  const auto value = static_cast<UChar32>(character);
  if (!form->getDecomposition(value, letters)) letters = value;
  std::string result;
  letters.foldCase();
  for (std::int32_t at = 0; at < letters.length(); at = letters.moveIndex32(at, 1))
    if (!leaves_no_trace(letters.char32At(at)))
      append(result, static_cast<char32_t>(letters.char32At(at)));
  return result;
}

// Steps until nothing changes: what folding makes of a character folds to itself.
std::string folded(char32_t character) {
  std::string text;
  append(text, character);
  while (true) {
    std::string next;
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint read = code_point_at(text, at);
      next += step(read.value);
      at += read.size;
    }
    if (next == text) return text;
    text = std::move(next);
  }
}

// Latin letters, the accented ones of Dutch among them, are looked up.
constexpr char32_t table_size = 0x250;

const std::array<std::string, table_size>& table() {
  static const auto rows = [] {
    std::array<std::string, table_size> made;
    for (char32_t character = 0; character < table_size; ++character)
      made[character] = folded(character);
    return made;
  }();
  return rows;
}

constexpr bool folds_by_case(unsigned char byte) {
  return byte >= ' ' && byte < 0x7F && byte != '`';
}

}  // namespace

std::string fold(std::string_view text) {
  std::string result(text);
  std::size_t at = 0;
  for (; at < text.size() && folds_by_case(static_cast<unsigned char>(text[at])); ++at)
    if (text[at] >= 'A' && text[at] <= 'Z') result[at] = static_cast<char>(text[at] - 'A' + 'a');
  if (at == text.size()) return result;
  result.resize(at);
  while (at < text.size()) {
    const CodePoint read = code_point_at(text, at);
    if (read.value < table_size)
      result += table()[read.value];
    else
      result += folded(read.value);
    at += read.size;
  }
  return result;
}

}  // namespace pipeline

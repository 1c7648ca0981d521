#include "pipeline/normalise/normalise.h"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <stdexcept>
#include <string>

#include "pipeline/model/utf8.h"
#include "pipeline/normalise/characters.h"
#include "pipeline/normalise/edits.h"
#include "pipeline/normalise/line_ends.h"

namespace pipeline {
namespace {

using Bytes = std::array<bool, 256>;

// The first byte from `at` on that is in the set, or the end: most of a text is passed over here.
std::size_t find_byte(std::string_view text, std::size_t at, const Bytes& set) {
  while (at < text.size() && !set[static_cast<unsigned char>(text[at])]) ++at;
  return at;
}

// Bytes that begin a character with a clean form (and some others).
Bytes bytes_to_clean() {
  Bytes set{};
  for (char32_t character = 0; character <= 0xFFFF; ++character) {
    if (!clean_form(character)) continue;
    std::string text;
    append(text, character);
    set[static_cast<unsigned char>(text[0])] = true;
  }
  return set;
}

AlignedText cleaned(std::string_view text) {
  static const Bytes suspects = bytes_to_clean();
  TextEditor editor(text);
  for (std::size_t at = 0; (at = find_byte(text, at, suspects)) < text.size();) {
    const CodePoint character = code_point_at(text, at);
    if (const auto form = clean_form(character.value))
      editor.replace(at, at + character.size, *form);
    at += character.size;
  }
  return std::move(editor).finish();
}

const icu::Normalizer2& composer() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
  return *form;
}

void compose_piece(std::string_view text, std::size_t begin, std::size_t end, TextEditor& editor) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::StringPiece piece(text.data() + begin, static_cast<std::int32_t>(end - begin));
  if (composer().isNormalizedUTF8(piece, status)) return;
  std::string composed;
  icu::StringByteSink<std::string> sink(&composed);
  icu::Edits edits;
  composer().normalizeUTF8(0, piece, sink, &edits, status);
  for (auto change = edits.getFineChangesIterator(); change.next(status);) {
    const auto source = begin + static_cast<std::size_t>(change.sourceIndex());
    editor.replace(
        source, source + static_cast<std::size_t>(change.oldLength()),
        std::string_view(composed).substr(static_cast<std::size_t>(change.destinationIndex()),
                                          static_cast<std::size_t>(change.newLength())));
  }
  if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
}

bool is_mark(char32_t character) {
  return character >= 0x300 && u_getCombiningClass(static_cast<UChar32>(character)) != 0;
}

// ICU sorts the marks on a letter, at a cost that grows with the square of their number. A run that
// no language has stays as it is.
constexpr std::size_t most_marks = 64;

AlignedText composed(std::string_view text) {
  // Below U+0300 nothing is changed by composing unless a mark from U+0300 on follows.
  static const Bytes suspects = [] {
    Bytes set{};
    for (std::size_t byte = 0xCC; byte < 0x100; ++byte) set[byte] = true;
    return set;
  }();
  TextEditor editor(text);
  std::size_t piece = 0, at = find_byte(text, 0, suspects);
  if (at == text.size()) return std::move(editor).finish();
  for (; at < text.size(); at = find_byte(text, at, suspects)) {
    const std::size_t first = at;
    std::size_t marks = 0;
    for (; at < text.size() && is_mark(code_point_at(text, at).value); ++marks)
      at += code_point_at(text, at).size;
    if (marks == 0) at += code_point_at(text, at).size;
    if (marks <= most_marks) continue;
    const std::size_t letter = first == 0 ? 0 : first - code_point_before(text, first).size;
    if (letter > piece) compose_piece(text, piece, letter, editor);
    piece = at;
  }
  compose_piece(text, piece, text.size(), editor);
  return std::move(editor).finish();
}

// ,,zo'' as typed for „zo”. Just two of a kind, and commas not behind a letter or number: those
// part empty cells.
void join_quotes(std::string_view text, std::size_t begin, std::size_t end, TextEditor& editor) {
  if (end - begin != 2) return;
  const bool is_behind_word =
      begin > 0 && u_isalnum(static_cast<UChar32>(code_point_before(text, begin).value));
  if (text[begin] == ',' && is_behind_word) return;
  editor.replace(begin, end, "\"");
}

AlignedText with_joined_quotes(std::string_view text) {
  static const Bytes suspects = [] {
    Bytes set{};
    set[','] = set['\''] = true;
    return set;
  }();
  TextEditor editor(text);
  for (std::size_t at = 0; (at = find_byte(text, at, suspects)) < text.size();) {
    std::size_t end = at + 1;
    while (end < text.size() && text[end] == text[at]) ++end;
    join_quotes(text, at, end, editor);
    at = end;
  }
  return std::move(editor).finish();
}

}  // namespace

// In this order each step leaves nothing to do for the ones before it: composing makes no
// character that has a clean form, joining none that composes.
AlignedText Normaliser::operator()(std::string_view source) const {
  AlignedText clean = cleaned(source);
  const auto take = [&](AlignedText next) {
    if (!next.map.is_identity()) clean = {std::move(next.text), chained(clean.map, next.map)};
  };
  take(composed(clean.text));
  take(with_joined_quotes(clean.text));
  take(join_line_ends(clean.text, is_word_));
  return clean;
}

}  // namespace pipeline

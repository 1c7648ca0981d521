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

bool is_lower(char32_t character) {
  return u_islower(static_cast<UChar32>(character)) != 0;
}

// Words before which a hyphen at a line end is one that was written: "zorg-\nen welzijn".
constexpr std::array<std::string_view, 14> joining_words{
    "en",      "of",     "noch",    "tot",    "maar", "als", "dan", "respectievelijk",
    "alsmede", "alsook", "evenals", "danwel", "resp", "cq"};

bool begins_with_joining_word(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && text[end] >= 'a' && text[end] <= 'z') ++end;
  // "en-" may be joined to more by the line end after it.
  const bool is_whole =
      end == text.size() || (static_cast<unsigned char>(text[end]) < 0x80 && text[end] != '-');
  return is_whole &&
         std::ranges::find(joining_words, text.substr(at, end - at)) != joining_words.end();
}

std::size_t past_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
  return at;
}

// "samen-\nwerking": the word that a line end had split is joined.
void join_line_end(std::string_view text, std::size_t line_end, TextEditor& editor) {
  std::size_t hyphen = line_end;
  while (hyphen > 0 && (text[hyphen - 1] == ' ' || text[hyphen - 1] == '\t')) --hyphen;
  if (hyphen < 2 || text[hyphen - 1] != '-') return;
  --hyphen;
  const std::size_t next = past_blanks(text, line_end + 1);
  if (next == text.size() || !is_lower(code_point_before(text, hyphen).value) ||
      !is_lower(code_point_at(text, next).value) || begins_with_joining_word(text, next))
    return;
  editor.replace(hyphen, next, "");
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

AlignedText joined(std::string_view text) {
  static const Bytes suspects = [] {
    Bytes set{};
    set[','] = set['\''] = set['\n'] = true;
    return set;
  }();
  TextEditor editor(text);
  for (std::size_t at = 0; (at = find_byte(text, at, suspects)) < text.size();) {
    std::size_t end = at + 1;
    if (text[at] == '\n') {
      join_line_end(text, at, editor);
    } else {
      while (end < text.size() && text[end] == text[at]) ++end;
      join_quotes(text, at, end, editor);
    }
    at = end;
  }
  return std::move(editor).finish();
}

}  // namespace

// In this order each step leaves nothing to do for the ones before it: composing makes no
// character that has a clean form, joining none that composes.
AlignedText Normaliser::operator()(std::string_view source) const {
  AlignedText clean = cleaned(source);
  for (const auto step : {composed, joined}) {
    AlignedText next = step(clean.text);
    if (next.map.is_identity()) continue;
    clean = {std::move(next.text), chained(clean.map, next.map)};
  }
  return clean;
}

}  // namespace pipeline

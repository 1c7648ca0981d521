#include "pipeline/normalise/line_ends.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "pipeline/model/utf8.h"
#include "pipeline/normalise/edits.h"

namespace pipeline {
namespace {

bool is_lower(char32_t character) {
  return u_islower(static_cast<UChar32>(character)) != 0;
}
bool is_letter(char32_t character) {
  return u_isalpha(static_cast<UChar32>(character)) != 0;
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

std::string_view letters_before(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0) {
    const CodePoint character = code_point_before(text, begin);
    if (!is_letter(character.value)) break;
    begin -= character.size;
  }
  return text.substr(begin, end - begin);
}

std::string_view letters_from(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() && is_letter(code_point_at(text, end).value))
    end += code_point_at(text, end).size;
  return text.substr(begin, end - begin);
}

// Vowels between which Dutch writes a hyphen in a compound: "zee-eend", "auto-ongeluk".
bool vowels_clash(std::string_view left, std::string_view right) {
  constexpr std::array<std::string_view, 19> pairs{"aa", "ae", "ai", "au", "ee", "ei", "eu",
                                                   "ie", "ii", "ij", "oe", "oi", "oo", "ou",
                                                   "ui", "uu", "éé", "ée", "eé"};
  const CodePoint last = code_point_before(left, left.size()), first = code_point_at(right, 0);
  const std::string pair =
      std::string(left.substr(left.size() - last.size)) + std::string(right.substr(0, first.size));
  return std::ranges::find(pairs, pair) != pairs.end();
}

// Whether the hyphen was there before the line was broken. No syllable is a single letter that a
// line could end in: "e-\nmail".
bool was_written(std::string_view left, std::string_view right, const IsWord& is_word) {
  if (!is_word || left.empty() || right.empty()) return false;
  const std::size_t letters = count_code_points(left);
  if (letters == 1) return true;
  if (!is_word(left) || !is_word(right)) return false;
  return (letters > 2 && vowels_clash(left, right)) ||
         !is_word(std::string(left) + std::string(right));
}

void join(std::string_view text, std::size_t line_end, const IsWord& is_word, TextEditor& editor) {
  std::size_t end = line_end;
  while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '\t')) --end;
  if (end < 2) return;
  const CodePoint mark = code_point_before(text, end);
  const std::size_t hyphen = end - mark.size;
  if ((mark.value != '-' && mark.value != 0x2010) || hyphen == 0) return;
  const std::size_t next = past_blanks(text, line_end + 1);
  if (next == text.size() || !is_lower(code_point_before(text, hyphen).value) ||
      !is_lower(code_point_at(text, next).value) || begins_with_joining_word(text, next))
    return;
  const bool stays = was_written(letters_before(text, hyphen), letters_from(text, next), is_word);
  editor.replace(stays ? end : hyphen, next, "");
}

}  // namespace

AlignedText join_line_ends(std::string_view text, const IsWord& is_word) {
  TextEditor editor(text);
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string_view::npos; ++at)
    join(text, at, is_word, editor);
  return std::move(editor).finish();
}

}  // namespace pipeline

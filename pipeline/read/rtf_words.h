// What the control words of RTF mean to the text: which end a paragraph, stand for a character,
// open a part of its own (a footnote) or hold nothing to read (the table of styles). Words that
// are not here change only how text looks.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pipeline {

enum class RtfAct {
  none,
  character,  // `value` is its code point
  unicode,
  unicode_skip,
  paragraph,
  line,
  row_begin,
  cell,
  row,
  nested_row,
  in_table,
  paragraph_defaults,
  character_defaults,
  hidden,
  bold,
  deleted,
  inserted,
  note_number,
  font,
  default_font,
  font_charset,
  font_code_page,
  code_page,
  code_page_of_document,  // `value` is its number
  endnote,                // the note around it is one
  date_part,              // `value` is 0, 1 or 2: year, month, day
  destination,            // all from here on: what the group they begin holds
  skipped,
  transparent,
  fonts,
  properties,
  property,
  created,
  header,
  footer,
  note,
  comment,
  comment_author,
  label,  // the number of a list item or heading
  box,
  field,
};

struct RtfRule {
  RtfAct act = RtfAct::none;
  std::uint32_t value = 0;

  bool is_destination() const { return act > RtfAct::destination; }
  friend bool operator==(const RtfRule&, const RtfRule&) = default;
};

RtfRule rtf_rule_of(std::string_view word);

// The code behind a Windows code page ("windows-1252" for 1252), and the code page behind the
// charset of a font (161, Greek, is 1253); nothing for those that nobody knows.
std::optional<std::string> code_of_page(std::int32_t page);
std::optional<std::int32_t> page_of_charset(std::int32_t charset);

// Fonts whose bytes are symbols have this charset.
inline constexpr std::int32_t symbol_charset = 2;

}  // namespace pipeline

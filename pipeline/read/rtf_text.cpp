#include "pipeline/read/rtf_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "pipeline/model/utf8.h"
#include "pipeline/read/decode.h"
#include "pipeline/read/numbering.h"
#include "pipeline/read/parted_text.h"
#include "pipeline/read/properties.h"
#include "pipeline/read/symbols.h"

namespace pipeline {
namespace {

constexpr std::string_view symbols = "symbols";  // a font's code that is none

// A switch such as \v, on unless its value is 0.
bool is_on(const RtfToken& token) {
  return !token.has_value || token.value != 0;
}

bool is_stream(RtfAct act) {
  return act == RtfAct::property || act >= RtfAct::header;
}

std::string by_symbols(std::string_view bytes) {
  std::string text;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80)
      text += c;
    else
      text += symbol_of(0xF000U + byte);
  }
  return text;
}

}  // namespace

RtfText::RtfText(const ReadLimits& limits, const ReadOptions& options)
    : limits_(limits), changes_(options.changes), streams_(1) {}

bool RtfText::holds_text() const {
  const RtfAct holds = groups_.back().holds;
  return holds == RtfAct::transparent || is_stream(holds);
}

bool RtfText::is_shown() const {
  return holds_text() && !groups_.back().is_hidden && !groups_.back().is_deleted;
}

RtfText::End RtfText::add(const RtfToken& token) {
  if (token.kind == RtfKind::end || token.kind == RtfKind::broken) return End::cut_off;
  if (token.kind == RtfKind::open) {
    if (groups_.size() >= limits_.nesting) return End::too_deep;
    open_group();
    return End::none;
  }
  if (token.kind == RtfKind::close) {
    close_group();
    return groups_.empty() ? End::whole : End::none;
  }
  if (group().holds != RtfAct::skipped) follow(token);
  return End::none;
}

void RtfText::open_group() {
  read_bytes();
  passed_over_ = 0;
  is_starred_ = false;
  groups_.push_back(groups_.empty() ? Group{} : groups_.back());
}

void RtfText::close_group() {
  read_bytes();
  passed_over_ = 0;
  is_starred_ = false;
  if (groups_.size() > 1 && groups_[groups_.size() - 2].is_bold != group().is_bold) flush();
  const std::size_t streams = groups_.size() > 1 ? groups_[groups_.size() - 2].streams : 1;
  while (streams_.size() > streams) close_stream();
  groups_.pop_back();
}

void RtfText::open_stream(RtfAct part, std::string_view property) {
  flush();
  const bool is_numbered = part == RtfAct::note && std::exchange(note_is_due_, false);
  streams_.push_back({part, std::string(property), {}, {}, is_numbered ? notes_ : 0, false});
  group().streams = streams_.size();
}

void RtfText::close_stream() {
  end_paragraph();
  Stream closed = std::move(streams_.back());
  streams_.pop_back();
  std::string text = closed.text.take();
  if (text.empty()) return;
  keep(std::move(closed), std::move(text));
}

void RtfText::keep(Stream closed, std::string text) {
  switch (closed.part) {
    case RtfAct::property:
      return set_property(document_.attributes, closed.property, text);
    case RtfAct::field:
      return add_field(text);
    case RtfAct::label:
      return add_label(text);
    case RtfAct::box:
      return stream().boxes.push_back(std::move(text));
    case RtfAct::comment_author:
      comment_author_ = std::move(text);
      return;
    case RtfAct::comment:
      if (!comment_author_.empty()) text = std::exchange(comment_author_, {}) + ": " + text;
      break;
    case RtfAct::header:
    case RtfAct::footer:
      // One header serves many pages and is written with each section.
      if (!around_.insert(text).second) return;
      break;
    default:
      if (closed.note != 0) text = note_mark(closed.note) + ' ' + text;
  }
  parts_[closed.part].push_back(std::move(text));
}

// Bullets say nothing; those of symbol fonts are often single letters there ("o", "v").
void RtfText::add_label(std::string_view label) {
  const bool is_bullet = label.size() == 1 && (label.front() < '0' || label.front() > '9');
  if (says_something(label) && !is_bullet) words_.append(label) += ' ';
}

// The place of a note's number: in the text, where the note follows, and in the note itself.
void RtfText::number_note() {
  if (!is_shown() || stream().part == RtfAct::note || stream().part == RtfAct::endnote) return;
  words_ += note_mark(++notes_);
  note_is_due_ = true;
}

void RtfText::follow(const RtfToken& token) {
  const RtfRule rule = token.kind == RtfKind::word ? rtf_rule_of(token.text) : RtfRule{};
  if (token.kind == RtfKind::word && rule.act != RtfAct::character) passed_over_ = 0;
  if (token.kind == RtfKind::text) {
    is_starred_ = false;
    const std::size_t passed = std::min(passed_over_, token.text.size());
    passed_over_ -= passed;
    return add_text(token.text.substr(passed));
  }
  if (passed_over_ > 0) {
    --passed_over_;
    return;
  }
  if (token.kind == RtfKind::byte) {
    if (is_shown()) bytes_ += static_cast<char>(static_cast<unsigned char>(token.value));
    return;
  }
  read_bytes();
  if (token.kind == RtfKind::symbol) return add_symbol(token.text);
  if (std::exchange(is_starred_, false) && !rule.is_destination()) {
    group().holds = RtfAct::skipped;
    return;
  }
  if (group().holds == RtfAct::fonts) return follow_font(rule, token);
  if (rule.is_destination()) return begin_destination(rule, token.text);
  if (rule.act == RtfAct::date_part && group().holds == RtfAct::created)
    date_[rule.value] = token.value;
  if (rule.act == RtfAct::code_page_of_document)
    set_code_page(static_cast<std::int32_t>(rule.value));
  if (rule.act == RtfAct::character) return add_code_point(rule.value);
  if (rule.act == RtfAct::note_number) number_note();
  format(rule.act, token);
  if (holds_text()) lay_out(rule.act);
}

void RtfText::follow_font(const RtfRule& rule, const RtfToken& token) {
  if (rule.act == RtfAct::skipped) group().holds = RtfAct::skipped;
  if (rule.act == RtfAct::font) font_in_table_ = token.value;
  if (rule.act == RtfAct::font_charset && token.value == symbol_charset)
    fonts_[font_in_table_] = symbols;
  std::optional<std::int32_t> page;
  if (rule.act == RtfAct::font_charset) page = page_of_charset(token.value);
  if (rule.act == RtfAct::font_code_page) page = token.value;
  if (!page) return;
  if (auto code = code_of_page(*page)) fonts_[font_in_table_] = std::move(*code);
}

void RtfText::begin_destination(const RtfRule& rule, std::string_view word) {
  // A word such as "title" means something among the properties only.
  const bool is_property = rule.act == RtfAct::property || rule.act == RtfAct::created;
  if (is_property != (group().holds == RtfAct::properties)) {
    if (!is_property) group().holds = RtfAct::skipped;
    return;
  }
  if (!is_shown() && !is_property) {
    group().holds = RtfAct::skipped;
    return;
  }
  group().holds = rule.act;
  if (is_stream(rule.act)) open_stream(rule.act, word);
}

void RtfText::format(RtfAct act, const RtfToken& token) {
  if (act == RtfAct::hidden) group().is_hidden = is_on(token);
  if (act == RtfAct::bold) set_bold(is_on(token));
  const bool accepts = changes_ == Changes::accepted;
  if (act == (accepts ? RtfAct::deleted : RtfAct::inserted)) group().is_deleted = is_on(token);
  if (act == RtfAct::font) group().font = token.value;
  if (act == RtfAct::default_font) default_font_ = token.value;
  if (act == RtfAct::code_page) set_code_page(token.value);
  if (act == RtfAct::in_table) group().is_in_table = true;
  if (act == RtfAct::paragraph_defaults) group().is_in_table = false;
  if (act == RtfAct::unicode_skip)
    group().unicode_skip = static_cast<std::size_t>(std::clamp(token.value, 0, 64));
  if (act == RtfAct::character_defaults) {
    group().is_hidden = group().is_deleted = false;
    group().font = -1;
    set_bold(false);
  }
  if (act == RtfAct::endnote && stream().part == RtfAct::note) stream().part = RtfAct::endnote;
  if (act != RtfAct::unicode) return;
  // Values past 32767 are written as negative ones.
  const std::int32_t value = token.value < 0 ? token.value + 0x10000 : token.value;
  add_code_point(static_cast<std::uint32_t>(std::max(value, 0)));
  passed_over_ = group().unicode_skip;
}

void RtfText::lay_out(RtfAct act) {
  Stream& into = stream();
  switch (act) {
    case RtfAct::paragraph:
      // Without its mark a paragraph runs on into the next one.
      if (!group().is_deleted) end_paragraph();
      return;
    case RtfAct::line:
      flush();
      return into.text.end_line();
    case RtfAct::row_begin:
      flush();
      // Word says it again at the end of the row.
      if (!std::exchange(into.row_is_open, true)) into.text.begin_row();
      return;
    case RtfAct::cell:
      flush();
      add_boxes();
      into.row_is_open = true;
      return into.text.end_cell();
    case RtfAct::row:
    case RtfAct::nested_row:
      flush();
      into.row_is_open = act == RtfAct::nested_row;
      return into.text.begin_row();
    default:
      return;
  }
}

void RtfText::end_paragraph() {
  flush();
  Stream& into = stream();
  // A row that is not ended ends with the first paragraph outside the table.
  if (!group().is_in_table) into.row_is_open = false;
  if (into.row_is_open)
    into.text.end_paragraph();
  else
    into.text.begin_row();
  add_boxes();
}

void RtfText::set_code_page(std::int32_t page) {
  if (auto code = code_of_page(page))
    code_ = std::move(*code);
  else if (page != 0)
    document_.warnings.push_back(
        said("codepagina {} is onbekend; gelezen als {}: controleer de tekst", page, code_));
}

void RtfText::add_symbol(std::string_view symbol) {
  if (symbol == "*")
    is_starred_ = true;
  else if (symbol == "~" && !(stream().text.empty() && words_.empty()))
    add_code_point(0xA0);
  else if (symbol == "_")
    add_code_point(0x2011);
  else if (symbol == "\\" || symbol == "{" || symbol == "}")
    add_text(symbol);
}

void RtfText::add_text(std::string_view text) {
  if (!is_shown()) return;
  // After a byte of a code of two bytes even an ASCII letter may be half a character.
  if (bytes_.empty()) {
    const auto stop = std::find_if(text.begin(), text.end(),
                                   [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    const auto ascii = static_cast<std::size_t>(stop - text.begin());
    words_ += text.substr(0, ascii);
    text.remove_prefix(ascii);
  }
  bytes_ += text;
}

void RtfText::add_code_point(std::uint32_t value) {
  if (!is_shown()) return;
  const std::uint32_t first = std::exchange(first_half_, 0);
  if (value >= 0xD800 && value < 0xDC00) {
    first_half_ = value;
  } else if (value >= 0xDC00 && value < 0xE000) {
    if (first != 0) append(words_, 0x10000 + ((first - 0xD800) << 10) + (value - 0xDC00));
  } else if (value >= 0xF000 && value < 0xF100) {
    words_ += symbol_of(value);
  } else if (value <= 0x10FFFF) {
    append(words_, value);
  }
}

// Word keeps a symbol that was inserted as the field "SYMBOL 252 \f Wingdings".
void RtfText::add_field(std::string_view instruction) {
  constexpr std::string_view name = "SYMBOL ";
  if (!instruction.starts_with(name)) return;
  instruction.remove_prefix(name.size());
  std::uint32_t code = 0;
  std::from_chars(instruction.data(), instruction.data() + instruction.size(), code);
  if (code < 0x100) words_ += symbol_of(0xF000U + code);
}

void RtfText::read_bytes() {
  if (bytes_.empty()) return;
  const std::int32_t font = group().font >= 0 ? group().font : default_font_;
  const auto it = fonts_.find(font);
  const std::string& code = it == fonts_.end() ? code_ : it->second;
  words_ += code == symbols ? by_symbols(bytes_)
                            : decode_as(bytes_, code).value_or(repaired_utf8(bytes_));
  bytes_.clear();
}

void RtfText::flush() {
  read_bytes();
  first_half_ = 0;
  stream().text.set_bold(!groups_.empty() && group().is_bold);
  stream().text.add(words_);
  words_.clear();
}

void RtfText::set_bold(bool is_bold) {
  if (group().is_bold == is_bold) return;
  flush();
  group().is_bold = is_bold;
}

void RtfText::add_boxes() {
  for (const std::string& box : std::exchange(stream().boxes, {})) stream().text.add_finished(box);
}

Document RtfText::take() {
  flush();
  add_boxes();
  PartedText text;
  text.add_body(stream().text);
  constexpr std::array<std::pair<RtfAct, PartKind>, 5> order{
      {{RtfAct::header, PartKind::header},
       {RtfAct::footer, PartKind::footer},
       {RtfAct::note, PartKind::note},
       {RtfAct::endnote, PartKind::note},
       {RtfAct::comment, PartKind::comment}}};
  for (const auto& [act, kind] : order)
    for (std::string& paragraphs : parts_[act]) text.add(kind, std::move(paragraphs));
  const auto [year, month, day] = date_;
  if (year > 0 && year < 10000 && month >= 1 && month <= 12 && day >= 1 && day <= 31)
    set_property(document_.attributes, "created",
                 fmt::format("{:04}-{:02}-{:02}", year, month, day));
  text.put_into(document_);
  return std::move(document_);
}

}  // namespace pipeline

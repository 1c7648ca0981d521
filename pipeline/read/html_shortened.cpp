#include "pipeline/read/html_shortened.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "pipeline/read/ascii.h"
#include "pipeline/read/html_markup.h"

namespace pipeline {
namespace {

constexpr std::string_view sign = "\uE0F1";  // for private use: it means nothing in any text
constexpr std::size_t digits = 5, bits = 5;  // a number behind the sign, of letters that no tag has
constexpr std::size_t mark_size = sign.size() + digits;
constexpr std::size_t worth_a_mark = 3 * mark_size;

// What may stand in a stretch. Signs that gumbo may take for something else (a reference, the end
// of a line or of CDATA, a control character, no character) stay where they are, by their first
// byte.
enum Kind : std::uint8_t { plain, white, continued, special };

constexpr std::array<Kind, 256> kinds = [] {
  std::array<Kind, 256> table{};
  for (std::size_t c = 0; c < 0x20; ++c) table[c] = special;
  for (std::size_t c = 0x80; c < 0xC0; ++c) table[c] = continued;
  for (std::size_t c = 0xF0; c < 0x100; ++c) table[c] = special;
  for (const char c : {'<', '&', ']', '\x7F', '\xC2', '\xEF'})
    table[static_cast<unsigned char>(c)] = special;
  for (const char c : {' ', '\t', '\n'}) table[static_cast<unsigned char>(c)] = white;
  return table;
}();

Kind kind(char c) {
  return kinds[static_cast<unsigned char>(c)];
}

void add_mark(std::size_t number, std::string& html) {
  html += sign;
  for (std::size_t digit = digits; digit-- > 0;)
    html += static_cast<char>('A' + (number >> (digit * bits) & ((1U << bits) - 1)));
}

std::optional<std::size_t> number_in(std::string_view mark) {
  if (mark.size() < mark_size) return std::nullopt;
  std::size_t number = 0;
  for (const char c : mark.substr(sign.size(), digits)) {
    if (c < 'A' || c >= 'A' + (1 << bits)) return std::nullopt;
    number = number << bits | static_cast<std::size_t>(c - 'A');
  }
  return number;
}

// The end of the reference or the end of CDATA that may begin here.
std::size_t end_of_special(std::string_view text, std::size_t at) {
  const char first = text[at++];
  const auto may_be_of_it = [first](char c) {
    if (first == ']') return c == ']' || c == '>';
    return first == '&' && (c == '#' || c == ';' || (c >= '0' && c <= '9') || is_ascii_letter(c));
  };
  while (at < text.size() && may_be_of_it(text[at])) ++at;
  return at;
}

// The white space before its first word decides where a tree may have a text, so no stretch begins
// with any.
void add_text(std::string_view text, ShortenedPage& page) {
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (kind(text[at]) != plain) {
      at = end_of_special(text, at);
      continue;
    }
    while (at < text.size() && kind(text[at]) != special) ++at;
    if (at - begin < worth_a_mark || page.stretches.size() >> (digits * bits) != 0) continue;
    page.html += text.substr(copied, begin - copied);
    add_mark(page.stretches.size(), page.html);
    page.stretches.push_back(text.substr(begin, at - begin));
    copied = at;
  }
  page.html += text.substr(copied);
}

// What stands in a script or a title, up to its end tag: "<" and the word behind it may end it. Of
// one with "<!--" only a tokeniser knows where that is.
void add_raw_text(std::string_view raw, ShortenedPage& page) {
  if (raw.find("<!--") != std::string_view::npos) {
    page.html += raw;
    return;
  }
  while (!raw.empty()) {
    const std::size_t tag = std::min(raw.find('<'), raw.size());
    add_text(raw.substr(0, tag), page);
    raw.remove_prefix(tag);
    const std::size_t name = std::min(raw.find_first_of(" \t\n"), raw.size());
    page.html += raw.substr(0, name);
    raw.remove_prefix(name);
  }
}

// Whether a reference gives the sign: "&#xE0F1;", "&#57585".
bool refers_to_sign(std::string_view html) {
  for (std::size_t at = html.find("&#"); at != std::string_view::npos; at = html.find("&#", at)) {
    at += 2;
    const std::string number = lower_ascii(html.substr(at, end_of_special(html, at - 2) - at));
    if (number.find("e0f1") != std::string::npos || number.find("57585") != std::string::npos)
      return true;
  }
  return false;
}

}  // namespace

ShortenedPage shortened(std::string_view html) {
  ShortenedPage page;
  page.html.reserve(html.size() / 2);
  if (has_marks(html) || refers_to_sign(html)) {
    page.html = html;
    return page;
  }
  for (std::size_t at = 0; at < html.size();) {
    const std::size_t tag = std::min(html.find('<', at), html.size());
    add_text(html.substr(at, tag - at), page);
    if (tag == html.size()) break;
    const Markup markup = markup_at(html, tag);
    page.html += html.substr(tag, markup.end - tag);
    at = markup.end;
    if (markup.kind != Markup::Kind::start_tag || !holds_raw_text(markup.name)) continue;
    const std::size_t end = end_of_raw_text(html, at, markup.name);
    add_raw_text(html.substr(at, end - at), page);
    at = end;
  }
  return page;
}

bool has_marks(std::string_view text) {
  return text.find(sign) != std::string_view::npos;
}

LengthenedText lengthened(std::string_view text, const std::vector<std::string_view>& stretches) {
  LengthenedText result;
  while (!text.empty()) {
    const std::size_t at = std::min(text.find(sign), text.size());
    result.text += text.substr(0, at);
    text.remove_prefix(at);
    if (text.empty()) break;
    const auto number = number_in(text);
    const bool is_known = number && *number < stretches.size();
    result.text += is_known ? stretches[*number] : sign;
    text.remove_prefix(is_known ? mark_size : sign.size());
    result.marks += is_known ? 1 : 0;
  }
  return result;
}

}  // namespace pipeline

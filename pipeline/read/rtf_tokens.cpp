#include "pipeline/read/rtf_tokens.h"

#include <algorithm>
#include <charconv>

namespace pipeline {
namespace {

constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

template <typename Is>
std::size_t length_of(std::string_view text, Is is) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is) - text.begin());
}

}  // namespace

RtfToken RtfTokens::next() {
  rest_.remove_prefix(std::min(rest_.find_first_not_of("\r\n"), rest_.size()));
  if (rest_.empty()) return {};
  switch (rest_.front()) {
    case '{':
      rest_.remove_prefix(1);
      return {RtfKind::open, {}};
    case '}':
      rest_.remove_prefix(1);
      return {RtfKind::close, {}};
    case '\t':
      rest_.remove_prefix(1);
      return {RtfKind::word, "tab"};
    case '\\':
      rest_.remove_prefix(1);
      return control();
    default: {
      const std::string_view text = rest_.substr(0, rest_.find_first_of("{}\\\t\r\n"));
      rest_.remove_prefix(text.size());
      return {RtfKind::text, text};
    }
  }
}

RtfToken RtfTokens::control() {
  if (rest_.empty()) return {};
  const char first = rest_.front();
  if (is_letter(first)) return word();
  const std::string_view symbol = rest_.substr(0, 1);
  rest_.remove_prefix(1);
  if (first == '\'') return hexadecimal();
  if (first == '\r' || first == '\n') return {RtfKind::word, "par"};
  return {RtfKind::symbol, symbol};
}

RtfToken RtfTokens::word() {
  RtfToken token{RtfKind::word, rest_.substr(0, length_of(rest_, is_letter))};
  rest_.remove_prefix(token.text.size());
  const std::size_t sign = rest_.starts_with('-') ? 1 : 0;
  const std::size_t digits = length_of(rest_.substr(sign), is_digit);
  if (digits > 0) {
    const std::string_view number = rest_.substr(0, sign + digits);
    // A number that is none of 32 bits stays 0.
    std::from_chars(number.data(), number.data() + number.size(), token.value);
    token.has_value = true;
    rest_.remove_prefix(number.size());
  }
  if (rest_.starts_with(' ')) rest_.remove_prefix(1);
  if (token.text != "bin") return token;
  const auto size = static_cast<std::size_t>(std::max(token.value, 0));
  if (size > rest_.size()) return {RtfKind::broken, {}};
  rest_.remove_prefix(size);
  return token;
}

// What is no pair of digits of base 16 stands for nothing.
RtfToken RtfTokens::hexadecimal() {
  const std::string_view digits = rest_.substr(0, 2);
  std::int32_t value = 0;
  const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  if (parsed.ec != std::errc() || value < 0 || parsed.ptr != digits.data() + 2)
    return {RtfKind::symbol, "'"};
  rest_.remove_prefix(2);
  return {RtfKind::byte, {}, value, true};
}

}  // namespace pipeline

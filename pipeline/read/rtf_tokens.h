// What an RTF file is made of: "{\b Kern\'e9 \u8217?}" is a group with a control word, text, a byte
// of the code page and a control word with a value. Line ends between them say nothing.
#pragma once

#include <cstdint>
#include <string_view>

namespace pipeline {

enum class RtfKind { open, close, word, symbol, byte, text, end, broken };

struct RtfToken {
  RtfKind kind = RtfKind::end;
  std::string_view text;   // name of a word, the character of a symbol, or text as it lies there
  std::int32_t value = 0;  // of a word, or the byte
  bool has_value = false;

  friend bool operator==(const RtfToken&, const RtfToken&) = default;
};

// Gives the tokens of `bytes`, which outlive it, one by one; at the end `end` for ever. The data of
// \bin are passed over; where they leave the file the token is `broken`. A tab is the word "tab", a
// backslash before a line end the word "par".
class RtfTokens {
 public:
  explicit RtfTokens(std::string_view bytes) : rest_(bytes) {}

  RtfToken next();

 private:
  RtfToken control();
  RtfToken word();
  RtfToken hexadecimal();

  std::string_view rest_;
};

}  // namespace pipeline

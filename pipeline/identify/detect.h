// The language that a text seems to be in, by its letters: "en" for "I really don't know". Knows
// some eighty languages (CLD2); wants a line of text at least to be sure.
#pragma once

#include <string>
#include <string_view>

namespace pipeline {

struct Detected {
  std::string language;  // ISO 639; empty: none that it knows
  bool is_sure = false;  // and nearly all of the text is in it

  friend bool operator==(const Detected&, const Detected&) = default;
};

// `text` is UTF-8. Some 100 ns a byte.
Detected detect_language(std::string_view text);

}  // namespace pipeline

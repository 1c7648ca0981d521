// Which 8-bit code a text is in. Dutch has few letters beyond ASCII and they stand in few places,
// so that the codes can be told apart by what they make of them: 0x89 in "pati?nt" is "ë" in code
// page 850, "‰" in windows-1252 and "â" in Mac Roman.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/said.h"

namespace pipeline {

struct EightBitGuess {
  std::string encoding;
  std::vector<Said> warnings;

  friend bool operator==(const EightBitGuess&, const EightBitGuess&) = default;
};

// For bytes that are no UTF-8.
EightBitGuess guess_eight_bit(std::string_view bytes);

// The 8-bit code behind a label as web pages have it; as browsers do, "iso-8859-1" is windows-1252.
// Nothing for labels of Unicode and for those nobody knows.
std::optional<std::string> eight_bit_of_label(std::string_view label);

}  // namespace pipeline

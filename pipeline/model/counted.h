// Numbers and amounts as readers write them: 12.345, "1 passage"; in English 12,345.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "pipeline/model/tr.h"

namespace pipeline {

inline std::string number(std::uint64_t value, char mark = thousands_mark()) {
  std::string digits = std::to_string(value);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, mark);
  return digits;
}

// "1 passage", "2.000 passages".
inline std::string counted(std::uint64_t value, std::string_view one, std::string_view many) {
  std::string text = number(value) + ' ';
  text += translated(one, many, value);
  return text;
}

}  // namespace pipeline

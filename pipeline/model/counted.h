// Numbers and amounts as Dutch readers write them: 12.345, "1 passage".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pipeline {

inline std::string number(std::uint64_t value) {
  std::string digits = std::to_string(value);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, '.');
  return digits;
}

// "1 passage", "2.000 passages".
inline std::string counted(std::uint64_t value, std::string_view one, std::string_view many) {
  std::string text = number(value) + ' ';
  text += value == 1 ? one : many;
  return text;
}

}  // namespace pipeline

#include "pipeline/report/number.h"

#include <fmt/core.h>

#include <algorithm>

namespace pipeline {

std::string counted(std::uint64_t number, std::string_view one, std::string_view many) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, '.');
  return fmt::format("{} {}", digits, number == 1 ? one : many);
}

std::string rounded(double number, unsigned decimals, char decimal_mark) {
  std::string text = fmt::format("{:.{}f}", number, decimals);
  if (text[0] == '-' && text.find_first_not_of("-0.") == std::string::npos) text.erase(0, 1);
  std::ranges::replace(text, '.', decimal_mark);
  return text;
}

}  // namespace pipeline

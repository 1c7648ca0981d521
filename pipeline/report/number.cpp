#include "pipeline/report/number.h"

#include <fmt/core.h>

#include <algorithm>

namespace pipeline {

std::string rounded(double number, unsigned decimals, char mark) {
  std::string text = fmt::format("{:.{}f}", number, decimals);
  if (text[0] == '-' && text.find_first_not_of("-0.") == std::string::npos) text.erase(0, 1);
  std::ranges::replace(text, '.', mark);
  return text;
}

}  // namespace pipeline

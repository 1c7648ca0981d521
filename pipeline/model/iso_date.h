// Dates as people write them in tables -> the one form that can be sorted and sought:
//   "12-3-2026", "2026/03/12" -> "2026-03-12";  "2026-3" -> "2026-03";  "2026" -> "2026"
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pipeline {

// Nothing where the text is no date, or no such day is. Day before month where the year stands
// last; a year, or a year and month, are kept as they are.
std::optional<std::string> iso_date(std::string_view text);

// "2026-03-12" of "2026-03-12 14:05" and "2026-03-12T14:05".
inline std::string_view day_of(std::string_view text) {
  return text.substr(0, text.find_first_of(" T"));
}

}  // namespace pipeline

// Dates as people write them in tables -> the one form that can be sorted and sought:
//   "12-3-2026", "2026/03/12" -> "2026-03-12";  "2026-3" -> "2026-03";  "2026" -> "2026"
#pragma once

#include <optional>
#include <string>

namespace pipeline {

// Nothing where the text is no date, or no such day is. Day before month where the year stands
// last; a year, or a year and month, are kept as they are.
std::optional<std::string> iso_date(const std::string& text);

}  // namespace pipeline

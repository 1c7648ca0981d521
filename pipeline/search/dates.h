// What may stand behind `datum:` -> a range of days. "2025..2026-03" is from 2025-01-01 to
// 2026-03-31, ">=2026" from 2026-01-01 on, "2026-03" one month.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pipeline {

// Compared as text with yyyy-mm-dd, both ends included. `to` may end in a character behind all
// digits, for the end of a year or month.
struct DateRange {
  std::string from, to;

  friend bool operator==(const DateRange&, const DateRange&) = default;
};

// Empty where `text` is no such range, or one that ends before it begins.
std::optional<DateRange> parse_dates(std::string_view text);

}  // namespace pipeline

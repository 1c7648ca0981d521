#include "pipeline/model/iso_date.h"

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <utility>
#include <vector>

namespace pipeline {
namespace {

// Whether there is such a day.
bool is_date(int year, int month, int day) {
  constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1) return false;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day <= days[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
}

// The runs of digits of "12-3-2026" or "2026/03/12"; nothing where anything else stands between.
std::optional<std::vector<int>> numbers_of(std::string_view text) {
  std::vector<int> numbers{0};
  std::size_t digits = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9' && digits < 4) {
      numbers.back() = numbers.back() * 10 + (c - '0');
      ++digits;
    } else if ((c == '-' || c == '/') && digits > 0) {
      numbers.push_back(0);
      digits = 0;
    } else {
      return std::nullopt;
    }
  }
  return digits > 0 ? std::optional(numbers) : std::nullopt;
}

}  // namespace

std::optional<std::string> iso_date(std::string_view text) {
  const auto numbers = numbers_of(text);
  if (!numbers || numbers->size() > 3) return std::nullopt;
  auto [year, month, day] = std::array<int, 3>{(*numbers)[0], 1, 1};
  if (numbers->size() > 1) month = (*numbers)[1];
  if (numbers->size() > 2) day = (*numbers)[2];
  if (numbers->size() == 3 && year < 100) std::swap(year, day);
  if (!is_date(year, month, day)) return std::nullopt;
  return fmt::format("{:04}-{:02}-{:02}", year, month, day)
      .substr(0, numbers->size() == 1 ? 4 : (numbers->size() == 2 ? 7 : 10));
}

}  // namespace pipeline

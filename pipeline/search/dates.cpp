#include "pipeline/search/dates.h"

#include <algorithm>

namespace pipeline {
namespace {

constexpr char behind_digits = '~';  // and behind '-'
const std::string first_date = "0";
const std::string last_date(1, behind_digits);

bool fits(std::string_view text, std::string_view shape) {
  return text.size() == shape.size() &&
         std::equal(text.begin(), text.end(), shape.begin(), [](char c, char expected) {
           return expected == 'd' ? c >= '0' && c <= '9' : c == expected;
         });
}

bool is_between(std::string_view digits, std::string_view low, std::string_view high) {
  return low <= digits && digits <= high;
}

bool is_date(std::string_view text) {
  if (fits(text, "dddd")) return true;
  if (!fits(text, "dddd-dd") && !fits(text, "dddd-dd-dd")) return false;
  return is_between(text.substr(5, 2), "01", "12") &&
         (text.size() < 8 || is_between(text.substr(8), "01", "31"));
}

std::string end_of(std::string_view date) {
  return std::string(date) + behind_digits;
}

// ">=2026", or a date alone.
std::optional<DateRange> parse_one_sided(std::string_view text) {
  const std::string_view sign = text.substr(0, text.find_first_of("0123456789"));
  if (sign.size() == text.size()) return std::nullopt;
  const std::string date(text.substr(sign.size()));
  if (!is_date(date)) return std::nullopt;
  if (sign.empty()) return DateRange{date, end_of(date)};
  if (sign == ">=") return DateRange{date, last_date};
  if (sign == ">") return DateRange{end_of(date), last_date};
  if (sign == "<=") return DateRange{first_date, end_of(date)};
  // Just before the first day of `date`: no date of another length lies between.
  if (sign == "<") {
    std::string before = date;
    --before.back();
    return DateRange{first_date, before + behind_digits};
  }
  return std::nullopt;
}

}  // namespace

std::optional<DateRange> parse_dates(std::string_view text) {
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) return parse_one_sided(text);
  const std::string_view from = text.substr(0, dots), to = text.substr(dots + 2);
  if ((!from.empty() && !is_date(from)) || (!to.empty() && !is_date(to)) || text.size() == 2)
    return std::nullopt;
  DateRange range{from.empty() ? first_date : std::string(from),
                  to.empty() ? last_date : end_of(to)};
  if (range.to < range.from) return std::nullopt;
  return range;
}

}  // namespace pipeline

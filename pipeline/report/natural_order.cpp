#include "pipeline/report/natural_order.h"

#include <algorithm>

namespace pipeline {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
unsigned char lower(char c) {
  return static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

// Cuts a number off the front of `text`, without its leading zeros.
std::string_view take_number(std::string_view& text) {
  const auto end = std::ranges::find_if_not(text, is_digit);
  std::string_view number = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  text.remove_prefix(number.size());
  number.remove_prefix(std::min(number.find_first_not_of('0'), number.size()));
  return number;
}

}  // namespace

bool natural_less(std::string_view a, std::string_view b) {
  std::string_view left = a, right = b;
  while (!left.empty() && !right.empty()) {
    if (is_digit(left[0]) && is_digit(right[0])) {
      const std::string_view m = take_number(left), n = take_number(right);
      if (m.size() != n.size()) return m.size() < n.size();
      if (m != n) return m < n;
      continue;
    }
    if (lower(left[0]) != lower(right[0])) return lower(left[0]) < lower(right[0]);
    left.remove_prefix(1);
    right.remove_prefix(1);
  }
  return left.empty() && right.empty() ? a < b : left.empty() && !right.empty();
}

}  // namespace pipeline

#include "pipeline/pseudonymise/numbers.h"

#include <algorithm>

namespace pipeline {
namespace {

bool is_digit(char sign) {
  return sign >= '0' && sign <= '9';
}
bool is_capital(char sign) {
  return sign >= 'A' && sign <= 'Z';
}
char upper(char sign) {
  return sign >= 'a' && sign <= 'z' ? static_cast<char>(sign - 'a' + 'A') : sign;
}

}  // namespace

bool is_dutch_phone(std::string_view digits) {
  constexpr std::size_t national = 10;
  if (digits.starts_with("+31"))
    digits.remove_prefix(3);
  else if (digits.starts_with("0031"))
    digits.remove_prefix(4);
  else if (digits.starts_with('0'))
    digits.remove_prefix(1);
  else
    return false;
  if (digits.starts_with('0')) digits.remove_prefix(1);  // +31 (0)6 ...
  return digits.size() == national - 1 && digits.front() != '0' &&
         std::ranges::all_of(digits, is_digit);
}

bool is_foreign_phone(std::string_view digits) {
  constexpr std::size_t shortest = 8, longest = 15;
  if (!digits.starts_with('+')) return false;
  digits.remove_prefix(1);
  return digits.size() >= shortest && digits.size() <= longest && digits.front() != '0' &&
         std::ranges::all_of(digits, is_digit);
}

// Weights 9 to 2, and the last digit is taken off; a number of eight has a nought before it.
bool is_bsn(std::string_view digits) {
  constexpr std::size_t whole = 9;
  if (digits.size() < whole - 1 || digits.size() > whole) return false;
  int sum = 0;
  auto weight = static_cast<int>(digits.size());
  for (const char digit : digits) {
    if (!is_digit(digit)) return false;
    sum += (digit - '0') * (weight == 1 ? -1 : weight);
    --weight;
  }
  return sum != 0 && sum % 11 == 0;
}

bool is_iban(std::string_view signs) {
  constexpr std::size_t shortest = 15, longest = 34;
  if (signs.size() < shortest || signs.size() > longest) return false;
  if (!is_capital(upper(signs[0])) || !is_capital(upper(signs[1])) || !is_digit(signs[2]) ||
      !is_digit(signs[3]))
    return false;
  unsigned rest = 0;
  for (std::size_t i = 0; i < signs.size(); ++i) {
    const char sign = upper(signs[(i + 4) % signs.size()]);
    if (is_digit(sign))
      rest = (rest * 10 + static_cast<unsigned>(sign - '0')) % 97;
    else if (is_capital(sign))
      rest = (rest * 100 + static_cast<unsigned>(sign - 'A') + 10) % 97;
    else
      return false;
  }
  return rest == 1;
}

bool is_shaped_as_dutch_iban(std::string_view signs) {
  constexpr std::size_t size = 18, bank = 4, account = 8;
  if (signs.size() != size || upper(signs[0]) != 'N' || upper(signs[1]) != 'L') return false;
  return std::ranges::all_of(signs.substr(2, 2), is_digit) &&
         std::ranges::none_of(signs.substr(bank, bank), is_digit) &&
         std::ranges::all_of(signs.substr(account), is_digit);
}

}  // namespace pipeline

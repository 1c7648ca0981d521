#include "pipeline/read/numbering.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <string_view>
#include <utility>

namespace pipeline {
namespace {

constexpr std::uint32_t largest_roman = 3999;
constexpr std::uint32_t most_letters = 5;  // in a row: "zzzzz" is 130

std::string roman(std::uint32_t value) {
  constexpr std::array<std::pair<std::uint32_t, std::string_view>, 13> steps{{{1000, "m"},
                                                                              {900, "cm"},
                                                                              {500, "d"},
                                                                              {400, "cd"},
                                                                              {100, "c"},
                                                                              {90, "xc"},
                                                                              {50, "l"},
                                                                              {40, "xl"},
                                                                              {10, "x"},
                                                                              {9, "ix"},
                                                                              {5, "v"},
                                                                              {4, "iv"},
                                                                              {1, "i"}}};
  std::string numeral;
  for (const auto& [worth, letters] : steps)
    for (; value >= worth; value -= worth) numeral += letters;
  return numeral;
}

std::string letters(std::uint32_t value) {
  constexpr std::uint32_t alphabet = 26;
  return std::string((value - 1) / alphabet + 1, static_cast<char>('a' + (value - 1) % alphabet));
}

std::string in_capitals(std::string text) {
  for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return text;
}

}  // namespace

std::string number_in(NumberForm form, std::uint32_t value) {
  const bool has_roman = value > 0 && value <= largest_roman;
  const bool has_letters = value > 0 && value <= most_letters * 26;
  switch (form) {
    case NumberForm::none:
      return {};
    case NumberForm::padded:
      return fmt::format("{:02}", value);
    case NumberForm::ordinal:
      return fmt::format("{}e", value);
    case NumberForm::lower_roman:
      if (has_roman) return roman(value);
      break;
    case NumberForm::upper_roman:
      if (has_roman) return in_capitals(roman(value));
      break;
    case NumberForm::lower_letter:
      if (has_letters) return letters(value);
      break;
    case NumberForm::upper_letter:
      if (has_letters) return in_capitals(letters(value));
      break;
    case NumberForm::decimal:
      break;
  }
  return std::to_string(value);
}

void LevelCounts::count(std::size_t level, const Starts& starts) {
  for (std::size_t above = 0; above < level; ++above)
    if (!std::exchange(has_begun_[above], true)) values_[above] = starts[above];
  values_[level] = std::exchange(has_begun_[level], true) ? values_[level] + 1 : starts[level];
  std::fill(has_begun_.begin() + static_cast<std::ptrdiff_t>(level) + 1, has_begun_.end(), false);
}

void LevelCounts::restart(std::size_t level, std::uint32_t value) {
  values_[level] = value - 1;
  has_begun_[level] = true;
}

bool says_something(std::string_view label) {
  // Letters of other scripts; bullets, arrows, and symbols in private use lie from U+2000 on.
  return std::any_of(label.begin(), label.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return std::isalnum(byte) != 0 || (byte >= 0xC3 && byte <= 0xDF);
  });
}

std::string note_mark(std::size_t number) {
  return fmt::format("[{}]", number);
}

}  // namespace pipeline

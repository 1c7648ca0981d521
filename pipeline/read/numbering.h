// Numbers that a program makes for lists, headings and notes, which stand nowhere in the file:
//   4 is "4", "04", "iv", "IV", "d" or "D"; levels 2 and 3 as "%1.%2" are "2.3".
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace pipeline {

enum class NumberForm : std::uint8_t {
  none,  // counts, but is not shown
  decimal,
  padded,   // "04"
  ordinal,  // "4e"
  lower_roman,
  upper_roman,
  lower_letter,  // "z" is followed by "aa", "bb"
  upper_letter,
};

// What has no number in a form (0 in letters, 5000 in Roman numerals) is given in digits.
std::string number_in(NumberForm form, std::uint32_t value);

// Where a list stands in its levels. A level that is passed over on the way down begins all the
// same: a heading of the third level right below the first is 2.1.1, and the next of the second
// 2.2.
class LevelCounts {
 public:
  static constexpr std::size_t levels = 10;
  using Starts = std::array<std::uint32_t, levels>;

  // Counts one on at `level` (below `levels`) and forgets the levels below it.
  void count(std::size_t level, const Starts& starts);
  // The next one at `level` gets this number.
  void restart(std::size_t level, std::uint32_t value);
  std::uint32_t at(std::size_t level) const { return values_[level]; }

 private:
  std::array<std::uint32_t, levels> values_{};
  std::array<bool, levels> has_begun_{};
};

// Whether a label says more than that here is an item: has a letter or digit ("a)", "§ 3", "Vraag
// 1:"). UTF-8; bullets and dashes say nothing.
bool says_something(std::string_view label);

// "[3]": how a note is pointed at, and begins.
std::string note_mark(std::size_t number);

}  // namespace pipeline

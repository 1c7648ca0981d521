#include "pipeline/report/text_width.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "pipeline/model/utf8.h"

namespace pipeline {
namespace {

struct Range {
  char32_t first, last;
};
constexpr std::array no_width{Range{0x0000, 0x001F}, Range{0x007F, 0x009F}, Range{0x00AD, 0x00AD},
                              Range{0x0300, 0x036F}, Range{0x1AB0, 0x1AFF}, Range{0x1DC0, 0x1DFF},
                              Range{0x200B, 0x200F}, Range{0x202A, 0x202E}, Range{0x2060, 0x2064},
                              Range{0x20D0, 0x20F0}, Range{0xFE00, 0xFE0F}, Range{0xFE20, 0xFE2F},
                              Range{0xFEFF, 0xFEFF}};
constexpr std::array two_columns{
    Range{0x1100, 0x115F},   Range{0x2E80, 0x303E},   Range{0x3041, 0xA4CF},
    Range{0xAC00, 0xD7A3},   Range{0xF900, 0xFAFF},   Range{0xFE30, 0xFE6F},
    Range{0xFF00, 0xFF60},   Range{0xFFE0, 0xFFE6},   Range{0x1F300, 0x1F64F},
    Range{0x1F680, 0x1F6FF}, Range{0x1F900, 0x1F9FF}, Range{0x20000, 0x3FFFD}};

template <std::size_t N>
bool is_in(const std::array<Range, N>& ranges, char32_t c) {
  return std::ranges::any_of(ranges,
                             [c](Range range) { return range.first <= c && c <= range.last; });
}

std::size_t width_of(char32_t c) {
  if (c >= 0x20 && c < 0x7F) return 1;
  return is_in(no_width, c) ? 0 : is_in(two_columns, c) ? 2 : 1;
}

// Takes a code point off the front; of bytes that are no UTF-8 each counts as one.
char32_t take(std::string_view& text) {
  const std::uint32_t size = well_formed_size(text, 0);
  const char32_t c = size == 0 ? U'\uFFFD' : code_point_at(text, 0).value;
  text.remove_prefix(std::max<std::size_t>(size, 1));
  return c;
}

}  // namespace

std::size_t text_width(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) width += width_of(take(text));
  return width;
}

std::string shortened(std::string_view text, std::size_t width) {
  assert(width > 0);
  std::size_t left = text_width(text);
  if (left <= width) return std::string(text);
  const std::size_t front_room = (width - 1) / 2;
  std::string_view rest = text;
  std::size_t front = 0, used = 0;
  while (true) {
    used += width_of(take(rest));
    if (used > front_room) break;
    front = text.size() - rest.size();
  }
  std::string_view back = text;
  while (left > width - 1 - front_room) left -= width_of(take(back));
  return std::string(text.substr(0, front)) + "…" + std::string(back);
}

}  // namespace pipeline

#include "pipeline/report/printable.h"

namespace pipeline {
namespace {

// Bytes of the well-formed code point at the front of `text`; 0 where there is none.
std::size_t code_point_size(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned lead = byte(0);
  if (lead < 0x80) return 1;
  const std::size_t size = lead < 0xC2   ? 0
                           : lead < 0xE0 ? 2
                           : lead < 0xF0 ? 3
                           : lead < 0xF5 ? 4
                                         : 0;
  if (size == 0 || text.size() < size) return 0;
  for (std::size_t i = 1; i < size; ++i)
    if ((byte(i) & 0xC0) != 0x80) return 0;
  // Longer than need be, surrogates, and past U+10FFFF.
  const unsigned second = byte(1);
  const bool is_wrong = (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second >= 0xA0) ||
                        (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second >= 0x90);
  return is_wrong ? 0 : size;
}

bool is_control(std::string_view code_point) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(code_point[i]); };
  if (code_point.size() == 1) return byte(0) < 0x20 || byte(0) == 0x7F;
  return code_point.size() == 2 && byte(0) == 0xC2 && byte(1) < 0xA0;
}

}  // namespace

std::string printable(std::string_view text, LineEnds line_ends) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const std::size_t size = code_point_size(text);
    const std::string_view code_point = text.substr(0, size);
    if (size == 0)
      result += "\uFFFD";
    else if (is_control(code_point) && !(code_point == "\n" && line_ends == LineEnds::stay))
      result += ' ';
    else
      result += code_point;
    text.remove_prefix(size == 0 ? 1 : size);
  }
  return result;
}

Table printable(Table table) {
  table.title = printable(table.title);
  for (Column& column : table.columns) {
    column.title = printable(column.title);
    column.group = printable(column.group);
  }
  for (Row& row : table.rows)
    for (Cell& cell : row.cells)
      if (auto* text = std::get_if<std::string>(&cell)) *text = printable(*text);
  for (std::string& note : table.notes) note = printable(note);
  return table;
}

}  // namespace pipeline

#include "pipeline/report/printable.h"

#include <algorithm>

#include "pipeline/model/utf8.h"

namespace pipeline {
namespace {

bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

}  // namespace

std::string printable(std::string_view text, Lines lines) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = well_formed_size(text, at);
    if (size == 0)
      result += "\uFFFD";
    else if (is_control(code_point_at(text, at).value) &&
             !(lines == Lines::stay && (text[at] == '\n' || text[at] == '\t')))
      result += ' ';
    else
      result += text.substr(at, size);
    at += std::max<std::size_t>(size, 1);
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

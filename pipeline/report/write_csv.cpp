#include <algorithm>

#include "pipeline/report/number.h"
#include "pipeline/report/write.h"

namespace pipeline {
namespace {

constexpr std::string_view line_end = "\r\n";
constexpr unsigned most_decimals = 6;

bool is_number(std::string_view text) {
  if (text[0] == '-' || text[0] == '+') text.remove_prefix(1);
  const auto mark = text.find_first_of(".,");
  const auto is_digits = [](std::string_view part) {
    return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
  };
  if (mark == std::string_view::npos) return is_digits(text);
  return is_digits(text.substr(0, mark)) && is_digits(text.substr(mark + 1));
}

// A spreadsheet would run "=HYPERLINK(...)" from a document's attribute as a formula; an apostrophe
// in front makes it text.
std::string harmless(std::string_view text) {
  constexpr std::string_view starts = "=+-@\t\r";
  if (text.empty() || starts.find(text[0]) == std::string_view::npos || is_number(text))
    return std::string(text);
  return "'" + std::string(text);
}

std::string quoted(const std::string& text, char separator) {
  if (text.find_first_of(std::string("\"\r\n") + separator) == std::string::npos) return text;
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"') result += '"';
    result += c;
  }
  return result + '"';
}

std::string short_number(double number, char decimal_mark) {
  std::string text = rounded(number, most_decimals, decimal_mark);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == decimal_mark) text.pop_back();
  return text == "-0" ? "0" : text;
}

std::string csv_cell(const Cell& cell, const WriteOptions& options) {
  std::string text;
  if (const auto* words = std::get_if<std::string>(&cell)) text = harmless(*words);
  if (const auto* number = std::get_if<std::int64_t>(&cell)) text = std::to_string(*number);
  if (const auto* number = std::get_if<double>(&cell))
    text = short_number(*number, options.decimal_comma ? ',' : '.');
  return quoted(text, options.separator);
}

}  // namespace

std::string write_csv(const Table& table, const WriteOptions& options) {
  std::string csv = options.byte_order_mark ? "\xEF\xBB\xBF" : "";
  const auto add = [&](std::size_t column, const std::string& cell) {
    if (column > 0) csv += options.separator;
    csv += cell;
  };
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    add(i, quoted(harmless(table.columns[i].name), options.separator));
  csv += line_end;
  for (const Row& row : table.rows) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) add(i, csv_cell(row.cells[i], options));
    csv += line_end;
  }
  return csv;
}

}  // namespace pipeline

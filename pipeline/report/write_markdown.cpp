#include "pipeline/report/printable.h"
#include "pipeline/report/readable.h"
#include "pipeline/report/write.h"

namespace pipeline {
namespace {

std::string escaped(std::string_view text) {
  constexpr std::string_view special = "\\|*_`<[";
  std::string result;
  for (const char c : text) {
    if (special.find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

std::string heading(const Column& column) {
  return escaped(column.group.empty() ? column.title : column.group + " " + column.title);
}

}  // namespace

std::string write_markdown(const Table& given, const WriteOptions&) {
  const Table table = printable(given);
  const std::vector<std::size_t> columns = readable_columns(table);
  std::string text = "**" + escaped(table.title) + "**\n\n|";
  for (const std::size_t i : columns) text += " " + heading(table.columns[i]) + " |";
  text += "\n|";
  for (const std::size_t i : columns) text += is_number_column(table, i) ? " ---: |" : " --- |";
  text += "\n";
  for (const Row& row : table.rows) {
    text += "|";
    for (const std::size_t i : columns) {
      const std::string cell = escaped(readable(row, i, table));
      const std::string emphasis = row.is_total && !cell.empty() ? "**" : "";
      text += " " + emphasis + cell + emphasis + " |";
    }
    text += "\n";
  }
  if (!table.notes.empty()) text += "\n";
  for (const std::string& note : table.notes) text += "- " + escaped(note) + "\n";
  return text;
}

}  // namespace pipeline

// A row a line, for programs that read line by line: no line depends on one before it.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "pipeline/report/write.h"

namespace pipeline {
namespace {

using Json = nlohmann::ordered_json;

std::string text_of(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* whole = std::get_if<std::int64_t>(&cell)) return fmt::format("{}", *whole);
  if (const auto* real = std::get_if<double>(&cell)) return fmt::format("{}", *real);
  return {};
}

Json json_of(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* whole = std::get_if<std::int64_t>(&cell)) return *whole;
  if (const auto* real = std::get_if<double>(&cell)) return *real;
  return nullptr;
}

}  // namespace

std::string tsv_line(std::span<const Cell> cells) {
  std::string line;
  for (const Cell& cell : cells) {
    if (&cell != cells.data()) line += '\t';
    for (const char c : text_of(cell)) {
      const std::size_t place = std::string_view("\t\n\r\\").find(c);
      if (place == std::string_view::npos)
        line += c;
      else
        (line += '\\') += "tnr\\"[place];
    }
  }
  return line + '\n';
}

std::string write_tsv(const Table& table, const WriteOptions&) {
  std::vector<Cell> names;
  for (const Column& column : table.columns) names.emplace_back(column.name);
  std::string text = tsv_line(names);
  for (const Row& row : table.rows) text += tsv_line(row.cells);
  return text;
}

std::string write_jsonl(const Table& table, const WriteOptions&) {
  std::string text;
  for (const Row& row : table.rows) {
    Json json = Json::object();
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      json[table.columns[i].name] = json_of(row.cells[i]);
    if (row.is_total) json["total"] = true;
    text += json.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
  }
  return text;
}

}  // namespace pipeline

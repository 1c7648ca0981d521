#include <array>
#include <nlohmann/json.hpp>

#include "pipeline/report/write.h"

namespace pipeline {
namespace {

using Json = nlohmann::ordered_json;

constexpr int version = 1;  // docs/output-formats.md has what changed when

// By ColumnRole.
constexpr std::array roles{"plain", "key", "label", "success", "failure", "balance", "probability"};

std::string text_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json json_of(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* number = std::get_if<std::int64_t>(&cell)) return *number;
  if (const auto* number = std::get_if<double>(&cell)) return *number;
  return nullptr;
}

Json json_of(const Column& column) {
  return {{"name", column.name},
          {"title", column.title},
          {"group", column.group},
          {"role", roles[static_cast<std::size_t>(column.role)]},
          {"decimals", column.decimals}};
}

Json json_of(const Row& row) {
  Json cells = Json::array();
  for (const Cell& cell : row.cells) cells.push_back(json_of(cell));
  Json json{{"total", row.is_total}, {"cells", std::move(cells)}};
  if (!row.marks.empty()) json["marks"] = row.marks;
  return json;
}

// One element a line, so that two tables can be compared by line.
template <typename Element>
std::string lines_of(const std::vector<Element>& elements) {
  std::string text;
  for (const Element& element : elements) {
    text += text.empty() ? "\n  " : ",\n  ";
    if constexpr (std::is_same_v<Element, std::string>)
      text += text_of(element);
    else
      text += text_of(json_of(element));
  }
  return "[" + text + "]";
}

}  // namespace

std::string write_json(const Table& table, const WriteOptions&) {
  return "{\"format\":\"samenspel-table\",\"version\":" + std::to_string(version) +
         ",\n\"title\":" + text_of(table.title) + ",\n\"columns\":" + lines_of(table.columns) +
         ",\n\"rows\":" + lines_of(table.rows) + ",\n\"notes\":" + lines_of(table.notes) + "}\n";
}

}  // namespace pipeline

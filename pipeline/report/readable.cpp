#include "pipeline/report/readable.h"

#include <algorithm>

#include "pipeline/report/number.h"

namespace pipeline {

std::vector<std::size_t> readable_columns(const Table& table) {
  const bool has_label = std::ranges::count(table.columns, ColumnRole::label, &Column::role) > 0;
  std::vector<std::size_t> columns;
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    if (!has_label || table.columns[i].role != ColumnRole::key) columns.push_back(i);
  return columns;
}

bool is_number_column(const Table& table, std::size_t column) {
  const ColumnRole role = table.columns[column].role;
  if (role == ColumnRole::key || role == ColumnRole::label) return false;
  return std::ranges::none_of(table.rows, [&](const Row& row) {
    return std::holds_alternative<std::string>(row.cells[column]);
  });
}

namespace {

// A p value is never 0.
std::string readable_probability(double p, unsigned decimals) {
  double smallest = 1;
  for (unsigned i = 0; i < decimals; ++i) smallest /= 10;
  return p < smallest ? "< " + rounded(smallest, decimals) : rounded(p, decimals);
}

}  // namespace

std::string readable(const Cell& cell, const Column& column) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* number = std::get_if<std::int64_t>(&cell)) return std::to_string(*number);
  if (const auto* number = std::get_if<double>(&cell))
    return column.role == ColumnRole::probability ? readable_probability(*number, column.decimals)
                                                  : rounded(*number, column.decimals);
  return {};
}

std::string readable(const Row& row, std::size_t column, const Table& table) {
  return readable(row.cells[column], table.columns[column]) + std::string(mark_of(row, column));
}

std::string_view mark_of(const Row& row, std::size_t column) {
  return row.marks.empty() ? std::string_view() : std::string_view(row.marks[column]);
}

}  // namespace pipeline

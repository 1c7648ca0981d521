// Looks cells of a table up by the row's first cell and the column's name, as text.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "pipeline/model/table.h"

namespace pipeline {

// Of the first row that begins so; "-" where the cell is empty, real numbers with two decimals.
inline std::string at(const Table& table, const std::string& row_name,
                      const std::string& column_name) {
  const auto column = std::ranges::find(table.columns, column_name, &Column::name);
  for (const Row& row : table.rows) {
    if (std::get<std::string>(row.cells[0]) != row_name || column == table.columns.end()) continue;
    const Cell& cell = row.cells[static_cast<std::size_t>(column - table.columns.begin())];
    if (const auto* text = std::get_if<std::string>(&cell)) return *text;
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) return std::to_string(*whole);
    if (const auto* real = std::get_if<double>(&cell)) {
      char text[32];
      std::snprintf(text, sizeof text, "%.2f", *real);
      return text;
    }
    return "-";
  }
  return "no such cell: " + row_name + ", " + column_name;
}

struct ExpectedCell {
  std::string row, column, cell;
};

inline void expect_cells(const Table& table, const std::vector<ExpectedCell>& expected) {
  for (const Row& row : table.rows) EXPECT_EQ(row.cells.size(), table.columns.size());
  for (const auto& [row, column, cell] : expected)
    EXPECT_EQ(at(table, row, column), cell) << row << ", " << column;
}

inline std::string first_cells(const Table& table) {
  std::string text;
  for (const Row& row : table.rows)
    text += (text.empty() ? "" : " ") + std::get<std::string>(row.cells[0]);
  return text;
}

}  // namespace pipeline

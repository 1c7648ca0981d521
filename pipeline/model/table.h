// What every report returns: titled columns, rows of cells, and the notes without which a number
// means nothing (unit, what was left out, lexicon, run).
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace pipeline {

// Empty: the cell has no value (not 0). Real numbers are rounded only by the writer.
using Cell = std::variant<std::monostate, std::string, std::int64_t, double>;

struct Column {
  std::string name;   // unique within the table; what CSV and JSON use
  std::string title;  // what a reader sees
  unsigned decimals = 0;

  friend bool operator==(const Column&, const Column&) = default;
};

struct Row {
  std::vector<Cell> cells;  // as many as there are columns
  bool is_total = false;

  friend bool operator==(const Row&, const Row&) = default;
};

struct Table {
  std::string title;
  std::vector<Column> columns;
  std::vector<Row> rows;
  std::vector<std::string> notes;  // a sentence each

  friend bool operator==(const Table&, const Table&) = default;
};

}  // namespace pipeline

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

// What a column is for. A key is an id ("gedeelde-visie") that scripts want and the terminal leaves
// out where a label says it better; labels are repeated beside every part of a wide table; numbers
// of succes, of faal and of the balance between them may be coloured. A probability (a p value) is
// never shown as 0: what is too small for its decimals is "< 0,0001".
enum class ColumnRole : std::uint8_t { plain, key, label, success, failure, balance, probability };

struct Column {
  std::string name;   // unique within the table; what CSV and JSON use
  std::string title;  // what a reader sees
  unsigned decimals = 0;
  std::string group = {};  // stands over the titles of neighbours that share it: "westerbeek"
  ColumnRole role = ColumnRole::plain;

  friend bool operator==(const Column&, const Column&) = default;
};

struct Row {
  std::vector<Cell> cells;  // as many as there are columns
  bool is_total = false;
  // Empty, or one a cell: what stands behind a number that is to be read with care ("°"); the notes
  // say what it means.
  std::vector<std::string> marks = {};

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

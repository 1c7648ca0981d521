// A spreadsheet as rows of cells, each as it is shown: "12,5", "2026-03-12", "Ze belden nooit."
// CSV, XLSX and ODS give the same; what is a document in it is decided elsewhere (answers.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/result.h"
#include "pipeline/read/read.h"

namespace pipeline {

struct Cell {
  std::string text;        // UTF-8, LF line ends; empty: nothing stands there
  bool is_merged = false;  // what a merged cell shows here stands in an earlier row or column

  friend bool operator==(const Cell&, const Cell&) = default;
};

struct SheetRow {
  unsigned number = 0;      // from 1, as a spreadsheet shows it
  std::vector<Cell> cells;  // the last one is not empty

  friend bool operator==(const SheetRow&, const SheetRow&) = default;
};

// Rows that hold nothing and rows that are hidden are left out.
struct Sheet {
  std::string name;  // empty for CSV
  std::vector<SheetRow> rows;
  std::vector<Said> warnings;

  friend bool operator==(const Sheet&, const Sheet&) = default;
};

// What a sheet's cells may cost together, empty ones between others included: one sheet that says
// "repeat this a million times" must not fill the memory.
class CellBudget {
 public:
  bool take(std::uint64_t cells) {
    if (cells > left_) return false;
    left_ -= cells;
    return true;
  }

 private:
  std::uint64_t left_ = 4'000'000;
};
Error too_many_cells(const std::string& name);
// XML becomes a tree that takes some seven times its bytes.
inline constexpr std::size_t most_sheet_xml = 64 << 20;
Error sheet_too_large(const std::string& name);
// The warnings that rows or a whole sheet were left out.
Said hidden_rows(std::size_t count);
Said hidden_sheet(const std::string& title);

// Puts a text at a column (from 0) of a row; an empty one leaves it as it is. False: over budget.
bool put_cell(SheetRow& row, std::size_t column, std::string text, CellBudget& budget);

// The visible sheets of a file in its order. Errors name the file.
Result<std::vector<Sheet>> read_csv_sheet(std::string_view bytes, const std::string& name,
                                          const ReadLimits& limits);
// Shared and inline strings with all their runs but the phonetic ones, numbers as their format
// shows them (number_format.h), what formulas came to when the file was saved. Hidden sheets and
// rows are left out with a warning.
Result<std::vector<Sheet>> read_xlsx(std::string_view bytes, const std::string& name,
                                     const ReadLimits& limits);
// The same of OpenDocument.
Result<std::vector<Sheet>> read_ods(std::string_view bytes, const std::string& name,
                                    const ReadLimits& limits);

}  // namespace pipeline

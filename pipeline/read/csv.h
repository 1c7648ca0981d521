// Tables in text (RFC 4180) as records of cells, through libcsv: cases.csv, and sheets that were
// saved as CSV. `;`, `,` or a tab between cells; a line end within quotation marks is part of the
// cell.
//   csv_records("naam;rol\n\"Zorg; samen\";x\n", "a.csv") -> {"naam","rol"}, {"Zorg; samen","x"}
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/result.h"

namespace pipeline {

struct CsvRecord {
  std::vector<std::string> cells;
  unsigned line = 0;  // where it begins
  unsigned row = 0;   // as a spreadsheet would count it: blank lines have one, lines in a cell none
};

// All records of a text that was decoded; blank lines give none. A quotation mark in the midst of a
// cell, or one that is never closed, is an error with its line.
Result<std::vector<CsvRecord>> csv_records(std::string_view text, const std::string& name);

// A cell without the white space around it.
std::string trimmed_cell(std::string_view cell);

}  // namespace pipeline

// The numbers of one cell of a frequency table, and the columns that they give: succes, faal,
// saldo, per 1.000 woorden, % van de rij ... "Vertrouwen, westerbeek" -> 4, 2, 0.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "pipeline/model/table.h"
#include "pipeline/report/counted.h"

namespace pipeline {

struct CellNumbers {
  ValenceCounts counts;
  std::uint32_t in_row = 0, in_column = 0;  // the margins
  Base base;
  std::uint32_t documents = 0, cases = 0;  // with a counted coding
};
CellNumbers numbers_of(const CountedCells& counted, std::size_t row, std::size_t column);

// One column of a group: what it is called and what it makes of a cell.
struct Measure {
  std::string_view name, title;  // the title is translated where it is shown
  unsigned decimals;
  ColumnRole role;
  Cell (*value)(const CellNumbers&);
  std::uint32_t (*rests_on)(const CellNumbers&);  // how many it was made from
  bool is_count = false;
};
std::vector<Measure> measures_of(const FrequencySpec& spec, bool is_total);

}  // namespace pipeline

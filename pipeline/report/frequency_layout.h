// The cells of a frequency table in their columns and rows: numbers side by side in a group for
// each value of the columns, the total last, with marks where care is needed.
#pragma once

#include "pipeline/model/table.h"
#include "pipeline/report/caution.h"
#include "pipeline/report/counted.h"
#include "pipeline/report/table_tests.h"

namespace pipeline {

struct LaidOut {
  std::vector<Column> columns;
  std::vector<Row> rows;
  std::size_t small_numbers = 0;  // that were marked
};

// `tests`: null where none were asked for.
LaidOut lay_out(const CountedCells& counted, std::span<const std::optional<OneSpeaker>> dominated,
                const TableTests* tests);

}  // namespace pipeline

// Frequency tables as charts: the same numbers, in the same order, with the table's own notes.
#pragma once

#include "pipeline/chart/chart.h"
#include "pipeline/model/table.h"

namespace pipeline {

// How rows of bars follow each other: as in the table, the most named first, or from the worst
// balance to the best.
enum class RowOrder : std::uint8_t { table, count, balance };

// Of a table with succes, faal and neutraal and without columns of its own.
DivergingBars bars_of(const Table& table, RowOrder order);
void sort_rows(DivergingBars& chart, RowOrder order);

// Of a table with columns and one number a cell.
HeatMap heat_map_of(const Table& table);

// Of a table with columns and succes and faal in each: the balance of the two, and what it rests
// on.
HeatMap balance_map_of(const Table& table);

}  // namespace pipeline

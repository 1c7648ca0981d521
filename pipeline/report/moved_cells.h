// Two tables of the same kind, before and after a change: which cells moved, and by how much.
//   vertrouwen   westerbeek   faal   4 -> 6   +2
#pragma once

#include "pipeline/model/table.h"

namespace pipeline {

// One row for each cell that differs, margins left out; a row or column that one of them lacks
// counts as zeros there. Both are frequency tables with the same rows and columns asked for.
// `columns`: what the columns are ("case"), empty: none. In the order of `before`, then of what
// only `after` has.
Table moved_cells(const Table& before, const Table& after, const std::string& columns);

}  // namespace pipeline

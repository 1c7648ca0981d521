// A table as people read it, whatever the format: which columns they see, which of them hold
// numbers, and cells in Dutch (0,25).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/table.h"

namespace pipeline {

// All columns, in order, but keys where a label stands beside them.
std::vector<std::size_t> readable_columns(const Table& table);

// No cell of it is text.
bool is_number_column(const Table& table, std::size_t column);

// Rounded to the column's decimals, with a decimal comma; an empty cell is "".
std::string readable(const Cell& cell, const Column& column);
// The same with its mark behind it: "7°".
std::string readable(const Row& row, std::size_t column, const Table& table);
std::string_view mark_of(const Row& row, std::size_t column);

}  // namespace pipeline

// What the cells of one sheet of an Excel workbook show.
#pragma once

#include <string>
#include <vector>

#include "pipeline/read/number_format.h"
#include "pipeline/read/sheet.h"

namespace pugi {
class xml_node;
}

namespace pipeline {

// What cells refer to instead of saying it themselves.
struct XlsxShared {
  std::vector<std::string> strings;
  std::vector<std::string> formats;  // by the style of a cell
  Epoch epoch = Epoch::y1900;
};

// The words of a string with all its runs, but for the phonetic ones.
std::string xlsx_string(const pugi::xml_node& string);

// `worksheet` is the root of a sheet's part. `budget` is that of the whole workbook.
Result<Sheet> read_xlsx_cells(const pugi::xml_node& worksheet, const XlsxShared& shared,
                              CellBudget& budget, const std::string& name);

}  // namespace pipeline

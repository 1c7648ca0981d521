// A table that a person made in a spreadsheet, as records of cells: RFC 4180, parted by `;` or `,`
// (whichever the first line has more of), with the line that each record began on.
//   naam;soort
//   "Jansen; Piet";persoon
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace pipeline {

struct CsvRecord {
  std::vector<std::string> cells;  // as written, spaces at the edges too
  unsigned line = 0;

  friend bool operator==(const CsvRecord&, const CsvRecord&) = default;
};

// `text` is decoded: UTF-8 with LF line ends. The error is the line of a quotation that is not
// closed or stands in the middle of a cell. Linear.
tl::expected<std::vector<CsvRecord>, unsigned> read_csv(std::string_view text);

// What to tell the user of such a line.
inline constexpr std::string_view broken_quotation =
    "een aanhalingsteken is niet gesloten of staat midden in een cel; zet de hele cel tussen "
    "aanhalingstekens en verdubbel die er binnen";

// Without the white space at its edges.
std::string trimmed_cell(const std::string& cell);

}  // namespace pipeline

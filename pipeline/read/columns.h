// The columns of a sheet by the names above them, and a guess at what each of them is.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/read/profile.h"
#include "pipeline/read/sheet.h"

namespace pipeline {

struct Header {
  unsigned row = 0;                // number of the row it stands in; 0: there is none
  std::vector<std::string> names;  // one a column, each another: "rol", "rol (2)", "kolom 3"
  std::size_t first_row = 0;       // of the sheet's rows: the first below it
  std::vector<Said> warnings;
};

// Without `row` it is the first of the rows that are about as full as the fullest one in front:
// what stands above it is a title. Where that row holds numbers or dates, there is no header.
Header header_of(const Sheet& sheet, std::optional<unsigned> row);

// Texts of several words that differ are text, numbers, dates and few distinct values attributes,
// and what is different in each row (names, addresses) is ignored. A column that is called a number
// or a code and differs in each row is the id. A sheet with several text columns has a document an
// answer; one without is not read.
SheetProfile guess_profile(const Sheet& sheet);

// "In welke gemeente woont u?" -> "in-welke-gemeente-woont-u", at most forty bytes.
std::string slug(std::string_view header);

}  // namespace pipeline

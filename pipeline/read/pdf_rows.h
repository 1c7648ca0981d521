// Blocks of a page -> rows: all that stands on one height of a block, or a row of a table with what
// was wrapped within its cells.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/read/pdf_order.h"

namespace pipeline {

struct PdfRow {
  PdfBox box;
  float size = 0;
  float first_word = 0;       // its width
  float left = 0, right = 0;  // of its block
  std::uint32_t page = 1;
  std::uint32_t block = 0;  // counted over the document
  bool is_of_table = false;
  std::string text;
  std::vector<Span> marks;  // PdfLine::marks
};

std::vector<PdfRow> rows_of(const PdfBlock& block);
// The rows of a table, each with a tab between its cells.
std::vector<PdfRow> table_rows_of(const PdfBlock& block);

// Adds a line to what it goes on from, with a space between them. A word that was parted by a soft
// hyphen is joined; behind another hyphen, where only its words can tell, a line end stays.
void add_line(std::string& text, std::string_view line);

// Lines on one height, from left to right: "Naam\tAantal". A wide gap is a tab, another a space.
PdfRow row_of(std::vector<const PdfLine*> lines);
// The lines of a block by height.
std::vector<std::vector<const PdfLine*>> by_height(const std::vector<PdfLine>& lines);

}  // namespace pipeline

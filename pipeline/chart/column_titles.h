// Titles over the columns of a grid: level, in several lines, as long as they fit; else all of them
// turned, upwards to the right.
#pragma once

#include <string>
#include <vector>

#include "pipeline/chart/font.h"
#include "pipeline/chart/svg.h"

namespace pipeline {

struct ColumnTitles {
  std::vector<std::vector<std::string>> lines;
  double cell = 0;    // how wide a column has to be
  double height = 0;  // of all titles
  double reach = 0;   // how far the last title reaches to the right of the middle of its column,
                      // or an earlier one would if it stood there and `cell` lay between them
  bool is_turned = false;

  double beyond() const;  // how far titles reach beyond the last column
};
ColumnTitles titles_of(const std::vector<std::string>& columns, const Font& font);

// Over a column whose middle is at.x; its cells begin below at.y.
void draw_title(Svg& svg, const ColumnTitles& titles, std::size_t column, Point at);

}  // namespace pipeline

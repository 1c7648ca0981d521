#include "pipeline/chart/column_titles.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "pipeline/chart/frame.h"

namespace pipeline {
namespace {

constexpr double narrow = 46, wide = 110, pad = 8;
constexpr double turn = 45;  // degrees

}  // namespace

double ColumnTitles::beyond() const {
  return std::max(0.0, reach - cell / 2);
}

ColumnTitles titles_of(const std::vector<std::string>& columns, const Font& font) {
  ColumnTitles titles;
  double widest = 0;
  std::size_t most_lines = 1;
  for (const std::string& title : columns) {
    titles.lines.push_back(font.lines(title, wide - pad, small_size));
    most_lines = std::max(most_lines, titles.lines.back().size());
    for (const std::string& line : titles.lines.back())
      widest = std::max(widest, font.width(line, small_size) + pad);
  }
  constexpr std::size_t many_columns = 8;
  titles.is_turned = widest > wide || (columns.size() > many_columns && widest > narrow);
  titles.cell = titles.is_turned ? narrow : std::max(narrow, widest);
  if (!titles.is_turned) {
    titles.height = line_height * static_cast<double>(most_lines);
    return titles;
  }
  const double slope = std::sin(turn * std::numbers::pi / 180);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    titles.lines[i] = {columns[i]};
    const double length = font.width(columns[i], small_size) * slope + small_size;
    titles.height = std::max(titles.height, length);
    const double right_of_it = titles.cell * static_cast<double>(columns.size() - 1 - i);
    titles.reach = std::max(titles.reach, length - right_of_it);
  }
  return titles;
}

void draw_title(Svg& svg, const ColumnTitles& titles, std::size_t column, Point at) {
  constexpr double above = 6;
  const auto& lines = titles.lines[column];
  if (titles.is_turned) {
    svg.text({at.x, at.y - above}, lines.front(), {.size = small_size, .turned = -turn});
    return;
  }
  double base = at.y - above - line_height * static_cast<double>(lines.size() - 1);
  for (const std::string& line : lines) {
    svg.text({at.x, base}, line, {.size = small_size, .anchor = Anchor::middle});
    base += line_height;
  }
}

}  // namespace pipeline

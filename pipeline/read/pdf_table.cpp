#include <algorithm>
#include <cstddef>
#include <utility>

#include "pipeline/read/pdf_rows.h"

namespace pipeline {
namespace {

constexpr float overlapping = 0.35F;  // heights that cells of one row share, at least

using Lines = std::vector<const PdfLine*>;

// Lines below each other in one column without more white than between lines.
struct Cell {
  std::size_t column = 0;
  PdfBox box;
  Lines lines;
};

struct Extent {
  float left, right;
};

// Where the columns are, by the lines that have another one beside them.
std::vector<Extent> columns_of(const std::vector<PdfLine>& lines) {
  std::vector<Extent> extents;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const PdfBox& box = lines[i].box;
    const auto has_beside = [&](std::size_t j) { return shares_height(box, lines[j].box); };
    if ((i > 0 && has_beside(i - 1)) || (i + 1 < lines.size() && has_beside(i + 1)))
      extents.push_back({box.left, box.right});
  }
  std::sort(extents.begin(), extents.end(),
            [](const Extent& a, const Extent& b) { return a.left < b.left; });
  std::vector<Extent> columns;
  for (const Extent& extent : extents)
    if (columns.empty() || extent.left > columns.back().right)
      columns.push_back(extent);
    else
      columns.back().right = std::max(columns.back().right, extent.right);
  return columns;
}

std::size_t column_of(const PdfLine& line, const std::vector<Extent>& columns) {
  std::size_t best = 0;
  float most = -1e9F;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const float common =
        std::min(line.box.right, columns[c].right) - std::max(line.box.left, columns[c].left);
    if (common > most) {
      most = common;
      best = c;
    }
  }
  return best;
}

// The most white between two lines of one cell, in heights: little more than the least white that
// there is between lines of a column.
float most_white(const std::vector<PdfLine>& lines, const std::vector<Extent>& columns) {
  float least = 1;
  std::vector<const PdfLine*> last(columns.size(), nullptr);
  for (const PdfLine& line : lines) {
    const PdfLine*& above = last[column_of(line, columns)];
    if (above != nullptr && line.box.top > above->box.top + line.size / 2)
      least = std::min(least, (line.box.top - above->box.bottom) / line.size);
    above = &line;
  }
  return std::max(0.35F, 1.35F * least);
}

std::vector<Cell> cells_of(const std::vector<PdfLine>& lines, const std::vector<Extent>& columns) {
  const float tight = most_white(lines, columns);
  std::vector<Cell> cells;
  std::vector<std::size_t> last(columns.size(), lines.size());  // cell, a column
  for (const PdfLine& line : lines) {
    const std::size_t column = column_of(line, columns);
    std::size_t& cell = last[column];
    if (cell == lines.size() || line.box.top - cells[cell].box.bottom > tight * line.size) {
      cell = cells.size();
      cells.push_back({column, line.box, {}});
    }
    cells[cell].box = around(cells[cell].box, line.box);
    cells[cell].lines.push_back(&line);
  }
  return cells;
}

std::string text_of(const Lines& lines) {
  std::string text;
  for (const PdfLine* line : lines) add_line(text, line->text);
  return text;
}

// Whether most of its lines go on because the next word did not fit.
bool is_wrapped(const Cell& cell) {
  std::size_t wrapped = 0;
  for (std::size_t i = 1; i < cell.lines.size(); ++i) {
    const float room = cell.box.right - cell.lines[i - 1]->box.right;
    wrapped += room < cell.lines[i]->first_word + 0.8F * cell.lines[i]->size ? 1 : 0;
  }
  return cell.lines.size() > 1 && 2 * wrapped >= cell.lines.size() - 1;
}

// One cell a column at most, and not several rows set without white between them: those have lines
// in two columns on more than one height, unless both run on over several lines of words.
bool is_one_row(const std::vector<Cell>& cells) {
  std::vector<std::size_t> columns;
  std::size_t wordy = 0, tallest = 0;
  for (const Cell& cell : cells) {
    if (std::find(columns.begin(), columns.end(), cell.column) != columns.end()) return false;
    columns.push_back(cell.column);
    std::size_t words = 0;
    for (const PdfLine* line : cell.lines) words += line->words;
    wordy += is_wrapped(cell) && words >= 3 * cell.lines.size() ? 1 : 0;
    tallest = std::max(tallest, cell.lines.size());
  }
  if (tallest < 2) return true;
  const auto several = std::count_if(cells.begin(), cells.end(),
                                     [](const Cell& cell) { return cell.lines.size() > 1; });
  return several < 2 || wordy >= 2;
}

PdfRow finished(std::vector<std::string> cells, const PdfBox& box, float size) {
  PdfRow row;
  row.box = box;
  row.size = size;
  row.left = box.left;
  row.right = box.right;
  row.is_of_table = true;
  for (const std::string& cell : cells) {
    if (cell.empty()) continue;
    if (!row.text.empty()) row.text += '\t';
    row.text += cell;
  }
  return row;
}

PdfRow row_of_cells(std::vector<Cell> cells) {
  std::stable_sort(cells.begin(), cells.end(),
                   [](const Cell& a, const Cell& b) { return a.column < b.column; });
  std::vector<std::string> texts;
  PdfBox box = cells.front().box;
  for (const Cell& cell : cells) {
    texts.push_back(text_of(cell.lines));
    box = around(box, cell.box);
  }
  return finished(std::move(texts), box, cells.front().lines.front()->size);
}

// Rows set without white between them: each height is one, and what has nothing in the first column
// goes on with the cells above it.
void add_tight_rows(const std::vector<Cell>& cells, const std::vector<Extent>& columns,
                    std::vector<PdfRow>& rows) {
  std::vector<PdfLine> lines;
  for (const Cell& cell : cells)
    for (const PdfLine* line : cell.lines) lines.push_back(*line);
  std::stable_sort(lines.begin(), lines.end(),
                   [](const PdfLine& a, const PdfLine& b) { return a.box.top < b.box.top; });
  std::vector<std::string> texts;
  PdfBox box;
  float size = 0;
  for (const Lines& height : by_height(lines)) {
    const bool is_first = std::any_of(height.begin(), height.end(), [&](const PdfLine* line) {
      return column_of(*line, columns) == 0;
    });
    if (is_first && !texts.empty()) rows.push_back(finished(std::exchange(texts, {}), box, size));
    if (texts.empty()) box = height.front()->box;
    texts.resize(columns.size());
    size = height.front()->size;
    for (const PdfLine* line : height) {
      add_line(texts[column_of(*line, columns)], line->text);
      box = around(box, line->box);
    }
  }
  if (!texts.empty()) rows.push_back(finished(std::move(texts), box, size));
}

}  // namespace

std::vector<PdfRow> table_rows_of(const PdfBlock& block) {
  const std::vector<Extent> columns = columns_of(block.lines);
  std::vector<PdfRow> rows;
  if (columns.empty()) return rows_of({false, block.lines});
  std::vector<Cell> cells = cells_of(block.lines, columns);
  std::stable_sort(cells.begin(), cells.end(),
                   [](const Cell& a, const Cell& b) { return a.box.top < b.box.top; });
  std::vector<Cell> row;
  float bottom = 0;
  const auto end_row = [&] {
    if (row.empty()) return;
    if (is_one_row(row))
      rows.push_back(row_of_cells(std::exchange(row, {})));
    else
      add_tight_rows(std::exchange(row, {}), columns, rows);
  };
  for (Cell& cell : cells) {
    const float overlap = bottom - cell.box.top;
    if (overlap < overlapping * cell.lines.front()->size) end_row();
    bottom = row.empty() ? cell.box.bottom : std::max(bottom, cell.box.bottom);
    row.push_back(std::move(cell));
  }
  end_row();
  return rows;
}

}  // namespace pipeline

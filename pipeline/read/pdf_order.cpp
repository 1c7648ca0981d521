#include "pipeline/read/pdf_order.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

namespace pipeline {
namespace {

constexpr std::size_t most_lines = 2000;          // of a page
constexpr std::uint64_t most_work = 400'000'000;  // steps, a second or two

// White that runs down between lines.
struct Gutter {
  float left = 0, right = 0, top = 0, bottom = 0;
  std::size_t lines_left = 0, lines_right = 0;
  std::size_t words_left = 0, words_right = 0;
  std::size_t pieces_left = 0, pieces_right = 0;
  std::size_t rows_with_both = 0;

  float width() const { return right - left; }
  float middle() const { return (left + right) / 2; }
  std::size_t fewest_lines() const { return std::min(lines_left, lines_right); }
};

float middle_height(const PdfBox& box) {
  return (box.top + box.bottom) / 2;
}

bool is_within(const PdfLine& line, const Gutter& gutter) {
  const float height = middle_height(line.box);
  return height > gutter.top && height < gutter.bottom;
}

using Lines = std::vector<PdfLine>;  // from top to bottom

// The nearest line to the right on the same height, if white parts them.
std::optional<Gutter> white_behind(const Lines& lines, std::size_t at) {
  const PdfLine& line = lines[at];
  const PdfLine* nearest = nullptr;
  for (const PdfLine& other : lines)
    if (&other != &line && shares_height(line.box, other.box) && other.box.left >= line.box.right &&
        (nearest == nullptr || other.box.left < nearest->box.left))
      nearest = &other;
  if (nearest == nullptr) return std::nullopt;
  Gutter gutter{line.box.right, nearest->box.left, line.box.top, line.box.bottom};
  if (gutter.width() < widest_space * line.size) return std::nullopt;
  return gutter;
}

// Makes the white narrower until the line is beside it; false where too little would be left.
bool makes_way(Gutter& gutter, const PdfLine& line, float least) {
  if (line.box.right <= gutter.left || line.box.left >= gutter.right) return true;
  const float as_left = gutter.right - line.box.right, as_right = line.box.left - gutter.left;
  if (std::max(as_left, as_right) < least) return false;
  if (as_left > as_right)
    gutter.left = line.box.right;
  else
    gutter.right = line.box.left;
  return true;
}

// How far the white runs up and down from the line where it was found; [first, last] of `lines`.
std::pair<std::size_t, std::size_t> stretch(Gutter& gutter, const Lines& lines, std::size_t at) {
  const float least = widest_space * lines[at].size;
  std::size_t first = at, last = at;
  while (last + 1 < lines.size() && makes_way(gutter, lines[last + 1], least)) ++last;
  // Lines on one height with one that crosses it are no part of it either.
  if (last + 1 < lines.size())
    while (last > at && is_beside(lines[last].box, lines[last + 1].box)) --last;
  while (first > 0 && makes_way(gutter, lines[first - 1], least)) --first;
  if (first > 0)
    while (first < at && is_beside(lines[first].box, lines[first - 1].box)) ++first;
  return {first, last};
}

void count(Gutter& gutter, const Lines& lines, std::size_t first, std::size_t last) {
  gutter.lines_left = gutter.lines_right = gutter.words_left = gutter.words_right = 0;
  gutter.rows_with_both = gutter.pieces_left = gutter.pieces_right = 0;
  float left_bottom = -1e9F, right_bottom = -1e9F;
  const PdfLine* row = nullptr;
  bool has_left = false, has_right = false;
  for (std::size_t i = first; i <= last; ++i) {
    const PdfLine& line = lines[i];
    const bool is_left = line.box.left < gutter.middle();
    float& bottom = is_left ? left_bottom : right_bottom;
    const bool is_new = line.box.top + line.box.bottom > 2 * bottom;
    (is_left ? gutter.lines_left : gutter.lines_right) += is_new ? 1 : 0;
    (is_left ? gutter.words_left : gutter.words_right) += line.words;
    ++(is_left ? gutter.pieces_left : gutter.pieces_right);
    bottom = std::max(bottom, line.box.bottom);
    if (row == nullptr || !shares_height(row->box, line.box)) {
      row = &line;
      has_left = has_right = false;
    }
    const bool had_both = has_left && has_right;
    (is_left ? has_left : has_right) = true;
    gutter.rows_with_both += !had_both && has_left && has_right ? 1 : 0;
  }
}

// Lines of several words, most of them in one piece: not the cells of a table.
bool is_running_text(std::size_t lines, std::size_t pieces, std::size_t words) {
  return words >= 3 * lines && 2 * words >= 5 * pieces;
}

// Running text on both sides, and white as wide as few lines need it to be no accident.
bool parts_columns(const Gutter& gutter, float size) {
  const std::size_t lines = gutter.fewest_lines();
  if (lines < 2) return false;
  const float least = lines >= 6 ? widest_space : lines >= 3 ? 1.0F : 1.5F;
  return gutter.width() >= least * size &&
         is_running_text(gutter.lines_left, gutter.pieces_left, gutter.words_left) &&
         is_running_text(gutter.lines_right, gutter.pieces_right, gutter.words_right);
}

bool parts_cells(const Gutter& gutter, float size) {
  const float least = gutter.rows_with_both >= 3 ? widest_space : 1.5F;
  const std::size_t rows = std::max(gutter.lines_left, gutter.lines_right);
  return gutter.rows_with_both >= 2 && gutter.width() >= least * size &&
         3 * gutter.rows_with_both >= rows;
}

struct Found {
  std::optional<Gutter> columns, cells;
};

class Cutter {
 public:
  Cutter(std::vector<PdfBlock>& blocks, std::uint64_t& work) : blocks_(blocks), work_(work) {}

  void cut(Lines lines) {
    if (lines.empty()) return;
    work_ += lines.size() * lines.size();
    if (lines.size() > most_lines || work_ > most_work) return put(std::move(lines), false);
    const Found found = best_gutters(lines);
    // Each cut has to leave fewer lines, or there would be no end of it.
    if (found.columns && is_on_both_sides(lines, *found.columns))
      cut_columns(std::move(lines), *found.columns);
    else if (found.cells && is_on_both_sides(lines, *found.cells))
      cut_table(std::move(lines), *found.cells);
    else
      put(std::move(lines), false);
  }

 private:
  static bool is_on_both_sides(const Lines& lines, const Gutter& gutter) {
    const auto is_at = [&](bool left) {
      return std::any_of(lines.begin(), lines.end(), [&](const PdfLine& line) {
        return is_within(line, gutter) && (line.box.left < gutter.middle()) == left;
      });
    };
    return is_at(true) && is_at(false);
  }

  void put(Lines lines, bool is_table) {
    if (!lines.empty()) blocks_.push_back({is_table, std::move(lines)});
  }

  static Found best_gutters(const Lines& lines) {
    Found found;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      auto gutter = white_behind(lines, i);
      if (!gutter) continue;
      auto [first, last] = stretch(*gutter, lines, i);
      bound(*gutter, lines, first, last);
      count(*gutter, lines, first, last);
      const auto is_better = [&](const std::optional<Gutter>& than) {
        return !than || gutter->fewest_lines() > than->fewest_lines() ||
               (gutter->fewest_lines() == than->fewest_lines() && gutter->width() > than->width());
      };
      if (parts_columns(*gutter, lines[i].size) && is_better(found.columns)) found.columns = gutter;
      if (parts_cells(*gutter, lines[i].size) && is_better(found.cells)) found.cells = gutter;
    }
    return found;
  }

  // From where to where it runs. Lines on one side of it alone belong to what comes next when
  // another line crosses it there and more white than between lines parts them from the column.
  static void bound(Gutter& gutter, const Lines& lines, std::size_t& first, std::size_t& last) {
    const auto is_left = [&](std::size_t i) { return lines[i].box.left < gutter.middle(); };
    const auto is_loose = [&](std::size_t upper, std::size_t lower) {
      return lines[lower].box.top - lines[upper].box.bottom > widest_space * lines[lower].size;
    };
    if (last + 1 < lines.size()) {
      std::size_t tail = last;
      while (tail > first && is_left(tail - 1) == is_left(last)) --tail;
      for (std::size_t i = tail; tail > first && i <= last; ++i)
        if (is_loose(i - 1, i)) last = i - 1;
    }
    if (first > 0) {
      std::size_t head = first;
      while (head < last && is_left(head + 1) == is_left(first)) ++head;
      for (std::size_t i = head; head < last && i > first; --i)
        if (is_loose(i - 1, i)) first = i;
    }
    gutter.top = lines[first].box.top;
    gutter.bottom = lines[first].box.bottom;
    for (std::size_t i = first; i <= last; ++i)
      gutter.bottom = std::max(gutter.bottom, lines[i].box.bottom);
  }

  // Takes out of `lines` what lies above and below.
  static std::pair<Lines, Lines> take_around(Lines& lines, const Gutter& gutter) {
    std::pair<Lines, Lines> around;
    Lines within;
    for (PdfLine& line : lines)
      (is_within(line, gutter)                 ? within
       : middle_height(line.box) <= gutter.top ? around.first
                                               : around.second)
          .push_back(std::move(line));
    lines = std::move(within);
    return around;
  }

  void cut_columns(Lines lines, const Gutter& gutter) {
    auto [above, below] = take_around(lines, gutter);
    Lines left, right;
    for (PdfLine& line : lines)
      (line.box.left < gutter.middle() ? left : right).push_back(std::move(line));
    cut(std::move(above));
    cut(std::move(left));
    cut(std::move(right));
    cut(std::move(below));
  }

  // A table is from the first row with cells on both sides to the last one, and what goes on in its
  // last cells.
  void cut_table(Lines lines, Gutter gutter) {
    const auto is_left = [&](const PdfLine& line) { return line.box.left < gutter.middle(); };
    float top = gutter.bottom, bottom = gutter.top;
    for (std::size_t i = 0; i < lines.size(); ++i)
      for (std::size_t j = i + 1; j < lines.size() && shares_height(lines[i].box, lines[j].box);
           ++j)
        if (is_within(lines[i], gutter) && is_within(lines[j], gutter) &&
            is_left(lines[i]) != is_left(lines[j])) {
          top = std::min({top, lines[i].box.top, lines[j].box.top});
          bottom = std::max({bottom, lines[i].box.bottom, lines[j].box.bottom});
        }
    for (const PdfLine& line : lines)
      if (line.box.bottom > bottom && line.box.bottom <= gutter.bottom &&
          line.box.top - bottom < widest_space * line.size)
        bottom = line.box.bottom;
    gutter.top = top;
    gutter.bottom = bottom;
    if (!is_on_both_sides(lines, gutter)) return put(std::move(lines), false);
    auto [above, below] = take_around(lines, gutter);
    cut(std::move(above));
    put(std::move(lines), true);
    cut(std::move(below));
  }

  std::vector<PdfBlock>& blocks_;
  std::uint64_t& work_;
};

}  // namespace

std::vector<PdfBlock> PdfOrder::operator()(std::vector<PdfLine> lines) {
  std::stable_sort(lines.begin(), lines.end(),
                   [](const PdfLine& a, const PdfLine& b) { return a.box.top < b.box.top; });
  std::vector<PdfBlock> blocks;
  Cutter(blocks, work_).cut(std::move(lines));
  return blocks;
}

}  // namespace pipeline

#include <algorithm>
#include <array>

#include "pipeline/chart/chart.h"
#include "pipeline/chart/column_titles.h"
#include "pipeline/chart/frame.h"

namespace pipeline {
namespace {

constexpr double row_gap = 10, pad = 8, between_groups = 14, narrowest_frame = 560;
constexpr double confirmed_edge = 2.5;
constexpr std::string_view edge = "#b8b8b8";

struct Box {
  double x = 0, y = 0, width = 0, height = 0;
};

// A sign and a number, so that nothing is lost in grey.
std::string_view sign_of(Rating rating) {
  constexpr std::array<std::string_view, 7> signs{"\u22122", "\u22121", "0",     "+1",
                                                  "+2",      "\u00b1",  "\u00b7"};
  return signs[static_cast<std::size_t>(rating)];
}

// Of the weaker ratings; in grey, both of a success are darker than both of a failure.
std::string weak_failure() {
  return mixed("#ffffff", failure_colour, 0.42);
}
std::string weak_success() {
  return mixed("#ffffff", success_colour, 0.62);
}

std::string fill_of(Rating rating) {
  switch (rating) {
    case Rating::strong_failure:
      return std::string(failure_colour);
    case Rating::failure:
      return weak_failure();
    case Rating::success:
      return weak_success();
    case Rating::strong_success:
      return std::string(success_colour);
    default:
      return "#ffffff";
  }
}

// Mixed has both colours, failure left and success right as in the other charts, and white between
// them for its sign.
void draw_fill(Svg& svg, Rating rating, const Box& box) {
  if (rating == Rating::missing) return;
  svg.rect(box.x, box.y, box.width, box.height, fill_of(rating), edge);
  if (rating != Rating::mixed) return;
  const double side = box.width * 0.3;
  svg.rect(box.x, box.y, side, box.height, failure_colour, edge);
  svg.rect(box.x + box.width - side, box.y, side, box.height, weak_success(), edge);
}

void draw_cell(Svg& svg, const RatingGrid::Cell& cell, const Box& place) {
  // White between neighbours, or the sides of mixed ones would run into them.
  const Box box{place.x + 1, place.y + 1, place.width - 2, place.height - 2};
  svg.open_link(cell.link);
  draw_fill(svg, cell.rating, box);
  if (cell.is_confirmed)
    svg.rect(box.x + 1, box.y + 1, box.width - 2, box.height - 2, "none", ink, confirmed_edge);
  const bool is_missing = cell.rating == Rating::missing;
  const double size = is_missing ? 1.6 * label_size : label_size;
  const std::string fill = fill_of(cell.rating);
  svg.text({box.x + box.width / 2, box.y + box.height / 2 + size * 0.35},
           std::string(sign_of(cell.rating)) + (cell.is_changed ? "!" : ""),
           {.size = size,
            .bold = cell.is_confirmed,
            .anchor = Anchor::middle,
            .colour = is_missing ? soft_ink : ink_on(fill)});
  svg.close_link();
}

// Columns next to each other that share a heading.
struct Group {
  std::vector<std::string> lines;  // of its heading
  double left = 0, right = 0;
};

struct Layout {
  std::vector<double> columns;  // where each begins
  std::vector<Group> groups;    // empty: nothing has a heading
  double right = 0, heading = 0;
};

std::size_t end_of_group(const RatingGrid& chart, std::size_t begin) {
  std::size_t end = begin;
  while (end < chart.columns.size() && chart.columns[end].group == chart.columns[begin].group)
    ++end;
  return end;
}

Layout layout_of(const RatingGrid& chart, double cell, double left, const Font& font) {
  Layout layout;
  const bool has_groups =
      std::ranges::any_of(chart.columns, [](const auto& it) { return !it.group.empty(); });
  double x = left;
  std::size_t most_lines = 0;
  for (std::size_t begin = 0; begin < chart.columns.size();) {
    const std::size_t end = end_of_group(chart, begin);
    Group group{{}, x, x + cell * static_cast<double>(end - begin)};
    for (std::size_t i = begin; i < end; ++i)
      layout.columns.push_back(x + cell * static_cast<double>(i - begin));
    if (has_groups) {
      constexpr double least = 90;
      group.lines = font.lines(chart.columns[begin].group, std::max(group.right - x, least),
                               small_size, Weight::bold);
      most_lines = std::max(most_lines, group.lines.size());
      double reach = group.right;
      for (const std::string& line : group.lines)
        reach = std::max(reach, x + font.width(line, small_size, Weight::bold));
      x = reach + between_groups;
      layout.right = reach;
      layout.groups.push_back(std::move(group));
    } else {
      layout.right = x = group.right;
    }
    begin = end;
  }
  if (most_lines > 0) layout.heading = line_height * static_cast<double>(most_lines) + 8;
  layout.right = std::max(layout.right, left);
  return layout;
}

void draw_headings(Svg& svg, const Layout& layout, double top) {
  for (const Group& group : layout.groups) {
    svg.line({group.left, top}, {group.right, top}, ink, 1.5);
    double base = top + line_height - 1;
    for (const std::string& line : group.lines) {
      svg.text({group.left, base}, line, {.size = small_size, .bold = true});
      base += line_height;
    }
  }
}

// Entries follow each other in lines as wide as the picture.
class Legend {
 public:
  Legend(Frame& frame, double top, const Font& font) : frame_(frame), font_(font), y_(top) {}

  void add(const RatingGrid::Cell& cell, const std::string& words) {
    constexpr double box = 34, height = 20, gap = 7, between = 20;
    const double width = box + gap + font_.width(words, small_size);
    if (x_ > margin && x_ + width > frame_.width() - margin) {
      x_ = margin;
      y_ += height + gap;
    }
    draw_cell(frame_.svg(), cell, {x_, y_, box, height});
    frame_.svg().text({x_ + box + gap, y_ + height / 2 + small_size * 0.35}, words,
                      {.size = small_size});
    frame_.widen(x_ + width);
    x_ += width + between;
    bottom_ = y_ + height;
  }
  double bottom() const { return bottom_; }

 private:
  Frame& frame_;
  const Font& font_;
  double x_ = margin, y_, bottom_ = y_;
};

bool has_any(const RatingGrid& chart, bool RatingGrid::Cell::*what) {
  return std::ranges::any_of(chart.rows,
                             [&](const auto& row) { return std::ranges::any_of(row.cells, what); });
}

double draw_key(Frame& frame, const RatingGrid& chart, double top, const Font& font) {
  Legend legend(frame, top, font);
  const ChartText& text = chart.text;
  legend.add({Rating::strong_failure}, tr("sterk {}", text.failure));
  legend.add({Rating::failure}, text.failure);
  legend.add({Rating::none}, tr("genoemd, geen van beide"));
  legend.add({Rating::success}, text.success);
  legend.add({Rating::strong_success}, tr("sterk {}", text.success));
  legend.add({Rating::mixed}, tr("gemengd"));
  legend.add({Rating::missing}, tr("ontbreekt"));
  if (!has_any(chart, &RatingGrid::Cell::is_confirmed)) return legend.bottom();
  legend.add({Rating::none, true}, tr("dikke rand: door een mens vastgesteld; zonder: voorstel"));
  if (has_any(chart, &RatingGrid::Cell::is_changed))
    legend.add({Rating::none, true, true}, tr("teksten of coderingen zijn sindsdien veranderd"));
  return legend.bottom();
}

}  // namespace

std::string draw(const RatingGrid& chart, const Font& font) {
  std::vector<std::string> names, titles;
  for (const auto& row : chart.rows) names.push_back(row.label);
  for (const auto& column : chart.columns) titles.push_back(column.label);
  const RowLabels labels = labels_of(names, font);
  const ColumnTitles above = titles_of(titles, font);
  const double left = margin + labels.width + pad;
  const Layout layout = layout_of(chart, above.cell, left, font);
  Frame frame(chart.text, std::max(layout.right + above.beyond() + margin, narrowest_frame), font);
  Svg& svg = frame.svg();
  double y = frame.top() + above.height + 4;
  for (std::size_t c = 0; c < chart.columns.size(); ++c)
    draw_title(svg, above, c, {layout.columns[c] + above.cell / 2, y});
  draw_headings(svg, layout, y);
  y += layout.heading;
  for (std::size_t i = 0; i < chart.rows.size(); ++i) {
    const double height = line_height * static_cast<double>(labels.lines[i].size()) + row_gap;
    draw_label(svg, labels.lines[i], left - pad, y + height / 2, Anchor::end);
    for (std::size_t c = 0; c < chart.columns.size(); ++c)
      draw_cell(svg, chart.rows[i].cells[c], {layout.columns[c], y, above.cell, height});
    y += height;
  }
  return frame.finish(draw_key(frame, chart, y + 16, font));
}

}  // namespace pipeline

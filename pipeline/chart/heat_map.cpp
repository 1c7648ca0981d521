#include <algorithm>
#include <cmath>

#include "pipeline/chart/chart.h"
#include "pipeline/chart/column_titles.h"
#include "pipeline/chart/frame.h"
#include "pipeline/report/number.h"

namespace pipeline {
namespace {

constexpr double row_gap = 10, pad = 8, under_size = 9.5;

// Counts are shaded by their root, or one large cell would leave all others white.
std::string fill_of(double value, double most, bool is_balance) {
  if (is_balance)
    return value < 0 ? mixed("#ffffff", failure_colour, -value)
                     : mixed("#ffffff", success_colour, value);
  return mixed("#ffffff", "#08415c", most == 0 ? 0 : std::sqrt(value / most));
}

std::string words_in(double value, const HeatMap& chart) {
  if (chart.is_balance) return shown(value, chart.decimals, chart.text);
  if (chart.decimals == 0) return shown(static_cast<std::uint64_t>(value), chart.text);
  return rounded(value, chart.decimals, chart.text.decimal_mark);
}

struct Box {
  double x = 0, y = 0, width = 0, height = 0;
};

void draw_cell(Svg& svg, const HeatMap& chart, const HeatMap::Cell& cell, const Box& box,
               double most) {
  const std::string fill = cell.value ? fill_of(*cell.value, most, chart.is_balance) : "#ffffff";
  svg.open_link(cell.link);
  svg.rect(box.x, box.y, box.width, box.height, fill, faint);
  if (cell.value) {
    const double middle = box.x + box.width / 2;
    const double base = box.y + box.height / 2 + small_size * 0.35;
    const double up = cell.under.empty() ? 0 : under_size * 0.6;
    const std::string_view colour = ink_on(fill);
    svg.text({middle, base - up}, words_in(*cell.value, chart),
             {.size = small_size, .anchor = Anchor::middle, .colour = colour});
    if (!cell.under.empty())
      svg.text({middle, base + under_size * 0.7}, cell.under,
               {.size = under_size, .anchor = Anchor::middle, .colour = colour});
  }
  svg.close_link();
}

}  // namespace

std::string draw(const HeatMap& chart, const Font& font) {
  std::vector<std::string> names;
  double most = 0;
  for (const auto& row : chart.rows) {
    names.push_back(row.label);
    for (const auto& cell : row.cells) most = std::max(most, cell.value.value_or(0));
  }
  const RowLabels labels = labels_of(names, font);
  const ColumnTitles titles = titles_of(chart.columns, font);
  const double left = margin + labels.width + pad;
  const double right = left + titles.cell * static_cast<double>(chart.columns.size());
  Frame frame(chart.text, right + titles.beyond() + margin, font);
  Svg& svg = frame.svg();
  double y = frame.top() + titles.height + 4;
  for (std::size_t c = 0; c < chart.columns.size(); ++c)
    draw_title(svg, titles, c, {left + titles.cell * (static_cast<double>(c) + 0.5), y});
  const double more = chart.is_balance ? under_size - 2 : 0;  // what stands under a value
  for (std::size_t i = 0; i < chart.rows.size(); ++i) {
    const double height =
        line_height * static_cast<double>(labels.lines[i].size()) + row_gap + more;
    draw_label(svg, labels.lines[i], left - pad, y + height / 2, Anchor::end);
    for (std::size_t c = 0; c < chart.columns.size(); ++c)
      draw_cell(svg, chart, chart.rows[i].cells[c],
                {left + titles.cell * static_cast<double>(c), y, titles.cell, height}, most);
    y += height;
  }
  return frame.finish(y + 4);
}

}  // namespace pipeline

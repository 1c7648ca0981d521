#include <algorithm>

#include "pipeline/chart/chart.h"
#include "pipeline/chart/frame.h"

namespace pipeline {
namespace {

constexpr double half = 200, bar = 14, row_gap = 8, gap = 10;

// Where things stand from left to right.
struct Columns {
  double label = 0, axis = 0, neutral = 0, width = 0;  // label: its right edge
};

struct Scale {
  std::uint64_t most = 0;
  double of(std::uint64_t number) const {
    return half * static_cast<double>(number) / static_cast<double>(most);
  }
};

Columns columns_of(const DivergingBars& chart, const RowLabels& labels, const Font& font) {
  double number_width = 0;
  for (const auto& row : chart.rows)
    for (const std::uint64_t number : {row.success, row.failure})
      number_width = std::max(number_width, font.width(shown(number, chart.text), small_size));
  Columns columns;
  columns.label = margin + labels.width;
  columns.axis = columns.label + gap + number_width + gap + half;
  columns.neutral =
      columns.axis + half + gap + number_width + gap + font.width(chart.text.neutral, small_size);
  columns.width = columns.neutral + margin;
  return columns;
}

void draw_grid(Svg& svg, const std::vector<std::uint64_t>& steps, const Scale& scale,
               const Columns& columns, Point between, const ChartText& text) {
  for (const std::uint64_t step : steps)
    for (const double side : {-1.0, 1.0}) {
      if (step == 0 && side < 0) continue;
      const double x = columns.axis + side * scale.of(step);
      svg.line({x, between.x}, {x, between.y}, step == 0 ? ink : faint);
      svg.text({x, between.y + 14}, shown(step, text),
               {.size = small_size, .anchor = Anchor::middle, .colour = soft_ink});
    }
}

void draw_row(Svg& svg, const DivergingBars::Row& row, double y, const Scale& scale,
              const Columns& columns, const ChartText& text) {
  const double left = scale.of(row.failure), right = scale.of(row.success), top = y - bar / 2;
  const double base = y + small_size * 0.35;
  svg.open_link(row.failure_link);
  if (row.failure > 0) svg.rect(columns.axis - left, top, left, bar, failure_colour, failure_edge);
  svg.text({columns.axis - left - 6, base}, shown(row.failure, text),
           {.size = small_size, .anchor = Anchor::end});
  svg.close_link();
  svg.open_link(row.success_link);
  if (row.success > 0) svg.rect(columns.axis, top, right, bar, success_colour, success_colour);
  svg.text({columns.axis + right + 6, base}, shown(row.success, text), {.size = small_size});
  svg.close_link();
  svg.open_link(row.neutral_link);
  svg.text({columns.neutral, base}, shown(row.neutral, text),
           {.size = small_size, .anchor = Anchor::end, .colour = soft_ink});
  svg.close_link();
}

}  // namespace

std::string draw(const DivergingBars& chart, const Font& font) {
  std::vector<std::string> names;
  Scale scale{1};
  for (const auto& row : chart.rows) {
    names.push_back(row.label);
    scale.most = std::max({scale.most, row.success, row.failure});
  }
  const auto steps = axis_steps(scale.most);
  scale.most = steps.back();
  const RowLabels labels = labels_of(names, font);
  const Columns columns = columns_of(chart, labels, font);
  Frame frame(chart.text, columns.width, font);
  Svg& svg = frame.svg();

  double y = frame.top() + small_size;
  const TextStyle head{.size = small_size, .bold = true, .colour = soft_ink};
  TextStyle left = head, right = head;
  left.anchor = right.anchor = Anchor::end;
  svg.text({columns.axis - 8, y}, "\u2190 " + chart.text.failure, left);
  svg.text({columns.axis + 8, y}, chart.text.success + " \u2192", head);
  right.bold = false;
  svg.text({columns.neutral, y}, chart.text.neutral, right);
  const double first = y += 8;
  std::vector<double> middles;
  for (const auto& lines : labels.lines) {
    const double height =
        std::max(bar + row_gap, line_height * static_cast<double>(lines.size()) + row_gap);
    middles.push_back(y + height / 2);
    y += height;
  }
  draw_grid(svg, steps, scale, columns, {first, y}, chart.text);
  for (std::size_t i = 0; i < chart.rows.size(); ++i) {
    draw_label(svg, labels.lines[i], columns.label, middles[i], Anchor::end);
    draw_row(svg, chart.rows[i], middles[i], scale, columns, chart.text);
  }
  return frame.finish(y + 18);
}

}  // namespace pipeline

#include <algorithm>

#include "pipeline/chart/chart.h"
#include "pipeline/chart/frame.h"

namespace pipeline {
namespace {

constexpr double half = 130, wanted_width = 640, narrowest = 26, widest = 72;

struct Plot {
  double left = 0, step = 0, axis = 0;  // axis: y of zero
  std::uint64_t most = 1;
  double of(std::uint64_t number) const {
    return half * static_cast<double>(number) / static_cast<double>(most);
  }
};

double column_width(const Timeline& chart, const Font& font) {
  double width =
      std::clamp(wanted_width / static_cast<double>(chart.periods.size()), narrowest, widest);
  for (const auto& period : chart.periods)
    width = std::max(width, font.width(period.label, small_size) + 6);
  return width;
}

void draw_grid(Svg& svg, const Plot& plot, const std::vector<std::uint64_t>& steps, double right,
               const ChartText& text) {
  for (const std::uint64_t step : steps)
    for (const double side : {-1.0, 1.0}) {
      if (step == 0 && side < 0) continue;
      const double y = plot.axis - side * plot.of(step);
      svg.line({plot.left, y}, {right, y}, step == 0 ? ink : faint);
      svg.text({plot.left - 6, y + small_size * 0.35}, shown(step, text),
               {.size = small_size, .anchor = Anchor::end, .colour = soft_ink});
    }
}

void draw_columns(Svg& svg, const Timeline& chart, const Plot& plot) {
  const double bar = plot.step * 0.62;
  for (std::size_t i = 0; i < chart.periods.size(); ++i) {
    const auto& period = chart.periods[i];
    const double x = plot.left + plot.step * (static_cast<double>(i) + 0.5) - bar / 2;
    if (period.success > 0)
      svg.rect(x, plot.axis - plot.of(period.success), bar, plot.of(period.success), success_colour,
               success_colour);
    if (period.failure > 0)
      svg.rect(x, plot.axis, bar, plot.of(period.failure), failure_colour, failure_edge);
  }
}

// A group's heading under the first of its periods, a line before it.
double draw_labels(Svg& svg, const Timeline& chart, const Plot& plot) {
  const double y = plot.axis + half + 16;
  std::string group;
  bool has_groups = false;
  for (std::size_t i = 0; i < chart.periods.size(); ++i) {
    const auto& period = chart.periods[i];
    const double x = plot.left + plot.step * static_cast<double>(i);
    svg.text({x + plot.step / 2, y}, period.label,
             {.size = small_size, .anchor = Anchor::middle, .colour = soft_ink});
    if (period.group == group) continue;
    group = period.group;
    has_groups = true;
    svg.line({x, plot.axis + half + 4}, {x, y + 18}, faint);
    svg.text({x + 4, y + 16}, group, {.size = small_size, .bold = true, .colour = soft_ink});
  }
  return y + (has_groups ? 22 : 8);
}

}  // namespace

std::string draw(const Timeline& chart, const Font& font) {
  Plot plot;
  for (const auto& period : chart.periods)
    plot.most = std::max({plot.most, period.success, period.failure});
  const auto steps = axis_steps(plot.most);
  plot.most = steps.back();
  plot.step = column_width(chart, font);
  plot.left = margin + font.width(shown(plot.most, chart.text), small_size) + 6;
  const double right = plot.left + plot.step * static_cast<double>(chart.periods.size());
  // The last heading may reach beyond its column.
  const double beyond =
      chart.periods.empty() ? 0 : font.width(chart.periods.back().group, small_size, Weight::bold);
  Frame frame(chart.text, right + beyond + margin, font);
  Svg& svg = frame.svg();
  const double top = draw_legend(frame,
                                 {{success_colour, success_colour, chart.text.success},
                                  {failure_colour, failure_edge, chart.text.failure}},
                                 {plot.left, frame.top()}, font);
  plot.axis = top + 8 + half;
  draw_grid(svg, plot, steps, right, chart.text);
  draw_columns(svg, chart, plot);
  svg.line({plot.left, plot.axis}, {right, plot.axis}, ink);
  return frame.finish(draw_labels(svg, chart, plot));
}

}  // namespace pipeline

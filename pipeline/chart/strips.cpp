#include <algorithm>

#include "pipeline/chart/chart.h"
#include "pipeline/chart/frame.h"

namespace pipeline {
namespace {

constexpr double length = 460, reach = 9, row_gap = 10, gap = 10;

// Up is succes, down is faal, so that grey and who sees no colours lose nothing.
void draw_mark(Svg& svg, const Strips::Mark& mark, double left, double y) {
  const double x = left + length * std::clamp(mark.place, 0.0, 1.0);
  if (mark.valence == Valence::success) svg.line({x, y}, {x, y - reach}, success_colour, 2);
  if (mark.valence == Valence::failure) svg.line({x, y}, {x, y + reach}, "#c75b00", 2);
  if (mark.valence == Valence::neutral) svg.line({x, y - 3}, {x, y + 3}, neutral_colour, 1.5);
}

double draw_key(Frame& frame, const ChartText& text, Point at, const Font& font) {
  Svg& svg = frame.svg();
  const std::pair<Valence, const std::string*> kinds[] = {{Valence::success, &text.success},
                                                          {Valence::failure, &text.failure},
                                                          {Valence::neutral, &text.neutral}};
  for (const auto& [valence, words] : kinds) {
    svg.line({at.x, at.y}, {at.x + 16, at.y}, faint, 1);
    draw_mark(svg, {0, valence}, at.x + 8, at.y);
    svg.text({at.x + 22, at.y + small_size * 0.35}, *words, {.size = small_size});
    at.x += 22 + font.width(*words, small_size);
    frame.widen(at.x);
    at.x += 22;
  }
  return at.y + reach + 4;
}

}  // namespace

std::string draw(const Strips& chart, const Font& font) {
  std::vector<std::string> names;
  double right_width = 0;
  for (const auto& row : chart.rows) {
    names.push_back(row.label);
    right_width = std::max(right_width, font.width(row.right, small_size));
  }
  const RowLabels labels = labels_of(names, font);
  const double left = margin + labels.width + gap, right = left + length;
  Frame frame(chart.text, right + gap + right_width + margin, font);
  Svg& svg = frame.svg();
  double y = frame.top() + small_size;
  svg.text({left, y}, chart.begin, {.size = small_size, .colour = soft_ink});
  svg.text({right, y}, chart.end, {.size = small_size, .anchor = Anchor::end, .colour = soft_ink});
  y += 6;
  for (std::size_t i = 0; i < chart.rows.size(); ++i) {
    const double height =
        std::max(2 * reach, line_height * static_cast<double>(labels.lines[i].size())) + row_gap;
    const double middle = y + height / 2;
    draw_label(svg, labels.lines[i], left - gap, middle, Anchor::end);
    svg.line({left, middle}, {right, middle}, faint, 1);
    svg.line({left, middle - 4}, {left, middle + 4}, faint, 1);
    svg.line({right, middle - 4}, {right, middle + 4}, faint, 1);
    for (const auto& mark : chart.rows[i].marks) draw_mark(svg, mark, left, middle);
    svg.text({right + gap, middle + small_size * 0.35}, chart.rows[i].right,
             {.size = small_size, .colour = soft_ink});
    y += height;
  }
  return frame.finish(draw_key(frame, chart.text, {margin, y + 16}, font));
}

}  // namespace pipeline

// What all charts share: colours, the title above and the notes below, labels in several lines,
// round numbers along an axis.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/chart/chart.h"
#include "pipeline/chart/svg.h"

namespace pipeline {

// Of Okabe and Ito's kind: told apart by who sees no red or green, and one dark, one light in grey.
inline constexpr std::string_view success_colour = "#00664b", failure_colour = "#f0a860";
inline constexpr std::string_view failure_edge = "#8f3d00";  // around it, and of thin marks
inline constexpr std::string_view neutral_colour = "#7a7a7a", ink = "#1a1a1a", faint = "#d4d4d4";
inline constexpr std::string_view soft_ink = "#4a4a4a";

inline constexpr double label_size = 13, small_size = 11.5, line_height = 16;
inline constexpr double margin = 16;

// Between two colours, "#rrggbb" each; `part` from 0 to 1.
std::string mixed(std::string_view from, std::string_view to, double part);
// Black or white, whichever can be read on it.
std::string_view ink_on(std::string_view fill);

std::string shown(std::uint64_t number, const ChartText& text);
std::string shown(double number, unsigned decimals, const ChartText& text);  // "+0,25", "−0,25"

// Zero and round numbers up to the first that is not below `most`.
std::vector<std::uint64_t> axis_steps(std::uint64_t most);

// Labels of rows, broken where they would take more than a third of a page.
struct RowLabels {
  std::vector<std::vector<std::string>> lines;
  double width = 0;  // of the widest line
};
RowLabels labels_of(const std::vector<std::string>& texts, const Font& font);
// One label, its middle at `y`.
void draw_label(Svg& svg, const std::vector<std::string>& lines, double x, double y, Anchor anchor);

// Title and subtitle, drawn; the picture's content begins below `top`.
class Frame {
 public:
  Frame(const ChartText& text, double width, const Font& font);
  Svg& svg() { return svg_; }
  double top() const { return top_; }
  double width() const { return width_; }
  // Something reaches as far as `right`.
  void widen(double right);
  // Notes below `bottom`, and the whole.
  std::string finish(double bottom);

 private:
  const ChartText& text_;
  const Font& font_;
  Svg svg_;
  double width_, top_ = margin;
};

// A box in a colour with what it means.
struct LegendEntry {
  std::string_view fill, stroke;
  std::string words;
};
// Returns where the next thing may begin.
double draw_legend(Frame& frame, const std::vector<LegendEntry>& entries, Point at,
                   const Font& font);

}  // namespace pipeline

#include <algorithm>
#include <cmath>

#include "pipeline/chart/chart.h"
#include "pipeline/chart/frame.h"

namespace pipeline {
namespace {

constexpr double smallest = 4, largest = 13, thinnest = 0.8, thickest = 9, gap = 7;

// Nodes stand on a circle, the first at the top and on to the right, at even heights: so each has
// its label beside it, on a line of its own.
struct Rim {
  double radius = 0, step = 0;
  std::size_t right = 0;  // nodes on the right half
  Point centre;

  Point place(std::size_t node) const {
    const bool is_right = node < right;
    const auto rank = static_cast<double>(is_right ? node : node - right) + 0.5;
    const double down = is_right ? step * rank - radius : radius - step_left() * rank;
    const double out = std::sqrt(std::max(0.0, radius * radius - down * down));
    return {centre.x + (is_right ? out : -out), centre.y + down};
  }
  double step_left() const { return 2 * radius / static_cast<double>(left); }
  std::size_t left = 1;
};

Rim rim_of(std::size_t nodes) {
  Rim rim;
  rim.right = (nodes + 1) / 2;
  rim.left = std::max<std::size_t>(nodes - rim.right, 1);
  constexpr double least_step = 2 * largest * 0.75, least_radius = 190;
  rim.radius = std::max(least_radius, least_step * static_cast<double>(rim.right) / 2);
  rim.step = 2 * rim.radius / static_cast<double>(std::max<std::size_t>(rim.right, 1));
  return rim;
}

double share(std::uint64_t count, std::uint64_t most) {
  return most == 0 ? 0 : static_cast<double>(count) / static_cast<double>(most);
}

std::uint64_t most_of_edges(const Network& chart) {
  std::uint64_t most = 0;
  for (const auto& edge : chart.edges) most = std::max(most, edge.count);
  return most;
}

void draw_edges(Svg& svg, const Network& chart, const Rim& rim) {
  const std::uint64_t most = most_of_edges(chart);
  std::vector<Network::Edge> edges = chart.edges;
  std::ranges::stable_sort(edges, {}, &Network::Edge::count);  // the strongest in front
  for (const auto& edge : edges) {
    const Point from = rim.place(edge.from), to = rim.place(edge.to);
    constexpr double bend = 0.45;  // towards the centre
    const Point middle{(from.x + to.x) / 2, (from.y + to.y) / 2};
    const Point towards{middle.x + (rim.centre.x - middle.x) * bend,
                        middle.y + (rim.centre.y - middle.y) * bend};
    const double part = share(edge.count, most);
    svg.curve(from, towards, to, "#2b4c6f", thinnest + (thickest - thinnest) * part,
              0.25 + 0.6 * part);
  }
}

void draw_nodes(Svg& svg, const Network& chart, const Rim& rim) {
  std::uint64_t most = 0;
  for (const auto& node : chart.nodes) most = std::max(most, node.count);
  for (std::size_t i = 0; i < chart.nodes.size(); ++i) {
    const auto& node = chart.nodes[i];
    const Point at = rim.place(i);
    const double radius = std::sqrt(
        smallest * smallest + (largest * largest - smallest * smallest) * share(node.count, most));
    const std::string fill =
        node.balance ? mixed(failure_colour, success_colour, (*node.balance + 1) / 2) : "#ffffff";
    svg.circle(at, radius, fill, ink);
    const bool is_right = i < rim.right;
    const double x = at.x + (is_right ? 1 : -1) * (largest + gap);
    svg.text({x, at.y + label_size * 0.35}, node.label + " (" + shown(node.count, chart.text) + ")",
             {.size = label_size, .anchor = is_right ? Anchor::start : Anchor::end});
  }
}

// Lines of the widths that occur, with their numbers, and what the shade of a node means.
double draw_key(Frame& frame, const Network& chart, Point at, const Font& font) {
  Svg& svg = frame.svg();
  const std::uint64_t most = most_of_edges(chart);
  double x = at.x;
  std::uint64_t last = 0;
  std::uint64_t least = most;
  for (const auto& edge : chart.edges) least = std::min(least, edge.count);
  for (const std::uint64_t count : {least, (least + most) / 2, most}) {
    if (count == last || count == 0) continue;
    last = count;
    const double part = share(count, most);
    svg.line({x, at.y}, {x + 30, at.y}, mixed("#ffffff", "#2b4c6f", 0.25 + 0.6 * part),
             thinnest + (thickest - thinnest) * part);
    const std::string words = shown(count, chart.text) + " " + chart.together;
    svg.text({x + 36, at.y + small_size * 0.35}, words, {.size = small_size});
    x += 36 + font.width(words, small_size);
    frame.widen(x);
    x += 22;
  }
  const std::string between = mixed(failure_colour, success_colour, 0.5);
  std::vector<LegendEntry> shades{{failure_colour, ink, chart.text.failure},
                                  {between, ink, tr("evenveel van beide")},
                                  {success_colour, ink, chart.text.success}};
  if (std::ranges::any_of(chart.nodes, [](const auto& node) { return !node.balance; }))
    shades.push_back({"#ffffff", ink, chart.text.neutral});
  return draw_legend(frame, shades, {at.x, at.y + 14}, font);
}

}  // namespace

std::string draw(const Network& chart, const Font& font) {
  Rim rim = rim_of(chart.nodes.size());
  double left = 0, right = 0;  // how far labels reach from the centre
  for (std::size_t i = 0; i < chart.nodes.size(); ++i) {
    const double width = font.width(
        chart.nodes[i].label + " (" + shown(chart.nodes[i].count, chart.text) + ")", label_size);
    double& side = i < rim.right ? right : left;
    side = std::max(side, std::abs(rim.place(i).x) + largest + gap + width);
  }
  rim.centre.x = margin + std::max(left, rim.radius);
  Frame frame(chart.text, rim.centre.x + std::max(right, rim.radius) + margin, font);
  rim.centre.y = frame.top() + rim.radius + largest;
  draw_edges(frame.svg(), chart, rim);
  draw_nodes(frame.svg(), chart, rim);
  return frame.finish(
      draw_key(frame, chart, {margin, rim.centre.y + rim.radius + largest + 20}, font));
}

}  // namespace pipeline

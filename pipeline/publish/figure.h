// A chart as a figure of a report's page.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "pipeline/chart/chart.h"
#include "pipeline/report/html.h"
#include "pipeline/report/printable.h"

namespace pipeline {

// The page has headings of its own, and its method section the notes: of the chart's words only the
// title is kept, for who cannot see it.
template <typename Chart>
std::string figure(Chart chart, const Font& font, std::string_view caption) {
  chart.text.notes.clear();
  chart.text.subtitle.clear();
  chart.text.spoken = std::exchange(chart.text.title, "");
  return "<figure>\n" + draw(chart, font) + "<figcaption>" + html_escaped(printable(caption)) +
         "</figcaption>\n</figure>\n";
}

}  // namespace pipeline

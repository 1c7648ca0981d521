#include "pipeline/publish/report_charts.h"

#include <fmt/format.h>

#include "pipeline/chart/of_facts.h"
#include "pipeline/chart/of_table.h"
#include "pipeline/report/html.h"

namespace pipeline {
namespace {

void settle(ChartText& text, const ReportWords& words) {
  text.notes.clear();  // the method section has them
  text.title.clear();
  text.success = words.success;
  text.failure = words.failure;
  text.neutral = words.neutral;
  text.decimal_mark = words.decimal_mark;
  text.thousands_mark = words.thousands_mark;
}

template <typename Chart>
std::string figure(const Chart& chart, const Font& font, std::string_view caption) {
  return "<figure>\n" + draw(chart, font) + "<figcaption>" + html_escaped(caption) +
         "</figcaption>\n</figure>\n";
}

template <typename... Values>
std::string filled(std::string_view sentence, const Values&... values) {
  return fmt::format(fmt::runtime(sentence), values...);
}

// Rows come in the order of the lexicon, as the factors of the report do, so that each is told by
// its place.
std::string bars(const ReportFacts& from, const ReportWords& words, const Font& font) {
  FrequencySpec spec = from.spec;
  spec.columns.clear();
  const auto table = frequency(from.facts, from.factors, spec, from.run);
  if (!table) return {};
  DivergingBars chart = bars_of(*table, RowOrder::table);
  for (std::size_t i = 0; i < chart.rows.size(); ++i) {
    DivergingBars::Row& row = chart.rows[i];
    if (row.success > 0) row.success_link = "#" + anchor(i, Valence::success);
    if (row.failure > 0) row.failure_link = "#" + anchor(i, Valence::failure);
    if (row.neutral > 0) row.neutral_link = "#" + anchor(i, Valence::neutral);
  }
  sort_rows(chart, RowOrder::count);
  settle(chart.text, words);
  return figure(chart, font, filled(words.bars_caption, unit_name(spec.unit, words)));
}

std::string map(const ReportFacts& from, const ReportWords& words, const Font& font,
                bool is_balance) {
  if (from.column.values.empty()) return {};
  FrequencySpec spec = from.spec;
  spec.valence = is_balance ? ValenceView::split : ValenceView::sum;
  const auto table = frequency(from.facts, from.factors, spec, from.run);
  if (!table) return {};
  HeatMap chart = is_balance ? balance_map_of(*table) : heat_map_of(*table);
  for (std::size_t row = 0; row < chart.rows.size(); ++row)
    for (std::size_t i = 0; i < chart.rows[row].cells.size(); ++i)
      if (from.has_any(row, i)) chart.rows[row].cells[i].link = "#" + column_anchor(i, row);
  for (std::string& column : chart.columns)
    if (column == no_value) column = words.none;
  settle(chart.text, words);
  return figure(chart, font,
                filled(is_balance ? words.balance_caption : words.counts_caption,
                       unit_name(spec.unit, words)));
}

std::string network(const FactsToDraw& facts, const ReportWords& words, const Font& font) {
  auto chart = network_of(facts, {});
  if (!chart || chart->edges.empty()) return {};
  settle(chart->text, words);
  chart->together = words.times_together;
  return figure(*chart, font,
                filled(words.network_caption, shown_number(chart->edges.size(), words),
                       shown_number(chart->all_edges, words)));
}

std::string strips(const FactsToDraw& facts, const ReportWords& words, const Font& font) {
  constexpr std::size_t most_rows = 40;
  auto chart = strips_of(facts, {"", false, most_rows});
  if (!chart || chart->rows.empty()) return {};
  settle(chart->text, words);
  chart->begin = words.begin;
  chart->end = words.end;
  return figure(*chart, font,
                filled(words.strips_caption, shown_number(chart->rows.size(), words),
                       shown_number(chart->documents, words)));
}

std::string timeline(const FactsToDraw& facts, const ReportRecipe& recipe, const ReportWords& words,
                     const Font& font) {
  auto chart = timeline_of(facts, {"", recipe.date, PeriodLength::fitting, words.code == "en"});
  if (!chart || chart->periods.empty()) return {};
  settle(chart->text, words);
  return figure(*chart, font,
                std::string(words.timeline_caption) + " " +
                    filled(words.undated, shown_number(chart->neutral, words),
                           shown_number(chart->undated, words)));
}

}  // namespace

std::string chart_figure(ReportChart chart, const ReportFacts& from, const ReportRecipe& recipe,
                         const ReportWords& words, const Font& font) {
  const FactsToDraw facts{from.facts, from.factors, from.scope, from.run};
  switch (chart) {
    case ReportChart::bars:
      return bars(from, words, font);
    case ReportChart::counts:
      return map(from, words, font, false);
    case ReportChart::balance:
      return map(from, words, font, true);
    case ReportChart::network:
      return network(facts, words, font);
    case ReportChart::strips:
      return strips(facts, words, font);
    case ReportChart::timeline:
      return timeline(facts, recipe, words, font);
  }
  return {};
}

}  // namespace pipeline

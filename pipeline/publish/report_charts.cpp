#include "pipeline/publish/report_charts.h"

#include <fmt/format.h>

#include <utility>

#include "pipeline/chart/of_facts.h"
#include "pipeline/chart/of_table.h"
#include "pipeline/model/tr.h"
#include "pipeline/publish/figure.h"
#include "pipeline/report/frequency_notes.h"
#include "pipeline/report/number.h"

namespace pipeline {
namespace {

// Rows come in the order of the lexicon, as the factors of the report do, so that each is told by
// its place.
std::string bars(const ReportFacts& from, const Font& font) {
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
  return figure(
      std::move(chart), font,
      tr("Hoe vaak elke factor als faal (links) en als succes (rechts) is gecodeerd, in {}.",
         plural_within(spec.unit)));
}

std::string map(const ReportFacts& from, const Font& font, bool is_balance) {
  if (from.column.values.empty()) return {};
  FrequencySpec spec = from.spec;
  spec.valence = is_balance ? ValenceView::split : ValenceView::sum;
  const auto table = frequency(from.facts, from.factors, spec, from.run);
  if (!table) return {};
  HeatMap chart = is_balance ? balance_map_of(*table) : heat_map_of(*table);
  for (std::size_t row = 0; row < chart.rows.size(); ++row)
    for (std::size_t i = 0; i < chart.rows[row].cells.size(); ++i)
      if (from.has_any(row, i)) chart.rows[row].cells[i].link = "#" + column_anchor(i, row);
  return figure(
      std::move(chart), font,
      tr(is_balance
             ? tr_later("Saldo van succes en faal; n is hoeveel {} dat zijn. Een saldo van weinig "
                        "zegt weinig.")
             : tr_later("Elk getal telt {}, ook bij neutrale coderingen. Hoe donkerder, hoe meer."),
         plural_within(spec.unit)));
}

std::string network(const Subject& subject, const Font& font) {
  Network chart = network_of(subject, {});
  if (chart.edges.empty()) return {};
  return figure(std::move(chart), font,
                tr("Een lijn verbindt factoren die in dezelfde passage staan. Getoond: {} van de "
                   "{} verbanden, de sterkste. Tussen haakjes: het aantal passages met de factor. "
                   "De tint van een stip loopt van faal (licht) naar succes (donker).",
                   number(chart.edges.size()), number(chart.all_edges)));
}

std::string strips(const Subject& subject, const Font& font) {
  constexpr std::size_t most_rows = 40;
  auto chart = strips_of(subject, {"", false, most_rows});
  if (!chart || chart->rows.empty()) return {};
  return figure(std::move(*chart), font,
                tr("Een streepje is een codering: omhoog succes, omlaag faal, klein neutraal. De "
                   "plaats is het deel van de woorden dat eraan voorafgaat, op een passage "
                   "nauwkeurig. Getoond: {} van de {} documenten, die met de meeste coderingen.",
                   number(chart->rows.size()), number(chart->documents)));
}

std::string timeline(const Subject& subject, const ReportRecipe& recipe, const Font& font) {
  auto chart = timeline_of(subject, {"", recipe.date, PeriodLength::fitting});
  if (!chart || chart->is_empty()) return {};
  return figure(std::move(*chart), font,
                tr("Succes en faal naar de datum van het gesprek of document.") + " " +
                    tr("Niet getekend: {} neutrale coderingen en {} zonder datum.",
                       number(chart->neutral), number(chart->undated)));
}

}  // namespace

std::string chart_figure(ReportChart chart, const ReportFacts& from, const ReportRecipe& recipe,
                         const Font& font) {
  const Subject subject{from.facts, from.factors, from.run, from.scope, from.selection};
  switch (chart) {
    case ReportChart::bars:
      return bars(from, font);
    case ReportChart::counts:
      return map(from, font, false);
    case ReportChart::balance:
      return map(from, font, true);
    case ReportChart::network:
      return network(subject, font);
    case ReportChart::strips:
      return strips(subject, font);
    case ReportChart::timeline:
      return timeline(subject, recipe, font);
    case ReportChart::ratings:
      return {};  // of its own section, which has the matrix
  }
  return {};
}

}  // namespace pipeline

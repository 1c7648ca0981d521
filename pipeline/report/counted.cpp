#include "pipeline/report/counted.h"

#include <fmt/core.h>

#include <algorithm>

#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

// More than a person can read and a spreadsheet can open; keeps speaker x document from taking all
// memory.
constexpr std::size_t most_cells = 2'000'000;

void keep_what_takes_part(Dimension& dimension, const Selection& selection, bool empty_factors) {
  if (dimension.empty_values == EmptyValues::kept) return;
  if (dimension.empty_values == EmptyValues::on_request && empty_factors) return;
  std::vector<bool> used(dimension.values.size());
  if (dimension.of_passages) {
    for (std::size_t i = 0; i < dimension.of.size(); ++i)
      if (selection.passages[i]) used[dimension.of[i]] = true;
  } else {
    for (const std::uint32_t coding : selection.codings) used[dimension.of[coding]] = true;
  }
  keep_used(dimension, used);
}

bool has_share(const FrequencySpec& spec, Share share) {
  return std::ranges::find(spec.shares, share) != spec.shares.end();
}

Result<void> find_dimensions(CountedCells& counted, const CorpusFacts& facts,
                             std::span<const Factor> factors) {
  auto rows = dimension(counted.spec.rows, facts, factors);
  if (!rows) return tl::unexpected(rows.error());
  counted.rows = std::move(*rows);
  if (!counted.spec.columns.empty()) {
    auto columns = dimension(counted.spec.columns, facts, factors);
    if (!columns) return tl::unexpected(columns.error());
    counted.columns = std::move(*columns);
  }
  if (counted.rows.name == counted.columns.name)
    return failure(
        tr("rijen en kolommen zijn allebei '{}'; kies voor een van beide een "
           "ander kenmerk",
           counted.rows.noun));
  // Beside succes, faal and neutraal a split by valence says nothing.
  if (counted.rows.name == "valentie" || counted.columns.name == "valentie")
    counted.spec.valence = ValenceView::sum;
  return {};
}

Result<void> check(const FrequencySpec& spec) {
  if (spec.valence == ValenceView::mixed && spec.unit == CountUnit::codings)
    return failure(
        tr("gemengd zijn eenheden met succes én faal, en een codering heeft maar één valentie; tel "
           "iets anders, zoals met --count sentences, documents of cases"));
  if (spec.test != TableTest::none && spec.columns.empty())
    return failure(tr("een toets vergelijkt kolommen; geef ze, zoals met --columns uitkomst"));
  return {};
}

void count_cells(CountedCells& counted, const CorpusFacts& facts) {
  const auto& codings = counted.selection.codings;
  const auto count = [&](std::span<const std::uint32_t> units) {
    return count_units(facts, codings, counted.rows, counted.columns, units);
  };
  counted.units = units_of(facts, counted.spec.unit);
  counted.counts = count(counted.units);
  counted.without_unit = static_cast<std::uint64_t>(std::ranges::count_if(
      codings, [&](std::uint32_t coding) { return counted.units[coding] == no_unit; }));
  counted.base = count_base(facts, counted.selection.passages, counted.rows, counted.columns);
  if (has_share(counted.spec, Share::documents))
    counted.documents = count(units_of(facts, CountUnit::documents));
  if (has_share(counted.spec, Share::cases))
    counted.cases = count(units_of(facts, CountUnit::cases));
}

}  // namespace

Result<CountedCells> count_all(const CorpusFacts& facts, std::span<const Factor> factors,
                               const FrequencySpec& spec) {
  if (auto checked = check(spec); !checked) return tl::unexpected(checked.error());
  CountedCells counted;
  counted.spec = spec;
  auto selection = select(facts, spec.scope);
  if (!selection) return tl::unexpected(selection.error());
  counted.selection = std::move(*selection);
  if (auto found = find_dimensions(counted, facts, factors); !found)
    return tl::unexpected(found.error());
  keep_what_takes_part(counted.rows, counted.selection, spec.empty_factors);
  if (!spec.columns.empty())
    keep_what_takes_part(counted.columns, counted.selection, spec.empty_factors);
  const std::size_t cells = (counted.rows.values.size() + 1) * (counted.columns.values.size() + 1);
  if (cells > most_cells)
    return failure(
        tr("de tabel van {} bij {} zou {} cellen krijgen, meer dan {}; kies "
           "een ander kenmerk of beperk haar met een zoekvraag",
           counted.rows.noun, counted.columns.noun, cells, most_cells));
  count_cells(counted, facts);
  return counted;
}

bool margins_add_up(const CountedCells& counted) {
  const std::size_t row_total = counted.rows.values.size();
  const std::size_t column_total = counted.columns.values.size();
  std::uint64_t over_rows = 0, over_columns = 0;
  for (std::size_t row = 0; row < row_total; ++row)
    over_rows += counted.counts.at(row, column_total).any;
  for (std::size_t column = 0; column < column_total; ++column)
    over_columns += counted.counts.at(row_total, column).any;
  const std::uint32_t all = counted.counts.at(row_total, column_total).any;
  return over_rows == all && (column_total == 0 || over_columns == all);
}

bool adds_up(const CountedCells& counted) {
  const ValenceCounts& all =
      counted.counts.at(counted.rows.values.size(), counted.columns.values.size());
  const bool splits = counted.spec.valence == ValenceView::split;
  return margins_add_up(counted) &&
         (!splits || std::uint64_t{all.success} + all.failure + all.neutral == all.any);
}

}  // namespace pipeline

#include "pipeline/report/frequency.h"

#include <fmt/core.h>

#include <algorithm>
#include <set>

#include "pipeline/report/count.h"
#include "pipeline/report/dimension.h"
#include "pipeline/report/frequency_notes.h"
#include "pipeline/report/scope.h"

namespace pipeline {
namespace {

// More than a person can read and a spreadsheet can open; keeps speaker x document from taking all
// memory.
constexpr std::size_t most_cells = 2'000'000;

constexpr const char* total = "Totaal";

struct CellNumbers {
  ValenceCounts counts;
  Base base;
  std::uint32_t documents = 0;  // with a counted coding
};

Cell ratio(double part, double whole) {
  return whole == 0 ? Cell{} : Cell{part / whole};
}

// One column of a group: what it is called and what it makes of a cell.
struct Measure {
  const char *name, *title;
  unsigned decimals;
  ColumnRole role;
  Cell (*value)(const CellNumbers&);
};
constexpr Measure success{"succes", "succes", 0, ColumnRole::success, [](const CellNumbers& cell) {
                            return Cell{std::int64_t{cell.counts.success}};
                          }};
constexpr Measure failed{"faal", "faal", 0, ColumnRole::failure, [](const CellNumbers& cell) {
                           return Cell{std::int64_t{cell.counts.failure}};
                         }};
constexpr Measure neutral{
    "neutraal", "neutraal", 0, ColumnRole::plain,
    [](const CellNumbers& cell) { return Cell{std::int64_t{cell.counts.neutral}}; }};
constexpr Measure any{"aantal", "aantal", 0, ColumnRole::plain,
                      [](const CellNumbers& cell) { return Cell{std::int64_t{cell.counts.any}}; }};
constexpr Measure balance{"saldo", "saldo", 2, ColumnRole::balance, [](const CellNumbers& cell) {
                            const double plus = cell.counts.success, minus = cell.counts.failure;
                            return ratio(plus - minus, plus + minus);
                          }};
constexpr Measure per_thousand{
    "per_1000_woorden", "per 1.000 w.", 2, ColumnRole::plain, [](const CellNumbers& cell) {
      return ratio(1000.0 * cell.counts.any, static_cast<double>(cell.base.words));
    }};
constexpr Measure document_share{
    "procent_documenten", "% doc.", 1, ColumnRole::plain,
    [](const CellNumbers& cell) { return ratio(100.0 * cell.documents, cell.base.documents); }};

std::vector<Measure> measures_of(const FrequencySpec& spec, bool is_total) {
  std::vector<Measure> measures;
  if (spec.valence == ValenceView::split) measures = {success, failed, neutral};
  if (spec.valence == ValenceView::balance) measures = {balance};
  if (spec.valence == ValenceView::sum || is_total) measures.push_back(any);
  if (spec.per_thousand_words) measures.push_back(per_thousand);
  if (spec.document_share) measures.push_back(document_share);
  return measures;
}

// Everything that was counted, ready to be laid out.
struct Counted {
  FrequencySpec spec;
  Selection selection;
  Dimension rows, columns;  // columns without values: none
  Grid<ValenceCounts> counts{0, 0}, documents{0, 0};
  Grid<Base> base{0, 0};
  std::uint64_t without_unit = 0;

  CellNumbers cell(std::size_t row, std::size_t column) const {
    return {counts.at(row, column), base.at(row, column),
            spec.document_share ? documents.at(row, column).any : 0};
  }
};

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

Result<void> find_dimensions(Counted& counted, const CorpusFacts& facts,
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
        fmt::format("rijen en kolommen zijn allebei '{}'; kies voor een van beide een "
                    "ander kenmerk",
                    counted.rows.name));
  // Beside succes, faal and neutraal a split by valence says nothing.
  if (counted.rows.name == "valentie" || counted.columns.name == "valentie")
    counted.spec.valence = ValenceView::sum;
  return {};
}

Result<Counted> count_all(const CorpusFacts& facts, std::span<const Factor> factors,
                          const FrequencySpec& spec) {
  Counted counted;
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
        fmt::format("de tabel van {} bij {} zou {} cellen krijgen, meer dan {}; kies "
                    "een ander kenmerk of beperk haar met een zoekvraag",
                    counted.rows.name, counted.columns.name, cells, most_cells));
  const auto& codings = counted.selection.codings;
  const auto units = units_of(facts, spec.unit);
  counted.counts = count_units(facts, codings, counted.rows, counted.columns, units);
  counted.without_unit = static_cast<std::uint64_t>(std::ranges::count_if(
      codings, [&](std::uint32_t coding) { return units[coding] == no_unit; }));
  counted.base = count_base(facts, counted.selection.passages, counted.rows, counted.columns);
  if (spec.document_share)
    counted.documents = count_units(facts, codings, counted.rows, counted.columns,
                                    units_of(facts, CountUnit::documents));
  return counted;
}

// Distinct units in cells add up to the margin unless one of them is in two cells.
bool adds_up(const Counted& counted) {
  const std::size_t row_total = counted.rows.values.size();
  const std::size_t column_total = counted.columns.values.size();
  const ValenceCounts& all = counted.counts.at(row_total, column_total);
  std::uint64_t over_rows = 0, over_columns = 0;
  for (std::size_t row = 0; row < row_total; ++row)
    over_rows += counted.counts.at(row, column_total).any;
  for (std::size_t column = 0; column < column_total; ++column)
    over_columns += counted.counts.at(row_total, column).any;
  const bool splits = counted.spec.valence == ValenceView::split;
  return over_rows == all.any && (column_total == 0 || over_columns == all.any) &&
         (!splits || std::uint64_t{all.success} + all.failure + all.neutral == all.any);
}

class Layout {
 public:
  explicit Layout(const Counted& counted)
      : counted_(counted),
        measures_(measures_of(counted.spec, false)),
        total_measures_(measures_of(counted.spec, true)) {}

  void add_columns(Table& table) {
    const Dimension& rows = counted_.rows;
    if (rows.has_labels) {
      add(table, {rows.name, rows.title, 0, "", ColumnRole::key});
      add(table, {"label", rows.title, 0, "", ColumnRole::label});
    } else {
      add(table, {rows.name, rows.title, 0, "", ColumnRole::label});
    }
    for (const DimensionValue& value : counted_.columns.values)
      add_group(table, value.key, value.label, measures_);
    add_group(table, counted_.columns.name.empty() ? "" : "totaal", "totaal", total_measures_);
  }

  void add_rows(Table& table) const {
    const auto& values = counted_.rows.values;
    for (std::size_t row = 0; row < values.size(); ++row)
      table.rows.push_back(row_of(row, values[row], false));
    table.rows.push_back(row_of(values.size(), {total, total}, true));
  }

 private:
  void add(Table& table, Column column) {
    const std::string name = column.name;
    for (int again = 2; !names_.insert(column.name).second; ++again)
      column.name = fmt::format("{}_{}", name, again);  // a case called "totaal"
    table.columns.push_back(std::move(column));
  }

  // A group of one column needs no heading over it: "westerbeek" is its title.
  void add_group(Table& table, const std::string& key, const std::string& label,
                 const std::vector<Measure>& measures) {
    for (const Measure& measure : measures) {
      if (key.empty())
        add(table, {measure.name, measure.title, measure.decimals, "", measure.role});
      else if (measures.size() == 1)
        add(table, {key, label, measure.decimals, "", measure.role});
      else
        add(table,
            {key + ":" + measure.name, measure.title, measure.decimals, label, measure.role});
    }
  }

  Row row_of(std::size_t row, const DimensionValue& value, bool is_total) const {
    Row result;
    result.is_total = is_total;
    if (counted_.rows.has_labels) result.cells.emplace_back(value.key);
    result.cells.emplace_back(value.label);
    const std::size_t column_total = counted_.columns.values.size();
    for (std::size_t column = 0; column <= column_total; ++column) {
      const CellNumbers numbers = counted_.cell(row, column);
      for (const Measure& measure : column == column_total ? total_measures_ : measures_)
        result.cells.push_back(measure.value(numbers));
    }
    return result;
  }

  const Counted& counted_;
  std::vector<Measure> measures_, total_measures_;
  std::set<std::string> names_;
};

std::string title_of(const Counted& counted) {
  std::string title = fmt::format("{} per {}", plural_of(counted.spec.unit), counted.rows.name);
  if (!counted.columns.name.empty()) title += " en " + counted.columns.name;
  return title;
}

}  // namespace

Result<Table> frequency(const CorpusFacts& facts, std::span<const Factor> factors,
                        const FrequencySpec& spec, const std::optional<RunRecord>& run) {
  const auto counted = count_all(facts, factors, spec);
  if (!counted) return tl::unexpected(counted.error());
  Table table;
  table.title = title_of(*counted);
  Layout layout(*counted);
  layout.add_columns(table);
  layout.add_rows(table);
  table.notes = frequency_notes(
      {facts, counted->spec, counted->selection, adds_up(*counted), counted->without_unit}, run);
  return table;
}

}  // namespace pipeline

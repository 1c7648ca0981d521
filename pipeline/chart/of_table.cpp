#include "pipeline/chart/of_table.h"

#include <algorithm>

#include "pipeline/model/tr.h"
#include "pipeline/report/caution.h"

namespace pipeline {
namespace {

std::size_t label_column(const Table& table) {
  const auto it = std::ranges::find(table.columns, ColumnRole::label, &Column::role);
  return static_cast<std::size_t>(it - table.columns.begin());
}

std::string words_of(const Row& row, std::size_t column) {
  const auto* words = std::get_if<std::string>(&row.cells[column]);
  return words == nullptr ? std::string() : *words;
}

std::uint64_t count_in(const Table& table, const Row& row, std::string_view name) {
  const auto it = std::ranges::find(table.columns, name, &Column::name);
  if (it == table.columns.end()) return 0;
  const Cell& cell = row.cells[static_cast<std::size_t>(it - table.columns.begin())];
  const auto* count = std::get_if<std::int64_t>(&cell);
  return count == nullptr ? 0 : static_cast<std::uint64_t>(*count);
}

std::optional<double> value_of(const Cell& cell) {
  if (const auto* count = std::get_if<std::int64_t>(&cell)) return static_cast<double>(*count);
  if (const auto* value = std::get_if<double>(&cell)) return *value;
  return std::nullopt;
}

// Columns before the margin, which is the last `margin` of them whatever a value is called.
std::size_t end_of_values(const Table& table, std::size_t margin) {
  return table.columns.size() - std::min(table.columns.size(), margin);
}

// A chart shows in every cell what its number rests on, so it needs no marks of small numbers; and
// a note about one speaker names its rows.
ChartText text_of(const Table& table) {
  ChartText text;
  text.title = table.title;
  const std::string of_one_speaker = std::string(one_speaker_mark) + " ";
  for (const std::string& note : table.notes) {
    if (note.starts_with(small_mark)) continue;
    text.notes.push_back(note.starts_with(of_one_speaker) ? note.substr(of_one_speaker.size())
                                                          : note);
  }
  return text;
}

double balance(const DivergingBars::Row& row) {
  const auto plus = static_cast<double>(row.success), minus = static_cast<double>(row.failure);
  return plus + minus == 0 ? 0 : (plus - minus) / (plus + minus);
}

}  // namespace

void sort_rows(DivergingBars& chart, RowOrder order) {
  if (order == RowOrder::count)
    std::ranges::stable_sort(chart.rows, std::ranges::greater{}, [](const DivergingBars::Row& row) {
      return row.success + row.failure + row.neutral;
    });
  if (order == RowOrder::balance)
    std::ranges::stable_sort(chart.rows, std::ranges::less{}, balance);
}

DivergingBars bars_of(const Table& table, RowOrder order) {
  DivergingBars chart;
  chart.text = text_of(table);
  const std::size_t label = label_column(table);
  for (const Row& row : table.rows)
    if (!row.is_total)
      chart.rows.push_back({words_of(row, label), count_in(table, row, "succes"),
                            count_in(table, row, "faal"), count_in(table, row, "neutraal")});
  sort_rows(chart, order);
  return chart;
}

HeatMap heat_map_of(const Table& table) {
  HeatMap chart;
  chart.text = text_of(table);
  const std::size_t label = label_column(table);
  std::vector<std::size_t> columns;
  constexpr std::size_t margin = 1;  // aantal
  for (std::size_t i = label + 1; i < end_of_values(table, margin); ++i) {
    columns.push_back(i);
    chart.columns.push_back(table.columns[i].title);
    chart.decimals = std::max(chart.decimals, table.columns[i].decimals);
  }
  for (const Row& row : table.rows) {
    if (row.is_total) continue;
    HeatMap::Row& made = chart.rows.emplace_back();
    made.label = words_of(row, label);
    for (const std::size_t i : columns) made.cells.push_back({value_of(row.cells[i])});
  }
  return chart;
}

HeatMap balance_map_of(const Table& table) {
  HeatMap chart;
  chart.text = text_of(table);
  chart.is_balance = true;
  chart.decimals = 2;
  const std::size_t label = label_column(table);
  std::vector<std::size_t> columns;  // of succes; faal stands behind it
  constexpr std::size_t margin = 4;  // succes, faal, neutraal, aantal
  for (std::size_t i = label + 1; i < end_of_values(table, margin); ++i)
    if (table.columns[i].role == ColumnRole::success) {
      columns.push_back(i);
      chart.columns.push_back(table.columns[i].group);
    }
  for (const Row& row : table.rows) {
    if (row.is_total) continue;
    HeatMap::Row& made = chart.rows.emplace_back();
    made.label = words_of(row, label);
    for (const std::size_t i : columns) {
      const double plus = value_of(row.cells[i]).value_or(0);
      const double minus = value_of(row.cells[i + 1]).value_or(0);
      HeatMap::Cell& cell = made.cells.emplace_back();
      if (plus + minus == 0) continue;
      cell.value = (plus - minus) / (plus + minus);
      cell.under = "n = " + std::to_string(static_cast<std::uint64_t>(plus + minus));
    }
  }
  chart.text.notes.insert(chart.text.notes.begin(),
                          tr("Saldo: (succes \u2212 faal) / (succes + faal), van \u22121 tot +1; "
                             "n = succes + faal; leeg waar geen van beide voorkomt."));
  return chart;
}

}  // namespace pipeline

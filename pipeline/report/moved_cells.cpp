#include "pipeline/report/moved_cells.h"

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

struct CellPlace {
  std::string row, label, column, valence;

  friend auto operator<=>(const CellPlace&, const CellPlace&) = default;
};

bool is_margin(const Column& column) {
  return column.name == "aantal" || column.name == "totaal" || column.name.starts_with("totaal:");
}

// Both numbers of each place, in order of first appearance.
class CellPairs {
 public:
  void add(const Table& table, bool is_after) {
    for (const Row& row : table.rows) {
      if (row.is_total) continue;
      for (std::size_t i = 0; i < row.cells.size(); ++i) add(table, row, i, is_after);
    }
  }
  std::vector<Row> moved(bool has_columns) const {
    std::vector<Row> rows;
    for (std::size_t i = 0; i < places_.size(); ++i) {
      const auto [before, after] = pairs_[i];
      if (before == after) continue;
      Row row{{places_[i].row, places_[i].label}};
      if (has_columns) row.cells.emplace_back(places_[i].column);
      for (Cell cell : {Cell(places_[i].valence), Cell(before), Cell(after), Cell(after - before)})
        row.cells.push_back(std::move(cell));
      rows.push_back(std::move(row));
    }
    return rows;
  }

 private:
  void add(const Table& table, const Row& row, std::size_t i, bool is_after) {
    const Column& column = table.columns[i];
    const auto* number = std::get_if<std::int64_t>(&row.cells[i]);
    if (number == nullptr || is_margin(column)) return;
    const CellPlace place{std::get<std::string>(row.cells[0]),
                          std::get<std::string>(row.cells[table.columns[1].name == "label"]),
                          column.group, column.title};
    const auto [known, is_new] = index_.try_emplace(place, places_.size());
    if (is_new) {
      places_.push_back(place);
      pairs_.emplace_back(0, 0);
    }
    (is_after ? pairs_[known->second].second : pairs_[known->second].first) = *number;
  }

  std::map<CellPlace, std::size_t> index_;
  std::vector<CellPlace> places_;
  std::vector<std::pair<std::int64_t, std::int64_t>> pairs_;
};

}  // namespace

Table moved_cells(const Table& before, const Table& after, const std::string& columns) {
  CellPairs pairs;
  pairs.add(before, false);
  pairs.add(after, true);
  Table table{tr("Cellen die veranderen"),
              {{"factor", "factor", 0, {}, ColumnRole::key},
               {"label", tr("Factor"), 0, {}, ColumnRole::label}},
              pairs.moved(!columns.empty()),
              {}};
  if (!columns.empty()) table.columns.push_back({columns, columns});
  for (const std::string_view name :
       {tr_later("valentie"), tr_later("was"), tr_later("wordt"), tr_later("verschil")})
    table.columns.push_back({std::string(name), tr(name)});
  return table;
}

}  // namespace pipeline

#include "pipeline/evaluate/columns.h"

#include "pipeline/model/tr.h"

namespace pipeline {

void add_column(Table& table, const std::string& name, const std::string& title,
                const std::string& group) {
  table.columns.push_back({name, title, 0, group});
}

void add_share_columns(Table& table, const std::string& name, const std::string& group) {
  table.columns.push_back({name, "%", 1, group});
  table.columns.push_back({name + "_van", tr("van"), 1, group});
  table.columns.push_back({name + "_tot", tr("tot"), 1, group});
}

void add_count(Row& row, std::uint64_t number) {
  row.cells.emplace_back(static_cast<std::int64_t>(number));
}

void add_percent(Row& row, std::optional<double> share) {
  Cell& cell = row.cells.emplace_back();
  if (share) cell = 100 * *share;
}

void add_number(Row& row, std::optional<double> number) {
  Cell& cell = row.cells.emplace_back();
  if (number) cell = *number;
}

void add_share(Row& row, std::uint64_t some, std::uint64_t all) {
  const Matches matches{some, all, all};
  add_share(row, precision(matches), wilson(some, all));
}

void add_share(Row& row, std::optional<double> share, const std::optional<Interval>& interval) {
  add_percent(row, share);
  add_percent(row, interval ? std::optional(interval->low) : std::nullopt);
  add_percent(row, interval ? std::optional(interval->high) : std::nullopt);
}

}  // namespace pipeline

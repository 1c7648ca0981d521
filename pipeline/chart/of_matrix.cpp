#include "pipeline/chart/of_matrix.h"

#include <algorithm>
#include <numeric>

#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

std::optional<double> mean_rating(const RatingMatrix& matrix, std::size_t factor) {
  double sum = 0, count = 0;
  for (std::size_t column = 0; column < matrix.columns.values.size(); ++column)
    if (const auto value = value_of(matrix.at(factor, column).rating())) {
      sum += *value;
      ++count;
    }
  return count == 0 ? std::nullopt : std::optional(sum / count);
}

std::vector<std::size_t> all_places(std::size_t count) {
  std::vector<std::size_t> places(count);
  std::iota(places.begin(), places.end(), std::size_t{0});
  return places;
}

std::string group_of(const CaseOutcomes& outcomes, std::size_t column) {
  const std::uint32_t outcome = outcomes.of[column];
  return outcome == no_outcome ? tr("overige") : outcomes.values[outcome];
}

}  // namespace

GridOrder grid_order(const RatingMatrix& matrix, const std::optional<CaseOutcomes>& outcomes,
                     FactorOrder order) {
  GridOrder made{all_places(matrix.factors.values.size()),
                 all_places(matrix.columns.values.size())};
  if (outcomes)
    std::ranges::stable_sort(made.columns, {},
                             [&](std::size_t column) { return outcomes->of[column]; });
  if (order == FactorOrder::rating) {
    constexpr double below_all = -3;
    std::ranges::stable_sort(made.factors, std::ranges::greater{}, [&](std::size_t factor) {
      return mean_rating(matrix, factor).value_or(below_all);
    });
  }
  return made;
}

std::vector<std::size_t> factors_as_in(const RatingMatrix& matrix, const Table& comparison) {
  std::vector<std::size_t> factors;
  for (const Row& row : comparison.rows)
    factors.push_back(place_of(matrix.factors, std::get<std::string>(row.cells[0])));
  return factors;
}

RatingGrid grid_of(const RatingMatrix& matrix, const std::optional<CaseOutcomes>& outcomes,
                   const GridOrder& order) {
  RatingGrid chart;
  chart.text.title = tr("Oordeel per factor en {}", matrix.columns.noun);
  if (outcomes) chart.text.subtitle = tr("Geordend naar {}", outcomes->attribute);
  for (const std::size_t column : order.columns)
    chart.columns.push_back(
        {matrix.columns.values[column].label, outcomes ? group_of(*outcomes, column) : ""});
  for (const std::size_t factor : order.factors) {
    RatingGrid::Row& row = chart.rows.emplace_back();
    row.label = matrix.factors.values[factor].label;
    for (const std::size_t column : order.columns) {
      const RatedCell& cell = matrix.at(factor, column);
      row.cells.push_back({cell.rating(), cell.confirmed.has_value(), cell.is_changed});
    }
  }
  return chart;
}

}  // namespace pipeline

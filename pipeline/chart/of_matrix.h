// A rating matrix as a chart: the same ratings as its table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "pipeline/chart/chart.h"
#include "pipeline/model/table.h"
#include "pipeline/report/case_outcomes.h"
#include "pipeline/report/rating_matrix.h"

namespace pipeline {

// As in the matrix, or from the highest to the lowest mean of the ratings (mixed is 0; factors
// without any last).
enum class FactorOrder : std::uint8_t { table, rating };

// Where a cell of the grid stands in the matrix; grids are drawn in another order.
struct GridOrder {
  std::vector<std::size_t> factors, columns;
};
// Columns by their outcome where there is one to order them by, those without it last.
GridOrder grid_order(const RatingMatrix& matrix, const std::optional<CaseOutcomes>& outcomes,
                     FactorOrder order);
// The factors as they follow each other in outcome_table(): what differs most first.
std::vector<std::size_t> factors_as_in(const RatingMatrix& matrix, const Table& comparison);

RatingGrid grid_of(const RatingMatrix& matrix, const std::optional<CaseOutcomes>& outcomes,
                   const GridOrder& order);

}  // namespace pipeline

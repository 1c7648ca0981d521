#include "pipeline/statistics/contingency.h"

#include <algorithm>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/hypergeometric.hpp>
#include <cmath>
#include <numeric>
#include <random>

#include "pipeline/statistics/deal.h"

namespace pipeline {
namespace {

struct Margins {
  std::vector<double> rows, columns;
  double all = 0;

  double expected(std::size_t row, std::size_t column) const {
    return rows[row] * columns[column] / all;
  }
  bool has_empty() const {
    const auto is_empty = [](double margin) { return margin == 0; };
    return std::ranges::any_of(rows, is_empty) || std::ranges::any_of(columns, is_empty);
  }
};

Margins margins_of(const CountTable& table) {
  Margins margins{std::vector<double>(table.rows()), std::vector<double>(table.columns), 0};
  for (std::size_t i = 0; i < table.counts.size(); ++i) {
    margins.rows[i / table.columns] += table.counts[i];
    margins.columns[i % table.columns] += table.counts[i];
    margins.all += table.counts[i];
  }
  return margins;
}

// Rows and columns that are empty add nothing.
double chi_square_value(const CountTable& table, const Margins& margins) {
  double sum = 0;
  for (std::size_t i = 0; i < table.counts.size(); ++i) {
    const double expected = margins.expected(i / table.columns, i % table.columns);
    if (expected > 0) sum += (table.counts[i] - expected) * (table.counts[i] - expected) / expected;
  }
  return sum;
}

// The counts of all units of each group.
CountTable grouped(const ClusteredCounts& counts, std::span<const std::uint32_t> group) {
  CountTable table{counts.columns, std::vector<double>(counts.groups * counts.columns)};
  for (std::size_t unit = 0; unit < group.size(); ++unit)
    for (std::size_t c = 0; c < counts.columns; ++c)
      table.counts[group[unit] * counts.columns + c] += counts.counts[unit * counts.columns + c];
  return table;
}

}  // namespace

tl::expected<ChiSquare, Undefined> chi_square(const CountTable& table) {
  const Margins margins = margins_of(table);
  if (margins.all == 0) return tl::unexpected(Undefined::nothing_counted);
  if (table.rows() < 2 || table.columns < 2) return tl::unexpected(Undefined::one_category);
  if (margins.has_empty()) return tl::unexpected(Undefined::empty_margin);
  ChiSquare result;
  result.value = chi_square_value(table, margins);
  result.freedom = (table.rows() - 1) * (table.columns - 1);
  result.smallest_expected =
      std::ranges::min(margins.rows) * std::ranges::min(margins.columns) / margins.all;
  const boost::math::chi_squared distribution(static_cast<double>(result.freedom));
  result.p = boost::math::cdf(boost::math::complement(distribution, result.value));
  return result;
}

Figure cramers_v(const CountTable& table) {
  const auto chi = chi_square(table);
  if (!chi) return tl::unexpected(chi.error());
  const double all = std::accumulate(table.counts.begin(), table.counts.end(), 0.0);
  const auto least = static_cast<double>(std::min(table.rows(), table.columns));
  return std::sqrt(chi->value / (all * (least - 1)));
}

double g_square(const CountTable& table) {
  const Margins margins = margins_of(table);
  double sum = 0;
  for (std::size_t i = 0; i < table.counts.size(); ++i)
    if (table.counts[i] > 0)
      sum += table.counts[i] *
             std::log(table.counts[i] / margins.expected(i / table.columns, i % table.columns));
  return std::max(0.0, 2 * sum);
}

CountTable table_of(const TwoByTwo& it) {
  return {2,
          {static_cast<double>(it.a), static_cast<double>(it.b), static_cast<double>(it.c),
           static_cast<double>(it.d)}};
}

Figure chi_square_yates(const TwoByTwo& counts) {
  const CountTable table = table_of(counts);
  const Margins margins = margins_of(table);
  if (margins.all == 0) return tl::unexpected(Undefined::nothing_counted);
  if (margins.has_empty()) return tl::unexpected(Undefined::empty_margin);
  const auto& it = table.counts;
  const double apart = std::max(0.0, std::abs(it[0] * it[3] - it[1] * it[2]) - margins.all / 2);
  return margins.all * apart * apart /
         (margins.rows[0] * margins.rows[1] * margins.columns[0] * margins.columns[1]);
}

double fisher_exact(const TwoByTwo& it) {
  const auto small = [](std::uint64_t count) { return static_cast<unsigned>(count); };
  const unsigned row = small(it.a + it.b), column = small(it.a + it.c);
  const unsigned all = row + small(it.c + it.d);
  if (all == 0) return 1;
  const boost::math::hypergeometric distribution(row, column, all);
  const auto chance = [&](unsigned a) { return boost::math::pdf(distribution, a); };
  const double given = chance(small(it.a)) * (1 + 1e-7);  // what rounding parts is as likely
  double p = 0;
  for (unsigned a = row > all - column ? row - (all - column) : 0; a <= std::min(row, column); ++a)
    if (chance(a) <= given) p += chance(a);
  return std::min(1.0, p);
}

Figure permutation_p(const ClusteredCounts& counts) {
  const CountTable given = grouped(counts, counts.group);
  const Margins margins = margins_of(given);
  if (margins.all == 0) return tl::unexpected(Undefined::nothing_counted);
  if (counts.groups < 2 || counts.columns < 2) return tl::unexpected(Undefined::one_category);
  const double value = chi_square_value(given, margins) * (1 - 1e-9);
  std::mt19937_64 random(deal_seed);
  std::vector<std::uint32_t> group = counts.group;
  unsigned as_extreme = 0;
  for (unsigned draw = 0; draw < permutation_draws; ++draw) {
    deal(random, group);
    const CountTable table = grouped(counts, group);
    as_extreme += chi_square_value(table, margins_of(table)) >= value ? 1 : 0;
  }
  return (1.0 + as_extreme) / (1.0 + permutation_draws);
}

std::vector<double> holm(std::span<const double> p_values) {
  std::vector<std::size_t> order(p_values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return p_values[i]; });
  std::vector<double> adjusted(p_values.size());
  double highest = 0;
  for (std::size_t k = 0; k < order.size(); ++k) {
    const auto left = static_cast<double>(order.size() - k);
    highest = std::max(highest, std::min(1.0, left * p_values[order[k]]));
    adjusted[order[k]] = highest;
  }
  return adjusted;
}

}  // namespace pipeline

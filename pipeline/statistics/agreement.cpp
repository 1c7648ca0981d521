#include "pipeline/statistics/agreement.h"

#include <cmath>
#include <numeric>

namespace pipeline {
namespace {

constexpr auto undefined(Undefined reason) {
  return tl::unexpected(reason);
}

double real(std::uint64_t number) {
  return static_cast<double>(number);
}

double sum(std::span<const std::uint32_t> unit) {
  return std::accumulate(unit.begin(), unit.end(), 0.0);
}

// Ordered pairs of coders who agree on the unit.
double agreeing_pairs(std::span<const std::uint32_t> unit) {
  double pairs = 0;
  for (const std::uint32_t count : unit) pairs += real(count) * (real(count) - 1);
  return pairs;
}

// The mean over units of the share of coders in each category; units with one coder count, too.
std::vector<double> mean_shares(const Ratings& ratings) {
  std::vector<double> shares(ratings.categories);
  double judged = 0;
  for (std::size_t u = 0; u < ratings.units(); ++u) {
    const auto unit = ratings.unit(u);
    const double coders = sum(unit);
    if (coders == 0) continue;
    ++judged;
    for (std::size_t k = 0; k < unit.size(); ++k) shares[k] += real(unit[k]) / coders;
  }
  for (double& share : shares) share /= judged;
  return shares;
}

double squares(std::span<const double> shares) {
  return std::inner_product(shares.begin(), shares.end(), shares.begin(), 0.0);
}

Figure beyond_chance(const Figure& agreement, double chance) {
  if (!agreement) return agreement;
  if (1 - chance < 1e-12) return undefined(Undefined::one_category);
  return (*agreement - chance) / (1 - chance);
}

double square(double value) {
  return value * value;
}

// The distance of categories a < b; `margins`: how many pairable values each has.
double distance(Metric metric, std::size_t a, std::size_t b, std::span<const double> margins,
                std::span<const double> values) {
  switch (metric) {
    case Metric::nominal:
      return 1;
    case Metric::ordinal: {
      double between = 0;
      for (std::size_t g = a; g <= b; ++g) between += margins[g];
      return square(between - (margins[a] + margins[b]) / 2);
    }
    case Metric::interval:
      return square(values[a] - values[b]);
    case Metric::ratio:
      return square((values[a] - values[b]) / (values[a] + values[b]));
  }
  return 0;
}

}  // namespace

Figure percent_agreement(const Ratings& ratings) {
  double shares = 0, units = 0;
  for (std::size_t u = 0; u < ratings.units(); ++u) {
    const auto unit = ratings.unit(u);
    const double coders = sum(unit);
    if (coders < 2) continue;
    shares += agreeing_pairs(unit) / (coders * (coders - 1));
    ++units;
  }
  if (units == 0) return undefined(Undefined::nothing_shared);
  return shares / units;
}

Figure pairable_agreement(const Ratings& ratings) {
  double agreeing = 0, values = 0;
  for (std::size_t u = 0; u < ratings.units(); ++u) {
    const auto unit = ratings.unit(u);
    const double coders = sum(unit);
    if (coders < 2) continue;
    agreeing += agreeing_pairs(unit) / (coders - 1);
    values += coders;
  }
  if (values == 0) return undefined(Undefined::nothing_shared);
  return agreeing / values;
}

double chance_agreement_fleiss(const Ratings& ratings) {
  return squares(mean_shares(ratings));
}

Figure fleiss_kappa(const Ratings& ratings) {
  return beyond_chance(percent_agreement(ratings), chance_agreement_fleiss(ratings));
}

Figure brennan_prediger(const Ratings& ratings) {
  if (ratings.categories < 2) return undefined(Undefined::one_category);
  return beyond_chance(percent_agreement(ratings), 1 / real(ratings.categories));
}

Figure gwet_ac1(const Ratings& ratings) {
  if (ratings.categories < 2) return undefined(Undefined::one_category);
  const double chance = (1 - squares(mean_shares(ratings))) / (real(ratings.categories) - 1);
  return beyond_chance(percent_agreement(ratings), chance);
}

double chance_agreement_cohen(std::span<const std::uint64_t> counts) {
  const auto size = static_cast<std::size_t>(std::lround(std::sqrt(real(counts.size()))));
  double all = 0, chance = 0;
  for (const std::uint64_t count : counts) all += real(count);
  for (std::size_t i = 0; i < size; ++i) {
    double row = 0, column = 0;
    for (std::size_t k = 0; k < size; ++k) {
      row += real(counts[i * size + k]);
      column += real(counts[k * size + i]);
    }
    chance += row * column;
  }
  return chance / all / all;
}

Figure cohen_kappa(std::span<const std::uint64_t> counts) {
  const auto size = static_cast<std::size_t>(std::lround(std::sqrt(real(counts.size()))));
  double all = 0, agreed = 0;
  for (const std::uint64_t count : counts) all += real(count);
  for (std::size_t i = 0; i < size; ++i) agreed += real(counts[i * size + i]);
  if (all == 0) return undefined(Undefined::nothing_shared);
  return beyond_chance(agreed / all, chance_agreement_cohen(counts));
}

Ratings ratings_of(std::span<const std::uint64_t> counts) {
  const auto size = static_cast<std::size_t>(std::lround(std::sqrt(real(counts.size()))));
  Ratings ratings{size, {}};
  for (std::size_t i = 0; i < size; ++i)
    for (std::size_t k = 0; k < size; ++k) {
      std::vector<std::uint32_t> unit(size);
      ++unit[i];
      ++unit[k];
      for (std::uint64_t n = 0; n < counts[i * size + k]; ++n)
        ratings.counts.insert(ratings.counts.end(), unit.begin(), unit.end());
    }
  return ratings;
}

Figure krippendorff_alpha(const Ratings& ratings, Metric metric, std::span<const double> values) {
  const std::size_t size = ratings.categories;
  std::vector<double> together(size * size), margins(size);  // the matrix of coincidences
  double all = 0;
  for (std::size_t u = 0; u < ratings.units(); ++u) {
    const auto unit = ratings.unit(u);
    const double coders = sum(unit);
    if (coders < 2) continue;
    for (std::size_t a = 0; a < size; ++a) {
      margins[a] += unit[a];
      for (std::size_t b = 0; b < size; ++b)
        together[a * size + b] += real(unit[a]) * (real(unit[b]) - (a == b ? 1 : 0)) / (coders - 1);
    }
    all += coders;
  }
  if (all == 0) return undefined(Undefined::nothing_shared);
  double observed = 0, expected = 0;
  for (std::size_t a = 0; a < size; ++a)
    for (std::size_t b = a + 1; b < size; ++b) {
      const double apart = distance(metric, a, b, margins, values);
      observed += together[a * size + b] * apart;
      expected += margins[a] * margins[b] * apart;
    }
  if (expected == 0) return undefined(Undefined::one_category);
  return 1 - (all - 1) * observed / expected;
}

Figure holsti(std::uint64_t shared, std::uint64_t first, std::uint64_t second) {
  if (first + second == 0) return undefined(Undefined::nothing_counted);
  return 2 * real(shared) / real(first + second);
}

}  // namespace pipeline

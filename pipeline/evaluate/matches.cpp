#include "pipeline/evaluate/matches.h"

#include <algorithm>
#include <cmath>
#include <random>

#include "pipeline/statistics/agreement.h"

namespace pipeline {
namespace {

constexpr std::uint64_t seed = 20260101;

double real(std::uint64_t number) {
  return static_cast<double>(number);
}

std::optional<double> share(std::uint64_t some, std::uint64_t all) {
  if (all == 0) return std::nullopt;
  return real(some) / real(all);
}

// How often each unit was drawn. The standard says what mt19937_64 gives, but not what its
// distributions make of it: so the scaling is our own.
void draw(std::mt19937_64& random, std::vector<std::uint32_t>& drawn) {
  std::ranges::fill(drawn, 0U);
  for (std::size_t i = 0; i < drawn.size(); ++i) ++drawn[((random() >> 32) * drawn.size()) >> 32];
}

// The k-th of the sorted values from either end, k = 2.5 % of them.
std::optional<Interval> percentiles(std::vector<double>& values) {
  if (values.empty()) return std::nullopt;
  std::ranges::sort(values);
  const auto k = static_cast<std::size_t>(0.025 * real(values.size() + 1));
  const std::size_t low = k == 0 ? 0 : k - 1;
  return Interval{values[low], values[values.size() - 1 - low]};
}

}  // namespace

std::optional<double> precision(const Matches& matches) {
  return share(matches.right, matches.given);
}
std::optional<double> recall(const Matches& matches) {
  return share(matches.right, matches.gold);
}
std::optional<double> f1(const Matches& matches) {
  return share(2 * matches.right, matches.given + matches.gold);
}

Figure cohen_kappa(const YesNo& it) {
  const std::uint64_t square[] = {it.both, it.one - it.both, it.other - it.both,
                                  it.all + it.both - it.one - it.other};
  return cohen_kappa(square);
}

std::optional<double> or_nothing(const Figure& figure) {
  return figure ? std::optional(*figure) : std::nullopt;
}

std::vector<std::optional<Interval>> f1_intervals(std::uint32_t units,
                                                  std::span<const UnitMatches> matches,
                                                  std::uint32_t groups) {
  std::mt19937_64 random(seed);
  std::vector<std::uint32_t> drawn(units);
  std::vector<std::vector<double>> values(groups);
  for (unsigned i = 0; i < bootstrap_draws; ++i) {
    draw(random, drawn);
    std::vector<Matches> sums(groups);
    for (const UnitMatches& it : matches) {
      const std::uint32_t times = drawn[it.unit];
      Matches& sum = sums[it.group];
      sum.right += times * it.matches.right;
      sum.given += times * it.matches.given;
      sum.gold += times * it.matches.gold;
    }
    for (std::uint32_t group = 0; group < groups; ++group)
      if (const auto value = f1(sums[group])) values[group].push_back(*value);
  }
  std::vector<std::optional<Interval>> intervals;
  for (std::vector<double>& of_group : values) intervals.push_back(percentiles(of_group));
  return intervals;
}

}  // namespace pipeline

#include "pipeline/statistics/proportion.h"

#include <algorithm>
#include <cmath>

namespace pipeline {
namespace {

constexpr double z = 1.959963984540054;  // 97.5 % of a normal distribution lies below

}  // namespace

std::optional<Interval> wilson(std::uint64_t some, std::uint64_t all) {
  if (all == 0) return std::nullopt;
  const auto n = static_cast<double>(all);
  const double p = static_cast<double>(some) / n;
  const double middle = p + z * z / (2 * n);
  const double half = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
  const double scale = 1 + z * z / n;
  return Interval{std::max(0.0, (middle - half) / scale), std::min(1.0, (middle + half) / scale)};
}

std::optional<Interval> wilson_corrected(std::uint64_t some, std::uint64_t all) {
  if (all == 0) return std::nullopt;
  const auto n = static_cast<double>(all);
  const double p = static_cast<double>(some) / n;
  const double middle = 2 * n * p + z * z, scale = 2 * (n + z * z);
  const double below = z * std::sqrt(z * z - 2 - 1 / n + 4 * p * (n * (1 - p) + 1));
  const double above = z * std::sqrt(z * z + 2 - 1 / n + 4 * p * (n * (1 - p) - 1));
  return Interval{some == 0 ? 0.0 : std::max(0.0, (middle - 1 - below) / scale),
                  some == all ? 1.0 : std::min(1.0, (middle + 1 + above) / scale)};
}

}  // namespace pipeline

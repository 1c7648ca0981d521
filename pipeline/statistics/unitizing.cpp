#include "pipeline/statistics/unitizing.h"

#include <algorithm>

namespace pipeline {
namespace {

// A stretch of the continuum as one coder has it: a unit, or a gap between units.
struct Section {
  double begin = 0, length = 0;
  bool is_unit = false;
};
using Sections = std::vector<Section>;

double square(double value) {
  return value * value;
}

Sections sections_of(std::span<const MarkedUnit> units, std::uint32_t coder,
                     const Continuum& continuum) {
  std::vector<MarkedUnit> own;
  for (const MarkedUnit& unit : units)
    if (unit.coder == coder) own.push_back(unit);
  std::ranges::sort(own, {}, &MarkedUnit::begin);
  Sections sections;
  std::uint64_t at = continuum.begin;
  const auto add = [&](std::uint64_t end, bool is_unit) {
    if (end > at)
      sections.push_back({static_cast<double>(at), static_cast<double>(end - at), is_unit});
    at = end;
  };
  for (const MarkedUnit& unit : own) {
    add(unit.begin, false);
    add(unit.begin + unit.length, true);
  }
  add(continuum.begin + continuum.length, false);
  return sections;
}

double distance(const Section& a, const Section& b) {
  const double apart = a.begin - b.begin;
  if (a.is_unit && b.is_unit)
    return -a.length < apart && apart < b.length
               ? square(apart) + square(apart + a.length - b.length)
               : 0;
  if (a.is_unit && !b.is_unit && b.length - a.length >= apart && apart >= 0)
    return square(a.length);
  if (!a.is_unit && b.is_unit && a.length - b.length >= -apart && -apart >= 0)
    return square(b.length);
  return 0;
}

double observed_sum(const std::vector<Sections>& coders) {
  double sum = 0;
  for (std::size_t i = 0; i < coders.size(); ++i)
    for (std::size_t j = 0; j < coders.size(); ++j)
      if (i != j)
        for (const Section& a : coders[i])
          for (const Section& b : coders[j]) sum += distance(a, b);
  return sum;
}

// What a unit adds to the disagreement that chance would give.
double expected_of(double length, double units, const std::vector<Sections>& coders) {
  double gaps = 0;
  for (const Sections& sections : coders)
    for (const Section& gap : sections)
      if (!gap.is_unit && gap.length >= length) gaps += gap.length - length + 1;
  const double l = length;
  return (units - 1) / 3 * (2 * l * l * l - 3 * l * l + l) + l * l * gaps;
}

}  // namespace

UnitizingDisagreement unitizing_disagreement(std::span<const MarkedUnit> units,
                                             const Continuum& continuum) {
  std::vector<Sections> coders;
  for (std::uint32_t coder = 0; coder < continuum.coders; ++coder)
    coders.push_back(sections_of(units, coder, continuum));
  const auto count = static_cast<double>(units.size());
  const auto m = static_cast<double>(continuum.coders),
             length = static_cast<double>(continuum.length);
  double expected = 0, within = 0;
  for (const MarkedUnit& unit : units) {
    const auto l = static_cast<double>(unit.length);
    expected += expected_of(l, count, coders);
    within += l * (l - 1);
  }
  return {observed_sum(coders) / (m * (m - 1) * length * length),
          2 / length * expected / (m * length * (m * length - 1) - within)};
}

Figure unitizing_alpha(std::span<const UnitizingDisagreement> categories) {
  double observed = 0, expected = 0;
  for (const UnitizingDisagreement& it : categories) {
    observed += it.observed;
    expected += it.expected;
  }
  if (expected == 0) return tl::unexpected(Undefined::nothing_counted);
  return 1 - observed / expected;
}

}  // namespace pipeline

// How far coders agree who also chose where their units begin and end: alpha_u of K. Krippendorff,
// Content Analysis (2nd ed., 2004), section 11.6, for one category on one continuum (a text, in
// code points). Anna marks [225, 295) and Bram [220, 300): nearly the same.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "pipeline/statistics/figure.h"

namespace pipeline {

struct MarkedUnit {
  std::uint32_t coder = 0;
  std::uint64_t begin = 0, length = 0;
};

struct Continuum {
  std::uint32_t coders = 0;
  std::uint64_t begin = 0, length = 0;
};

struct UnitizingDisagreement {
  double observed = 0, expected = 0;
};

// Units of one category, all within the continuum; those of one coder do not overlap. Length must
// be the same measure everywhere: alpha_u depends on it. Cost: units squared.
UnitizingDisagreement unitizing_disagreement(std::span<const MarkedUnit> units,
                                             const Continuum& continuum);
// Of one category, or of several together: the sums of what was observed and expected.
Figure unitizing_alpha(std::span<const UnitizingDisagreement> categories);

}  // namespace pipeline

// How sure a share is: of 20 codings 15 are right, and with 95 % confidence between 53 and 89 % of
// all such codings.
//   wilson     E.B. Wilson, "Probable inference, the law of succession, and statistical inference",
//              JASA 22 (1927) 209-212; method 3 of R.G. Newcombe, Statistics in Medicine 17 (1998)
//              857-872
//   corrected  the same with a correction for continuity: Newcombe's method 4
#pragma once

#include <cstdint>
#include <optional>

namespace pipeline {

struct Interval {
  double low = 0, high = 0;

  friend bool operator==(const Interval&, const Interval&) = default;
};

// The 95 % interval of `some` out of `all`; none of none.
std::optional<Interval> wilson(std::uint64_t some, std::uint64_t all);
std::optional<Interval> wilson_corrected(std::uint64_t some, std::uint64_t all);

}  // namespace pipeline

// A figure, or why there is none. "Both coders always said the same" is no kappa of 0 or 1: it is a
// kappa that cannot be computed, and a reader must be told so.
#pragma once

#include <cstdint>
#include <string_view>
#include <tl/expected.hpp>

namespace pipeline {

enum class Undefined : std::uint8_t {
  nothing_counted,  // no units, no occurrences
  nothing_shared,   // no unit that two coders judged
  one_category,     // everything is in one category, so chance cannot be told from agreement
  one_part,         // a corpus of one part has no dispersion
  empty_margin,     // a row or column of zeros
  never_together    // the logarithm of 0
};
// Dutch, to stand behind "niet te berekenen: ".
std::string_view to_string(Undefined reason);

using Figure = tl::expected<double, Undefined>;

}  // namespace pipeline

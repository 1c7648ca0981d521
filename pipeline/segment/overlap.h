// What somebody says while another speaks, as noScribe marks it within the other's line:
//   "S01: Wij begonnen //S00: en wanneer was dat dan?// in maart."
// is S01, S00 and S01 again. A listener's signal (remarks.h) is none.
#pragma once

#include <optional>
#include <string_view>

#include "pipeline/model/span.h"

namespace pipeline {

struct Overlap {
  Span before, said, after;  // trimmed; `said` begins with a known label; the others may be empty

  friend bool operator==(const Overlap&, const Overlap&) = default;
};

// The first one in `words`, a part of one line.
std::optional<Overlap> overlap_in(std::string_view text, Span words);

}  // namespace pipeline

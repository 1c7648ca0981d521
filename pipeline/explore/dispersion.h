// How evenly words or factors are spread over documents, cases or speakers, and which hang on one
// of them: "zonnepanelen" 14 times, but 12 of them in one interview.
//   DP, DPnorm   S.Th. Gries (2008), J. Lijffijt and S.Th. Gries (2012); statistics/dispersion.h
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/explore/items.h"
#include "pipeline/report/frequency.h"

namespace pipeline {

enum class DispersionOrder : std::uint8_t { count, uneven, even };

struct DispersionSpec {
  CountUnit over = CountUnit::documents;  // documents, cases or speakers
  std::vector<std::string> only;          // these items; empty: all
  std::uint64_t least = 5;
  DispersionOrder order = DispersionOrder::count;
  std::size_t most = 50;
  std::function<bool(std::string_view)> is_left_out = {};
};

// More than this part of all occurrences in one document, case or speaker: it hangs on that.
inline constexpr double hanging_share = 0.5;

// Occurrences of an item in the parts that have it, largest first.
struct PartCounts {
  struct Part {
    std::uint32_t part = 0;
    std::uint64_t occurrences = 0;

    friend bool operator==(const Part&, const Part&) = default;
  };
  std::vector<std::vector<Part>> of;  // by number of the item
  std::vector<std::uint64_t> sizes;   // words of each part
};
// `unit`: of each passage of the facts; passages without one are left out.
PartCounts count_parts(const Subject& subject, const Items& items,
                       const std::vector<std::uint32_t>& unit);

// The error names an item that does not occur, or says that there are no such parts.
Result<Table> dispersion(const Subject& subject, const Items& items, const DispersionSpec& spec);

}  // namespace pipeline

// Factors over time: by the year, quarter or month of a date, or by how far into its document a
// passage stands ("in the last tenth of the interviews they speak of trust, and well").
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/explore/subject.h"

namespace pipeline {

struct TimelineSpec {
  std::string by = "verloop:tienden";  // a dimension of passages whose values follow each other
  std::vector<FactorId> factors;       // a block of rows each; empty: all together
};

struct PeriodCounts {
  std::string key, label;  // "2025-K4"; "(geen)" where a passage is of no period
  std::uint64_t success = 0, failure = 0, neutral = 0;
  std::uint64_t words = 0, documents = 0;  // of what was said then, coded or not
};
// Every period in which somebody speaks, in their order. `factor`: of the facts; none means all
// together. The error names an unknown period.
Result<std::vector<PeriodCounts>> count_periods(const Subject& subject, const std::string& by,
                                                const std::optional<FactorId>& factor);

// A row a factor and period: succes, faal, neutraal, their sum, the balance of succes and faal, and
// all of it per 1,000 words of that period. Periods in which nothing was coded are there as long as
// somebody speaks in them. The error names an unknown period or factor.
Result<Table> timeline(const Subject& subject, const TimelineSpec& spec);

}  // namespace pipeline

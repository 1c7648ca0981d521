// Factors over time: by the year, quarter or month of a date, or by how far into its document a
// passage stands ("in the last tenth of the interviews they speak of trust, and well").
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/explore/subject.h"

namespace pipeline {

struct TimelineSpec {
  std::string by = "verloop:tienden";  // a dimension of passages whose values follow each other
  std::vector<FactorId> factors;       // a block of rows each; empty: all together
};

// A row a factor and period: succes, faal, neutraal, their sum, the balance of succes and faal, and
// all of it per 1,000 words of that period. Periods in which nothing was coded are there as long as
// somebody speaks in them. The error names an unknown period or factor.
Result<Table> timeline(const Subject& subject, const TimelineSpec& spec);

}  // namespace pipeline

// Charts of what no table holds: what is named together, where in a document, and when.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "pipeline/chart/chart.h"
#include "pipeline/model/coded_document.h"
#include "pipeline/model/result.h"
#include "pipeline/report/frequency.h"

namespace pipeline {

struct FactsToDraw {
  const CorpusFacts& facts;
  std::span<const Factor> factors;
  const FrequencyScope& scope;
  const std::optional<RunRecord>& run;
};

// Factors that stand in the same unit, the `most` strongest ties of at least `least` units.
struct NetworkSpec {
  CountUnit unit = CountUnit::passages;
  std::size_t most = 40;
  std::uint64_t least = 2;
};
Result<Network> network_of(const FactsToDraw& from, const NetworkSpec& spec);

// Of one factor, or of all (empty); a row a document, of those with the most codings. Documents
// without any are counted in a note, unless they are asked for.
struct StripsSpec {
  std::string factor;
  bool has_empty = false;
  std::size_t most_rows = 60;
};
Result<Strips> strips_of(const FactsToDraw& from, const StripsSpec& spec);

enum class PeriodLength : std::uint8_t { fitting, month, quarter, year };
struct TimelineToDraw {
  std::string factor;  // empty: all
  std::string attribute = "datum";
  PeriodLength length = PeriodLength::fitting;
};
// Error: nobody has that attribute, or no value of it is a date.
Result<Timeline> timeline_of(const FactsToDraw& from, const TimelineToDraw& spec);

}  // namespace pipeline

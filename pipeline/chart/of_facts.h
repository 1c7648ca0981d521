// Charts of what is named together, where in a document, and when. They draw what explore/ counts:
// the numbers of `cooccurrence` and `timeline`, over the same part of the facts.
#pragma once

#include <cstdint>
#include <string>

#include "pipeline/chart/chart.h"
#include "pipeline/explore/cooccurrence.h"
#include "pipeline/explore/subject.h"
#include "pipeline/model/result.h"

namespace pipeline {

// Factors that stand in the same unit, the `most` strongest ties of at least `least` units.
struct NetworkSpec {
  TogetherIn in = TogetherIn::passage;
  std::size_t most = 40;
  std::uint64_t least = 2;
};
Network network_of(const Subject& subject, const NetworkSpec& spec);

// Of one factor, or of all (empty); a row a document, of those with the most codings. Documents
// without any are counted in a note, unless they are asked for. Error: an unknown factor.
struct StripsSpec {
  std::string factor;
  bool has_empty = false;
  std::size_t most_rows = 60;
};
Result<Strips> strips_of(const Subject& subject, const StripsSpec& spec);

enum class PeriodLength : std::uint8_t { fitting, month, quarter, year };
struct TimelineToDraw {
  std::string factor;  // empty: all
  std::string attribute = "datum";
  PeriodLength length = PeriodLength::fitting;
};
// Error: an unknown factor, nobody has that attribute, or no value of it is a date.
Result<Timeline> timeline_of(const Subject& subject, const TimelineToDraw& spec);

}  // namespace pipeline

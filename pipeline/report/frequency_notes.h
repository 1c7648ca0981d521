// What a frequency table must say of itself: what was counted, what was left out, which run it
// rests on. "Weggelaten: 312 passages van interviewers (4.210 woorden)."
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/coded_document.h"
#include "pipeline/report/frequency.h"
#include "pipeline/report/scope.h"

namespace pipeline {

struct CountedTable {
  const CorpusFacts& facts;
  const FrequencySpec& spec;
  const Selection& selection;
  bool adds_up = true;             // no unit stands in two rows, columns or valences
  std::uint64_t without_unit = 0;  // codings that count nowhere: nobody is named, no case
};

// Of the unit: "Coderingen", "Zinnen".
std::string_view plural_of(CountUnit unit);

std::vector<std::string> frequency_notes(const CountedTable& table,
                                         const std::optional<RunRecord>& run);

// What any table over codings or words must say: what it rests on, what was left out, whose codings
// they are, lexicon and run.
std::vector<std::string> base_notes(const CorpusFacts& facts, const Selection& selection,
                                    const FrequencyScope& scope,
                                    const std::optional<RunRecord>& run);

}  // namespace pipeline

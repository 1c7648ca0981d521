// What a frequency table must say of itself: what was counted, what was left out, which run it
// rests on. "Weggelaten: 312 passages van interviewers (4.210 woorden)."
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/coded_document.h"
#include "pipeline/report/caution.h"
#include "pipeline/report/counted.h"

namespace pipeline {

// Of the unit: "Coderingen", "Zinnen"; within a sentence "coderingen", "zinnen".
std::string_view plural_of(CountUnit unit);
std::string_view plural_within(CountUnit unit);

// What was counted, and in what.
std::vector<std::string> frequency_notes(const CountedCells& counted);
// What the marks in the table mean, where it has any.
std::vector<std::string> caution_notes(const CountedCells& counted, std::size_t small_numbers,
                                       std::span<const std::optional<OneSpeaker>> dominated);
// What was left out, whose codings they are, and which run.
std::vector<std::string> base_notes(const CorpusFacts& facts, const Selection& selection,
                                    const FrequencyScope& scope,
                                    const std::optional<RunRecord>& run);
// The unit and these: all that one has to say who counts without a table.
std::vector<std::string> count_notes(CountUnit unit, const CorpusFacts& facts,
                                     const Selection& selection, const FrequencyScope& scope,
                                     const std::optional<RunRecord>& run);
// What would give a table where nothing at all was counted: "er is niets te tellen: ...".
std::string nothing_counted(const CorpusFacts& facts, const Selection& selection,
                            const FrequencyScope& scope);

}  // namespace pipeline

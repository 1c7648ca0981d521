// What in a frequency table is to be read with care: numbers that rest on few, and rows of which
// one speaker says more than half. "7°", "12†".
#pragma once

#include <string>
#include <vector>

#include "pipeline/report/counted.h"
#include "pipeline/report/measure.h"

namespace pipeline {

inline constexpr const char* small_mark = "°";
inline constexpr const char* one_speaker_mark = "†";

// Whether a number of this measure is marked as small: it rests on some, but fewer than the
// minimum. Counts speak for themselves where they stand split by valence, unless asked for.
bool rests_on_few(const Measure& measure, const CellNumbers& numbers, const FrequencySpec& spec);

struct OneSpeaker {
  std::string speaker;
  std::uint32_t codings = 0, of = 0;  // of the row's
};
// One a row: who says more than half of its codings, where these are at least four and the rows are
// not speakers or documents themselves.
std::vector<std::optional<OneSpeaker>> dominated_rows(const CorpusFacts& facts,
                                                      const CountedCells& counted);

}  // namespace pipeline

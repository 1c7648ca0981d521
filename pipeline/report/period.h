// Time as a dimension of passages: the year, quarter or month of a date attribute ("2025-10-14" is
// 2025-K4), and how far into its document a passage stands, in thirds or tenths of the words.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/coded_document.h"

namespace pipeline {

enum class Period : std::uint8_t { year, quarter, month };

// "datum:kwartaal" (also "quarter") is the quarter of the attribute datum. None where there is no
// such ending.
struct PeriodOf {
  std::string attribute;
  Period period{};
};
std::optional<PeriodOf> period_of(std::string_view name);

// "2025", "2025-K4", "2025-10" of a date as iso_date reads it; none where the value is no date, or
// one without a month: "2025" has no quarter.
std::optional<std::string> in_period(std::string_view date, Period period);

// One a passage: 0 to parts - 1, by where the middle of the passage stands among all words of its
// document, the interviewers' too.
std::vector<std::uint32_t> course(const CorpusFacts& facts, std::uint32_t parts);

}  // namespace pipeline

// Opens a cell of a frequency table: "factor=vertrouwen,case=westerbeek" -> the codings that were
// counted there, so that their quotations can be read.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/coded_document.h"
#include "pipeline/model/factor.h"
#include "pipeline/model/result.h"
#include "pipeline/report/frequency.h"

namespace pipeline {

// A dimension and the value that it must have; the value is a key or a label of the table, or empty
// or "(geen)" for codings without one.
struct CellCondition {
  std::string dimension, value;

  friend bool operator==(const CellCondition&, const CellCondition&) = default;
};

// A value with a comma stands between quotes: organisatie="Zorg, Welzijn en Co"; a quote within is
// doubled. Errors have the column; `where` is "cel".
Result<std::vector<CellCondition>> parse_cell(std::string_view text);

// The codings that meet all conditions, by id; leaving a dimension of the table out opens its
// total. Errors name an unknown dimension or value and what comes near.
Result<std::vector<CodingId>> cell(const CorpusFacts& facts, std::span<const Factor> factors,
                                   std::span<const CellCondition> conditions,
                                   const FrequencyScope& scope);

}  // namespace pipeline

// How the cases of a matrix ended, by an attribute of theirs: with "uitkomst", westerbeek goed and
// terpwier mislukt. What differs between cases is compared and drawn between these.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/model/result.h"
#include "pipeline/report/rating_matrix.h"

namespace pipeline {

inline constexpr std::uint32_t no_outcome = UINT32_MAX;

struct CaseOutcomes {
  std::string attribute;
  std::vector<std::string> values;
  std::vector<std::uint32_t> of;      // of each column of the matrix: its value, or no_outcome
  std::vector<std::string> left_out;  // columns without one, with several, or with another
};

// `asked`: "uitkomst", or "uitkomst=goed,mislukt" for these two in this order. Errors: no such
// attribute or value, fewer than two outcomes.
Result<CaseOutcomes> case_outcomes(const RatingMatrix& matrix, const CorpusFacts& facts,
                                   const std::string& asked);

}  // namespace pipeline

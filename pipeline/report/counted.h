// What a frequency table counted, ready to be laid out, tested and warned of.
#pragma once

#include <cstdint>
#include <span>

#include "pipeline/model/coded_document.h"
#include "pipeline/model/factor.h"
#include "pipeline/model/result.h"
#include "pipeline/report/count.h"
#include "pipeline/report/dimension.h"
#include "pipeline/report/frequency.h"
#include "pipeline/report/scope.h"

namespace pipeline {

struct CountedCells {
  FrequencySpec spec;
  Selection selection;
  Dimension rows, columns;              // columns without values: none
  std::vector<std::uint32_t> units;     // of each coding
  Grid<ValenceCounts> counts{0, 0};     // of spec.unit
  Grid<ValenceCounts> documents{0, 0};  // counted where a share asks for them
  Grid<ValenceCounts> cases{0, 0};
  Grid<Base> base{0, 0};
  std::uint64_t without_unit = 0;
};

// Errors: an unknown dimension or coder, a table that nobody could read.
Result<CountedCells> count_all(const CorpusFacts& facts, std::span<const Factor> factors,
                               const FrequencySpec& spec);

// Distinct units in cells add up to the margin unless one of them is in two cells.
bool margins_add_up(const CountedCells& counted);
bool adds_up(
    const CountedCells& counted);  // over the valences, too, where they stand beside each other

}  // namespace pipeline

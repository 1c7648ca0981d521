// The codings that take part in a chart, with what must be said of them.
#pragma once

#include <string>
#include <vector>

#include "pipeline/chart/of_facts.h"
#include "pipeline/report/dimension.h"
#include "pipeline/report/scope.h"

namespace pipeline {

struct CodingsToDraw {
  Selection selection;
  Dimension factor;
  std::vector<std::uint32_t> codings;  // of the factor that was asked for
  std::string factor_label;            // empty: all factors
  std::vector<std::string> notes;      // unit, what was left out, lexicon, run
};

// Error: an unknown factor or coder, with what comes near.
Result<CodingsToDraw> codings_to_draw(const FactsToDraw& from, const std::string& factor,
                                      CountUnit unit);

}  // namespace pipeline

// How the passages that a search found are spread over the values of an attribute, over documents,
// over speakers, or over what is coded in them: "rol" -> bestuurder 12, wethouder 4, (geen) 2.
#pragma once

#include <span>
#include <string>

#include "pipeline/model/coded_document.h"
#include "pipeline/model/result.h"
#include "pipeline/model/table.h"

namespace pipeline {

// `passages`: rising. Rows by count, then name, then the total; no rows where there are no
// passages. A speaker's own attributes win. By factor and the like a passage counts once for each
// that it has, as `factor:` finds it; the total is counted, not added up. The error names what
// comes near, or what there is.
Result<Table> facet(const CorpusFacts& facts, std::span<const PassageId> passages,
                    const std::string& by);

}  // namespace pipeline

// The charts of a report as figures of its page, whose numbers lead to the quotations.
#pragma once

#include <string>

#include "pipeline/chart/font.h"
#include "pipeline/publish/report_facts.h"

namespace pipeline {

// An empty text where there is nothing to draw: no dates, no columns, no ties.
std::string chart_figure(ReportChart chart, const ReportFacts& from, const ReportRecipe& recipe,
                         const Font& font);

}  // namespace pipeline

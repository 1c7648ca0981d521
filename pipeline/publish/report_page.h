// A study as one page that opens anywhere and asks nothing of a network: summary, method, tables,
// charts, and the quotations that every number leads to.
#pragma once

#include <optional>
#include <string>

#include "pipeline/chart/font.h"
#include "pipeline/publish/report_facts.h"
#include "pipeline/publish/report_ratings.h"
#include "pipeline/store/store.h"

namespace pipeline {

// The same facts and recipe give the same bytes. `ratings`: none where there is nothing to rate by.
// `title`: of the recipe, or of the study.
std::string report_page(const Store& store, const ReportFacts& from,
                        const std::optional<ReportRatings>& ratings, const ReportRecipe& recipe,
                        const std::string& title, const Font& font);

}  // namespace pipeline

// The part of a report that rates each factor in each case: the matrix as chart and table, what
// each rating rests on, who confirmed it and why, and which factors tell the cases apart. A rating
// has a name, as the quotations have: "o3-c2" is that of the third factor in the second column.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/chart/font.h"
#include "pipeline/publish/report_facts.h"
#include "pipeline/report/case_outcomes.h"
#include "pipeline/report/rating_matrix.h"
#include "pipeline/store/store.h"

namespace pipeline {

struct ReportRatings {
  RatingMatrix matrix;  // of the columns and the scope of the report
  RatingRule rule;
  std::optional<CaseOutcomes> outcomes;  // none: nothing is compared
  std::size_t each_way = 0;              // quotations of a cell: as many as leave room for all
};

ReportRatings report_ratings(RatingMatrix matrix, const RatingRule& rule,
                             std::optional<CaseOutcomes> outcomes, std::size_t most_quotations);

// What its section quotes.
std::vector<CodingId> quoted_in(const ReportRatings& ratings);

// The words of the section under its heading. Without ratings it says why there are none.
std::string ratings_section(const Store& store, const ReportFacts& from,
                            const std::optional<ReportRatings>& ratings, const ReportRecipe& recipe,
                            const Font& font);

}  // namespace pipeline

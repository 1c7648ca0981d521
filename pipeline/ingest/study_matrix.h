// The rating matrix of a study: what the rule proposes, what people confirmed, and which of that
// rests on sentences that are others now.
#pragma once

#include <span>

#include "pipeline/report/rating_matrix.h"
#include "pipeline/store/store.h"

namespace pipeline {

// `facts` are of `store`. Errors as of rating_matrix().
Result<RatingMatrix> study_matrix(const Store& store, const CorpusFacts& facts,
                                  std::span<const Factor> factors, const MatrixSpec& spec);

}  // namespace pipeline

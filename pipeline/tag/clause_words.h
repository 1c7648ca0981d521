// A sentence's words as the cutting of clauses needs them: which is a verb that makes a clause,
// which opens one. "Dieren die niet verzorgd worden": "die" opens a relative clause, "verzorgd" is
// a participle, "worden" may be its verb.
#pragma once

#include <vector>

#include "pipeline/tag/clauses.h"
#include "pipeline/tag/sentence_view.h"

namespace pipeline {

std::vector<ClauseWord> clause_words(const SentencePlace& place, const SentenceView& view,
                                     const Vocabulary& vocabulary);

}  // namespace pipeline

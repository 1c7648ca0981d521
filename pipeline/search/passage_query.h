// What a query means -> the Xapian query that finds its passages. Terms do the finding; where
// places matter (phrases, NEAR, exact forms), what they find is held against match.h.
#pragma once

#include "pipeline/search/match.h"

namespace Xapian {
class Query;
}

namespace pipeline {

// Keeps nothing of `node`. Empty (matches nothing) where a word is not in the index at all.
Xapian::Query passage_query(const MatchNode& node);

}  // namespace pipeline

// Lets through the passages in which a phrase, a NEAR or an exact form stands somewhere. Xapian
// asks it last, for the candidates that the terms found: OP_FILTER(candidates, place_filter(node)).
#pragma once

#include "pipeline/search/match.h"

namespace Xapian {
class Query;
}

namespace pipeline {

// Keeps a copy of `node`.
Xapian::Query place_filter(const MatchNode& node);

}  // namespace pipeline

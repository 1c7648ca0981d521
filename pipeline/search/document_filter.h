// `binnen:document` within Xapian: the passages of documents whose passages, taken together, answer
// to a query. Which documents do is found out when the matching begins.
#pragma once

#include "pipeline/search/match.h"

namespace Xapian {
class Query;
}

namespace pipeline {

// All passages of those documents that answer to the conditions of `document`, a node of that kind,
// whether or not they have something of its parts. Costs a search for each part.
Xapian::Query document_filter(const MatchNode& document);

}  // namespace pipeline

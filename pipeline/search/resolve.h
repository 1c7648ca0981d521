// A parsed query -> what it means in one index: words are lemmas, wildcards the words they fit,
// fields the values that exist.
#pragma once

#include <string_view>

#include "pipeline/model/result.h"
#include "pipeline/search/field_values.h"
#include "pipeline/search/match.h"
#include "pipeline/search/query.h"
#include "pipeline/search/words.h"

namespace pipeline {

// `node` comes from parse_query(text).
Result<MatchNode> resolve(const QueryNode& node, std::string_view text, const IndexWords& words,
                          const FieldValues& fields);

}  // namespace pipeline

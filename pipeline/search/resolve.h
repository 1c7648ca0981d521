// A parsed query -> what it means in one index: words are lemmas, wildcards the words they fit,
// fields the values that exist.
#pragma once

#include <span>
#include <string_view>

#include "pipeline/model/result.h"
#include "pipeline/model/saved_query.h"
#include "pipeline/search/field_values.h"
#include "pipeline/search/match.h"
#include "pipeline/search/query.h"
#include "pipeline/search/words.h"

namespace pipeline {

inline constexpr std::size_t most_saved_in_query = 32;  // uses of saved queries, within these too

// `node` comes from parse_query(text). A saved query is put in the place of its name, as if it
// stood there in brackets.
Result<MatchNode> resolve(const QueryNode& node, std::string_view text, const IndexWords& words,
                          const FieldValues& fields, std::span<const SavedQuery> saved = {});

}  // namespace pipeline

// What `binnen:` asks for: the parts of a query in one sentence, one passage or one document.
// What holds for a whole passage (attributes, dates) stands beside it and says which passages take
// part: "visie gemeente rol:bestuurder binnen:zin" is rol:bestuurder, and both words in a sentence.
#pragma once

#include <string>
#include <tl/expected.hpp>

#include "pipeline/search/match.h"
#include "pipeline/search/query.h"

namespace pipeline {

// Whether it has places in the text of a passage, so that sentences and NEAR can be asked for it.
bool has_place(const MatchNode& node);

// The error is a message, Dutch: nothing has a place there, or a choice mixes what has with what
// has not.
tl::expected<MatchNode, std::string> together(MatchNode parts, Scope scope);

}  // namespace pipeline

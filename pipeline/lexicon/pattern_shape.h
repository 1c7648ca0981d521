// What a pattern's tree allows, whatever the text: whether it could match nothing at all
// ("(erg)?"), and whether its edges are open ("[3] vertrouwen").
#pragma once

#include "pipeline/lexicon/pattern.h"

namespace pipeline {

// Groups count as words: a group that may be empty is refused where it is defined.
bool can_be_empty(const PatternNode& node);
// Whether a match could begin or end with a gap or with `*`.
bool opens_at_edge(const PatternNode& node);
bool has_window(const PatternNode& node);
// A window over a whole passage: `vertrouwen ~beurt gemeente`.
bool spans_passage(const PatternNode& node);
// Names of the groups in it, in order, doubles included.
std::vector<std::string> groups_in(const PatternNode& node);

}  // namespace pipeline

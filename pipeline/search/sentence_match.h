// Sentences of a passage in which all that is asked for stands together:
// "visie gemeente binnen:zin" in "Er was een visie. De gemeente had een visie." holds in the
// second.
#pragma once

#include <string_view>
#include <vector>

#include "pipeline/search/match.h"

namespace pipeline {

// The sentences that answer to `asked`, as stretches from their first word to their last, in order.
// Of `asked`, what all, any and none join has a place in the text. Linear in sentences and leaves.
std::vector<Stretch> sentences_with(const MatchNode& asked, std::string_view stream);

}  // namespace pipeline

// What came of trying out, as codings of coders that evaluate/ can hold against people's.
#pragma once

#include <string>
#include <vector>

#include "pipeline/evaluate/coders.h"
#include "pipeline/learn/try_out.h"

namespace pipeline {

// What people say, with what is not known of a lesson left open.
Reference reference_of(const LessonSet& set);
// The lexicon, what was learned, and both together: "lexicon", "geleerd", "samen".
std::vector<CoderCodings> proposers_of(const LessonSet& set, const std::vector<TriedOut>& tried);

}  // namespace pipeline

// Patterns that another one makes superfluous: `samenwerking` beside `samenwerk*`, `goed overleg`
// beside `overleg`, where both make the same coding; and patterns that a false friend always takes
// out.
#pragma once

#include <vector>

#include "pipeline/language/vocabulary.h"
#include "pipeline/lexicon/lint.h"

namespace pipeline {

// In order of the lexicon. A pattern is named only where that is certain: its words could belong to
// no cue that it keeps from the other, and to no shorter pattern of another valence that it
// outranks.
std::vector<LintNote> find_covered(const Lexicon& lexicon, Vocabulary& vocabulary);

}  // namespace pipeline

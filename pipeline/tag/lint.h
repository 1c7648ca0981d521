// A lexicon held against the words that the program knows, and those of a corpus: what may not be
// meant. See lexicon/lint.h.
#pragma once

#include <string>
#include <vector>

#include "pipeline/language/vocabulary.h"
#include "pipeline/lexicon/lint.h"

namespace pipeline {

// All notes, in order of file, line and column. Seconds for a lexicon of thousands of patterns.
std::vector<LintNote> lint(const Lexicon& lexicon, Vocabulary& vocabulary);

}  // namespace pipeline

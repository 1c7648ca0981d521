// A lexicon held against the words that the program knows, and those of a corpus: what may not be
// meant. See lexicon/lint.h.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "pipeline/language/vocabulary.h"
#include "pipeline/lexicon/lint.h"

namespace pipeline {

// All notes, in order of file, line and column. `words`: the distinct words of a corpus, by which
// wildcards are judged; without them they are not. A second or two for a lexicon of thousands of
// patterns.
std::vector<LintNote> lint(const Lexicon& lexicon, Vocabulary& vocabulary,
                           std::span<const std::string> words = {});

}  // namespace pipeline

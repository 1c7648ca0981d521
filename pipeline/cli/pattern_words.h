// The single words that a pattern asks for: `(overleg|afspraak*) met <partij>` asks for overleg,
// afspraak*, met and the words of the group.
#pragma once

#include <string>
#include <vector>

#include "pipeline/lexicon/lexicon.h"

namespace pipeline {

// Each once, in order; none of `*`. An error says what is wrong with the pattern, or that a group
// is not in the lexicon.
Result<std::vector<WordTest>> pattern_words(const std::string& pattern, const Lexicon& lexicon);

// As it would be written in a pattern: "samenwerk*".
std::string pattern_word(const WordTest& test);

}  // namespace pipeline

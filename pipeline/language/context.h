// Which reading of a word fits its sentence: "te werken" is the verb, "de werken" the noun.
#pragma once

#include <vector>

#include "pipeline/language/analyse.h"
#include "pipeline/language/traits.h"

namespace pipeline {

using TokenTraits = std::vector<const WordTraits*>;  // one a token of the document

// Sets analysed.readings of the sentence's tokens. Linear.
void choose_readings(Analysed& analysed, const Sentence& sentence, const Vocabulary& vocabulary,
                     const TokenTraits& facts);

}  // namespace pipeline

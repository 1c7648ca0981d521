// Verbs that stand apart from their particle: "Zij belde hem gisteren op".
#pragma once

#include "pipeline/language/context.h"

namespace pipeline {

// Adds to analysed.separable; reads analysed.readings and sets those of the verbs it finds. Linear
// in the sentence: a particle is sought at most sixty tokens from its verb.
void find_separable_verbs(Analysed& analysed, const Sentence& sentence, Vocabulary& vocabulary,
                          const TokenTraits& facts);

}  // namespace pipeline

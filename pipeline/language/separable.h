// Verbs that stand apart from their particle: "Zij belde hem gisteren op".
#pragma once

#include "pipeline/language/analyse.h"

namespace pipeline {

// Adds to analysed.separable; reads analysed.readings. Linear in the sentence.
void find_separable_verbs(Analysed& analysed, const Sentence& sentence,
                          const Vocabulary& vocabulary);

}  // namespace pipeline

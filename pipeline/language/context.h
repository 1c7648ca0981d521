// Which reading of a word fits its sentence: "te werken" is the verb, "de werken" the noun.
#pragma once

#include "pipeline/language/analyse.h"

namespace pipeline {

// Sets analysed.readings of the sentence's tokens. Linear.
void choose_readings(Analysed& analysed, const Sentence& sentence, const Vocabulary& vocabulary);

}  // namespace pipeline

// Whether a word is Dutch: in the word table, or a compound of what is ("zorgcoöperatieleden").
#pragma once

#include "pipeline/language/word_table.h"
#include "pipeline/normalise/line_ends.h"

namespace pipeline {

// `words` must outlive it. For one thread.
IsWord known_words(const WordTable& words);

}  // namespace pipeline

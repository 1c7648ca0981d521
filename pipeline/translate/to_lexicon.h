// A dictionary of another program -> the files of a lexicon. A word is sought exactly as it stands,
// `vertrouw*` as a wildcard, `kl?m` as an expression. A category becomes a factor, those above it
// its theme; one called succes, faal or neutraal gives the valence of the words in it.
#pragma once

#include <string>
#include <vector>

#include "pipeline/lexicon/lexicon_reader.h"
#include "pipeline/translate/dictionary.h"

namespace pipeline {

// "A CATEGORY" -> "a-category"; never empty.
std::string identifier_of(std::string_view name);

// The files are a lexicon without mistakes. A category without a word that could be taken along is
// left out, and told.
Translated<std::vector<LexiconText>> to_lexicon(const Dictionary& dictionary, const std::string& id,
                                                const std::string& title);

}  // namespace pipeline

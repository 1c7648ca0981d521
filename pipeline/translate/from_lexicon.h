// A lexicon -> a dictionary of another program: what its words, phrases, alternatives, optional
// words and groups stand for, written out.
//   (erg)? (goed|prima) contact -> goed contact, prima contact, erg goed contact ...
#pragma once

#include "pipeline/lexicon/lexicon.h"
#include "pipeline/translate/dictionary.h"
#include "pipeline/translate/formats.h"

namespace pipeline {

// Themes and factors become categories by their labels; the valences of a factor are categories in
// it, unless all its patterns are neutral. Told as left out: gaps, windows, expressions, wildcards
// that the format lacks, patterns that stand for more than 500 wordings, false friends, cues.
Translated<Dictionary> from_lexicon(const Lexicon& lexicon, const DictionaryFormat& format);

}  // namespace pipeline

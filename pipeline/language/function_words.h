// The small words that steer the analysis of a clause, each named once. All take folded forms.
#pragma once

#include <string_view>

#include "pipeline/language/word_table.h"

namespace pipeline {

bool is_possessive(std::string_view folded);     // "zijn", "onze"
bool is_article_like(std::string_view folded);   // "de", "elke", and the possessives
bool is_demonstrative(std::string_view folded);  // "dit", "die"
bool is_subject(std::string_view folded);        // "ik", "men"
bool is_adverb_part(std::string_view folded);    // "er", "daar", "waar", "hier": "daar ... mee"
bool is_modal(std::string_view lemma);           // wants an infinitive: "kunnen", "gaan"
bool is_auxiliary(std::string_view lemma);       // wants a participle: "hebben"

// A word that says how others hang together, and little by itself: of a closed class, an auxiliary
// or modal verb, or an adverb like "ook", "dan" and "niet".
bool is_function_word(const Reading& reading);

}  // namespace pipeline

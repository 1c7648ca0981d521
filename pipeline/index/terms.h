// Words, codings and attributes -> the terms of fields.h. Index and query make their terms here and
// nowhere else, so that they cannot differ: "werkte" is "werken" and "Ewerkte", rol=Bestuurder is
// "Arol=bestuurder".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/language/vocabulary.h"
#include "pipeline/model/coding.h"

namespace pipeline {

inline constexpr std::size_t longest_term =
    200;  // bytes; Xapian takes 245, zero bytes counted twice

// `text` as a term: control characters become spaces, and what is longer than longest_term keeps
// its beginning and a hash of the whole.
std::string term_of(std::string text);
// The same behind a prefix of fields.h, not folded.
std::string term_of(char prefix, std::string_view value);

// The term of a word read in one way: its lemma, folded.
std::string lemma_term(const Word& word, std::size_t reading);
// The term of the form as it was written, folded: "Ewerkte".
std::string form_term(const Word& word);
// Empty where the form is the lemma: nothing to add to lemma_term.
std::string form_term(const Word& word, std::size_t reading);

std::string factor_valence_term(std::string_view factor, Valence valence);
// All by which a coding is found: factor, valence, both, modality, coder.
std::vector<std::string> coding_terms(const Coding& coding);
// Names and values are compared folded, without space around them.
std::string attribute_term(std::string_view name, std::string_view value);
std::string folded_value(std::string_view value);

}  // namespace pipeline

// Dutch spelling of syllables: "maak" and "maken", "dik" and "dikke", "huis" and "huizen".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pipeline {

bool is_vowel(char letter);
bool ends_with(std::string_view word, std::string_view ending);
// One vowel letter before one consonant at the end, as in "dik", "maken"-"en"; not "huis", "werk".
bool ends_in_vowel_consonant(std::string_view word);
// Ends in a doubled vowel and a consonant, as in "maak".
bool ends_in_long_vowel_consonant(std::string_view word);
// "maak" -> "mak": as spelled in an open syllable.
std::string opened(std::string_view word);
// "mak" -> "maak".
std::string closed(std::string_view word);
// "dik" -> "dikk".
std::string doubled(std::string_view word);
// "lief" -> "liev", "huis" -> "huiz"; others unchanged.
std::string voiced(std::string_view word);
std::string devoiced(std::string_view word);
// What may stand before an ending that begins with e: "dikk", "grot", "liev", "werk".
std::vector<std::string> before_e(std::string_view word);

}  // namespace pipeline

#include "pipeline/language/function_words.h"

#include <algorithm>
#include <array>

namespace pipeline {
namespace {

template <std::size_t n>
bool is_among(const std::array<std::string_view, n>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

bool is_possessive(std::string_view folded) {
  static constexpr std::array<std::string_view, 14> words{"mijn", "m'n",    "jouw", "je",   "uw",
                                                          "zijn", "z'n",    "haar", "d'r",  "ons",
                                                          "onze", "jullie", "hun",  "wiens"};
  return is_among(words, folded);
}

bool is_article_like(std::string_view folded) {
  static constexpr std::array<std::string_view, 22> words{
      "de",   "het",  "'t",  "een",  "'n", "deze", "geen", "elke", "elk", "iedere", "ieder",
      "alle", "mijn", "m'n", "jouw", "uw", "z'n",  "hun",  "onze", "ons", "enkele", "sommige"};
  return is_among(words, folded);
}

bool is_demonstrative(std::string_view folded) {
  return folded == "dit" || folded == "dat" || folded == "die" || folded == "deze";
}

bool is_subject(std::string_view folded) {
  static constexpr std::array<std::string_view, 16> words{
      "ik", "je",  "jij", "hij", "zij",    "ze",      "we",     "wij",
      "u",  "men", "er",  "wie", "iemand", "niemand", "jullie", "iedereen"};
  return is_among(words, folded);
}

bool is_adverb_part(std::string_view folded) {
  return folded == "er" || folded == "daar" || folded == "waar" || folded == "hier";
}

bool is_modal(std::string_view lemma) {
  static constexpr std::array<std::string_view, 10> lemmas{"kunnen",  "zullen", "moeten", "mogen",
                                                           "willen",  "gaan",   "laten",  "hoeven",
                                                           "blijven", "komen"};
  return is_among(lemmas, lemma);
}

bool is_auxiliary(std::string_view lemma) {
  return lemma == "hebben" || lemma == "zijn" || lemma == "worden";
}

}  // namespace pipeline

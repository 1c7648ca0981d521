#include "pipeline/language/function_words.h"

#include <algorithm>
#include <array>

namespace pipeline {
namespace {

template <std::size_t n>
bool is_among(const std::array<std::string_view, n>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Adverbs of degree, place, order and assent, which stand in any text.
bool is_small_adverb(std::string_view lemma) {
  static constexpr std::array<std::string_view, 56> words{
      "niet",    "ook",    "dan",     "nog",       "al",     "wel",       "toch",      "zo",
      "heel",    "erg",    "zeer",    "te",        "er",     "hier",      "daar",      "waar",
      "nu",      "toen",   "eens",    "even",      "maar",   "dus",       "weer",      "nou",
      "hoe",     "waarom", "wanneer", "eigenlijk", "gewoon", "echt",      "misschien", "natuurlijk",
      "altijd",  "nooit",  "vaak",    "soms",      "bijna",  "alleen",    "juist",     "zelfs",
      "meer",    "meest",  "veel",    "weinig",    "best",   "ja",        "nee",       "daarom",
      "daarbij", "verder", "ergens",  "nergens",   "immers", "bovendien", "overigens", "gauw"};
  return is_among(words, lemma);
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

bool is_function_word(const Reading& reading) {
  switch (reading.word_class) {
    case WordClass::noun:
    case WordClass::proper_noun:
    case WordClass::numeral:
    case WordClass::other:
      return false;
    case WordClass::verb:
      return is_modal(reading.lemma) || is_auxiliary(reading.lemma);
    case WordClass::adjective:
    case WordClass::adverb:
      return is_adverb_part(reading.lemma) || is_small_adverb(reading.lemma);
    default:
      return true;
  }
}

}  // namespace pipeline

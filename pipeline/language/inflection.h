// How a form relates to its lemma: "werkte" is the past of "werken", "huizen" the plural of "huis".
// Part of the word table; context rules read it ("te" wants an infinitive).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace pipeline {

enum class Inflection : std::uint8_t {
  base,  // the lemma itself, or a word that does not inflect
  plural,
  diminutive,
  diminutive_plural,
  genitive,
  infinitive,  // also the plural of the present: "wij werken"
  stem,        // "werk": first person and imperative
  third,       // "werkt"
  past,
  past_plural,
  participle,
  participle_e,
  present_participle,
  present_participle_e,
  adjective_e,
  comparative,
  comparative_e,
  superlative,
  superlative_e,
  partitive  // "iets moois"
};

// "past_plural" -> Inflection::past_plural, as the tables under data/ write it.
std::optional<Inflection> inflection_of(std::string_view name);

}  // namespace pipeline

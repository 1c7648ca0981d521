// The paradigms of regular Dutch words, in folded spelling: "maken" -> maak, maakt, maakte,
// gemaakt ... Where spelling alone does not decide ("open-" in "openen": open or oop), every
// candidate is proposed; the compiler keeps those that the word lists attest.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/language/inflection.h"

namespace pipeline {

struct InflectedForm {
  std::string form;
  Inflection inflection = Inflection::base;

  friend bool operator==(const InflectedForm&, const InflectedForm&) = default;
};

std::vector<InflectedForm> noun_forms(std::string_view lemma);
std::vector<InflectedForm> adjective_forms(std::string_view lemma);

// The first persons that spelling allows, likeliest first: "maken" -> maak, mak; "openen" -> opeen,
// open. Empty for "gaan" and the like.
std::vector<std::string> verb_stems(std::string_view infinitive);
// Infinitive, present participle, stem and third person; strong verbs form them by the same rules.
std::vector<InflectedForm> present_forms(std::string_view infinitive, std::string_view stem);
// Past by 't kofschip and participle; with "ge-", and without it after an unstressed prefix.
std::vector<InflectedForm> weak_past_forms(std::string_view infinitive, std::string_view stem);
// "gezet" -> gezette, "gehaat" -> gehate.
std::vector<std::string> with_e(std::string_view word);

// be-, ge-, her-, ont-, ver-, and those that may be either ("overleggen"): the prefix's length, or
// 0.
std::size_t unstressed_prefix(std::string_view verb);

}  // namespace pipeline

// The ways in which a text may name what a row of the list names: "Jan de Vries" is also De Vries,
// Vries, Jan's, J. de Vries, "Vries, J. de"; Kadewijk also Kadewijkse; "Stichting De Brug" also De
// Brug. Sequences of folded words, each with what it takes to believe it.
#pragma once

#include <string>
#include <vector>

#include "pipeline/language/word_table.h"
#include "pipeline/pseudonymise/name_list.h"

namespace pipeline {

struct NameForm {
  enum class Source : std::uint8_t { written, whole, surname };  // the first that fits counts
  std::vector<std::string> words;
  Source source = Source::written;
  bool needs_capital = false;  // ordinary words, too: one of them must begin with a capital
  bool is_inverted = false;    // "Vries, de": initials may stand behind the comma

  friend bool operator==(const NameForm&, const NameForm&) = default;
};

// Without doubles. Does not depend on the other rows.
std::vector<NameForm> forms_of(const NameRow& row, const WordTable& words);

// The folded words of a person's name apart: jan, willem / van, den / berg.
struct PersonName {
  std::vector<std::string> first, particles, core;
};
PersonName person_name(std::string_view name);

bool is_name_particle(std::string_view folded);  // van, de, der, 't
bool is_title(std::string_view folded);          // mevrouw, dhr, wethouder

}  // namespace pipeline

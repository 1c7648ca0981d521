#include "pipeline/language/compile/letters.h"
#include "pipeline/language/compile/paradigm.h"

namespace pipeline {
namespace {

void add_diminutive(std::vector<InflectedForm>& forms, const std::string& diminutive) {
  forms.push_back({diminutive, Inflection::diminutive});
  forms.push_back({diminutive + "s", Inflection::diminutive_plural});
}

}  // namespace

std::vector<InflectedForm> noun_forms(std::string_view lemma) {
  const std::string word(lemma);
  std::vector<InflectedForm> forms{{word, Inflection::base}};
  if (word.empty()) return forms;
  const auto plural = [&](std::string form) {
    forms.push_back({std::move(form), Inflection::plural});
  };
  plural(word + "s");
  plural(word + "'s");
  if (word.back() == 'e') plural(word + "n");
  for (const std::string& stem : before_e(word)) plural(stem + "en");
  if (ends_with(word, "heid")) plural(word.substr(0, word.size() - 2) + "den");

  add_diminutive(forms, word + "je");
  add_diminutive(forms, word + "tje");
  add_diminutive(forms, word + "'tje");
  add_diminutive(forms, word + "etje");
  if (word.back() == 'm') add_diminutive(forms, word + "pje");
  if (ends_with(word, "ng")) add_diminutive(forms, word.substr(0, word.size() - 1) + "kje");
  if (ends_in_vowel_consonant(word)) add_diminutive(forms, doubled(word) + "etje");
  if (is_vowel(word.back())) add_diminutive(forms, doubled(word) + "tje");
  return forms;
}

}  // namespace pipeline

#include "pipeline/language/compile/letters.h"
#include "pipeline/language/compile/paradigm.h"

namespace pipeline {

std::vector<std::string> with_e(std::string_view word) {
  std::vector<std::string> forms;
  for (std::string& stem : before_e(word)) forms.push_back(std::move(stem) + "e");
  return forms;
}

std::vector<InflectedForm> adjective_forms(std::string_view lemma) {
  const std::string word(lemma);
  std::vector<InflectedForm> forms{{word, Inflection::base}};
  if (word.empty()) return forms;
  for (const std::string& inflected : with_e(word)) {
    forms.push_back({inflected, Inflection::adjective_e});
    forms.push_back({inflected + "n", Inflection::adjective_e});  // "de zieken"
    forms.push_back({inflected + "r", Inflection::comparative});
    forms.push_back({inflected + "re", Inflection::comparative_e});
    forms.push_back({inflected + "ren", Inflection::comparative_e});
    forms.push_back({inflected + "rs", Inflection::comparative});
  }
  if (word.back() == 'r') {
    forms.push_back({word + "der", Inflection::comparative});
    forms.push_back({word + "dere", Inflection::comparative_e});
    forms.push_back({word + "deren", Inflection::comparative_e});
    forms.push_back({word + "ders", Inflection::comparative});
  }
  const std::string superlative = word + (word.back() == 's' ? "t" : "st");
  for (const char* prefix : {"", "aller"}) {
    forms.push_back({prefix + superlative, Inflection::superlative});
    forms.push_back({prefix + superlative + "e", Inflection::superlative_e});
    forms.push_back({prefix + superlative + "en", Inflection::superlative_e});
  }
  forms.push_back({word + "s", Inflection::partitive});
  return forms;
}

}  // namespace pipeline

#include <array>

#include "pipeline/language/compile/letters.h"
#include "pipeline/language/compile/paradigm.h"

namespace pipeline {
namespace {

// The infinitive without its ending: "maken" -> "mak", "werken" -> "werk".
std::string root_of(std::string_view infinitive) {
  return std::string(infinitive.substr(0, infinitive.size() - 2));
}

bool ends_in_double_consonant(std::string_view word) {
  const std::size_t n = word.size();
  return n >= 2 && word[n - 1] == word[n - 2] && !is_vowel(word[n - 1]);
}

// First persons that the spelling allows: "mak" -> maak, mak; "lev" -> leef; "zett" -> zet.
std::vector<std::string> stems_of(std::string_view root) {
  if (ends_in_double_consonant(root)) return {std::string(root.substr(0, root.size() - 1))};
  std::vector<std::string> stems;
  if (ends_in_vowel_consonant(root)) stems.push_back(devoiced(closed(root)));
  if (const std::string plain = devoiced(root); stems.empty() || stems.front() != plain)
    stems.push_back(plain);
  return stems;
}

// 't kofschip: the sound before -en decides, so "leven" has -de although one writes "leef".
bool takes_t(std::string_view root) {
  if (root.empty()) return false;
  return std::string_view("tkfspxc").find(root.back()) != std::string_view::npos ||
         ends_with(root, "ch") || ends_with(root, "sh");
}

void add_participle(std::vector<InflectedForm>& forms, const std::string& participle) {
  forms.push_back({participle, Inflection::participle});
  for (std::string& inflected : with_e(participle))
    forms.push_back({std::move(inflected), Inflection::participle_e});
}

}  // namespace

std::size_t unstressed_prefix(std::string_view verb) {
  static constexpr std::array<std::string_view, 17> prefixes{
      "achter", "onder", "aan", "door", "over", "voor", "weer", "vol", "her",
      "mis",    "ont",   "ver", "wan",  "be",   "er",   "ge",   "om"};
  for (const std::string_view prefix : prefixes)
    if (verb.size() > prefix.size() + 3 && verb.starts_with(prefix)) return prefix.size();
  return 0;
}

std::vector<InflectedForm> present_forms(std::string_view infinitive) {
  const std::string verb(infinitive);
  std::vector<InflectedForm> forms{{verb, Inflection::infinitive},
                                   {verb + "d", Inflection::present_participle},
                                   {verb + "de", Inflection::present_participle_e},
                                   {verb + "den", Inflection::present_participle_e}};
  if (!ends_with(verb, "en") || verb.size() < 4) return forms;
  for (const std::string& stem : stems_of(root_of(verb))) {
    forms.push_back({stem, Inflection::stem});
    if (stem.back() != 't') forms.push_back({stem + "t", Inflection::third});
  }
  return forms;
}

std::vector<InflectedForm> weak_verb_forms(std::string_view infinitive) {
  std::vector<InflectedForm> forms = present_forms(infinitive);
  if (!ends_with(infinitive, "en") || infinitive.size() < 4) return forms;
  const std::string root = root_of(infinitive);
  const std::string ending = takes_t(root) ? "t" : "d";
  for (const std::string& stem : stems_of(root)) {
    forms.push_back({stem + ending + "e", Inflection::past});
    forms.push_back({stem + ending + "en", Inflection::past_plural});
    const std::string closed_stem = stem + (ends_with(stem, ending) ? "" : ending);
    add_participle(forms, "ge" + closed_stem);
    if (unstressed_prefix(infinitive) > 0) add_participle(forms, closed_stem);
  }
  return forms;
}

}  // namespace pipeline

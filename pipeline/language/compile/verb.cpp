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

std::vector<std::string> verb_stems(std::string_view infinitive) {
  if (infinitive.size() < 4 || !ends_with(infinitive, "en")) return {};
  const std::string root = root_of(infinitive);
  if (ends_in_double_consonant(root)) return {root.substr(0, root.size() - 1)};
  std::vector<std::string> stems;
  if (ends_in_vowel_consonant(root)) stems.push_back(devoiced(closed(root)));
  if (const std::string plain = devoiced(root); stems.empty() || stems.front() != plain)
    stems.push_back(plain);
  // "initiëren": "initieer", not "initier".
  const std::size_t n = root.size();
  if (n > 3 && ends_with(root, "er") && is_vowel(root[n - 3]))
    stems.push_back(root.substr(0, n - 1) + "er");
  return stems;
}

std::vector<InflectedForm> present_forms(std::string_view infinitive, std::string_view stem) {
  const std::string verb(infinitive);
  std::vector<InflectedForm> forms{{verb, Inflection::infinitive},
                                   {verb + "d", Inflection::present_participle},
                                   {verb + "de", Inflection::present_participle_e},
                                   {verb + "den", Inflection::present_participle_e}};
  if (stem.empty()) return forms;
  forms.push_back({std::string(stem), Inflection::stem});
  forms.push_back({std::string(stem) + (stem.back() == 't' ? "" : "t"), Inflection::third});
  return forms;
}

std::vector<InflectedForm> weak_past_forms(std::string_view infinitive, std::string_view stem) {
  std::vector<InflectedForm> forms;
  if (stem.empty()) return forms;
  const std::string ending = takes_t(root_of(infinitive)) ? "t" : "d";
  const std::string first(stem);
  forms.push_back({first + ending + "e", Inflection::past});
  forms.push_back({first + ending + "en", Inflection::past_plural});
  const std::string closed_stem = first + (ends_with(stem, ending) ? "" : ending);
  add_participle(forms, "ge" + closed_stem);
  if (unstressed_prefix(infinitive) > 0) add_participle(forms, closed_stem);
  return forms;
}

}  // namespace pipeline

#include "pipeline/evaluate/coders.h"

#include <algorithm>

namespace pipeline {

unsigned shared(ValenceSet a, ValenceSet b) {
  return static_cast<unsigned>(std::ranges::count_if(
      all_valences, [&](Valence valence) { return a.has(valence) && b.has(valence); }));
}

std::string word_of(ValenceSet valences) {
  std::string text;
  for (const Valence valence : all_valences)
    if (valences.has(valence)) text += (text.empty() ? "" : " + ") + word_of(valence);
  return text.empty() ? "-" : text;
}

Reference reference_of(const CoderCodings& coder) {
  Reference reference;
  reference.name = coder.name;
  for (const auto& unit : coder.units) {
    auto& gold = reference.gold.emplace_back();
    for (const auto& [factor, coding] : unit) gold[factor] = coding.valences;
    reference.any.emplace_back(!unit.empty());
  }
  reference.open.resize(coder.units.size());
  return reference;
}

Reference consensus_of(std::span<const CoderCodings> coders) {
  if (coders.size() == 1) return reference_of(coders.front());
  Reference reference;
  reference.name = "consensus";
  for (std::size_t unit = 0; unit < coders.front().units.size(); ++unit) {
    auto& gold = reference.gold.emplace_back();
    auto& open = reference.open.emplace_back();
    std::size_t with_any = 0;
    for (const CoderCodings& coder : coders) {
      with_any += !coder.units[unit].empty();
      for (const auto& [factor, coding] : coder.units[unit]) open.insert(factor);
    }
    auto& any = reference.any.emplace_back();
    if (with_any == 0 || with_any == coders.size()) any = with_any > 0;
    std::erase_if(open, [&](const FactorId& factor) {
      ValenceSet valences = coders.front().units[unit].contains(factor)
                                ? coders.front().units[unit].at(factor).valences
                                : ValenceSet();
      for (const CoderCodings& coder : coders) {
        const auto coding = coder.units[unit].find(factor);
        if (coding == coder.units[unit].end()) return false;
        if (coding->second.valences != valences) valences = {};
      }
      gold[factor] = valences;
      return true;
    });
  }
  return reference;
}

}  // namespace pipeline

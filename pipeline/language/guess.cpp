#include "pipeline/language/guess.h"

#include <array>

namespace pipeline {
namespace {

struct EndingRule {
  std::string_view ending, lemma_ending;
  WordClass word_class;
  Inflection inflection;
};

constexpr auto noun = WordClass::noun;
constexpr auto verb = WordClass::verb;
constexpr auto adjective = WordClass::adjective;

// Longer endings first within what they share.
constexpr std::array<EndingRule, 62> rules{{
    {"heden", "heid", noun, Inflection::plural},
    {"heid", "heid", noun, Inflection::base},
    {"iteiten", "iteit", noun, Inflection::plural},
    {"teit", "teit", noun, Inflection::base},
    {"ingen", "ing", noun, Inflection::plural},
    {"ing", "ing", noun, Inflection::base},
    {"schappen", "schap", noun, Inflection::plural},
    {"schap", "schap", noun, Inflection::base},
    {"ties", "tie", noun, Inflection::plural},
    {"sies", "sie", noun, Inflection::plural},
    {"tie", "tie", noun, Inflection::base},
    {"sie", "sie", noun, Inflection::base},
    {"ismen", "isme", noun, Inflection::plural},
    {"isme", "isme", noun, Inflection::base},
    {"isten", "ist", noun, Inflection::plural},
    {"ist", "ist", noun, Inflection::base},
    {"logen", "loog", noun, Inflection::plural},
    {"loog", "loog", noun, Inflection::base},
    {"logie", "logie", noun, Inflection::base},
    {"grafie", "grafie", noun, Inflection::base},
    {"eurs", "eur", noun, Inflection::plural},
    {"eur", "eur", noun, Inflection::base},
    {"trices", "trice", noun, Inflection::plural},
    {"sters", "ster", noun, Inflection::plural},
    {"ster", "ster", noun, Inflection::base},
    {"aars", "aar", noun, Inflection::plural},
    {"aar", "aar", noun, Inflection::base},
    {"ers", "er", noun, Inflection::plural},
    {"er", "er", noun, Inflection::base},
    {"ijen", "ij", noun, Inflection::plural},
    {"erij", "erij", noun, Inflection::base},
    {"essen", "es", noun, Inflection::plural},
    {"etjes", "", noun, Inflection::diminutive_plural},
    {"etje", "", noun, Inflection::diminutive},
    {"tjes", "", noun, Inflection::diminutive_plural},
    {"tje", "", noun, Inflection::diminutive},
    {"pjes", "", noun, Inflection::diminutive_plural},
    {"pje", "", noun, Inflection::diminutive},
    {"kjes", "g", noun, Inflection::diminutive_plural},
    {"kje", "g", noun, Inflection::diminutive},
    {"isch", "isch", adjective, Inflection::base},
    {"ische", "isch", adjective, Inflection::adjective_e},
    {"lijk", "lijk", adjective, Inflection::base},
    {"lijke", "lijk", adjective, Inflection::adjective_e},
    {"achtig", "achtig", adjective, Inflection::base},
    {"achtige", "achtig", adjective, Inflection::adjective_e},
    {"ige", "ig", adjective, Inflection::adjective_e},
    {"ig", "ig", adjective, Inflection::base},
    {"bare", "baar", adjective, Inflection::adjective_e},
    {"baar", "baar", adjective, Inflection::base},
    {"loze", "loos", adjective, Inflection::adjective_e},
    {"loos", "loos", adjective, Inflection::base},
    {"ele", "eel", adjective, Inflection::adjective_e},
    {"ieve", "ief", adjective, Inflection::adjective_e},
    {"ief", "ief", adjective, Inflection::base},
    {"eren", "eren", verb, Inflection::infinitive},
    {"eert", "eren", verb, Inflection::third},
    {"eerde", "eren", verb, Inflection::past},
    {"eerden", "eren", verb, Inflection::past_plural},
    {"erend", "eren", verb, Inflection::present_participle},
    {"erende", "eren", verb, Inflection::present_participle_e},
    {"'s", "", noun, Inflection::plural},
}};

}  // namespace

std::optional<Guess> guess_by_ending(std::string_view folded) {
  const EndingRule* best = nullptr;
  for (const EndingRule& rule : rules)
    if (folded.size() >= rule.ending.size() + 3 && folded.ends_with(rule.ending) &&
        (!best || rule.ending.size() > best->ending.size()))
      best = &rule;
  if (!best) return std::nullopt;
  return Guess{std::string(folded.substr(0, folded.size() - best->ending.size())) +
                   std::string(best->lemma_ending),
               best->word_class, best->inflection};
}

}  // namespace pipeline

#include <algorithm>

#include "pipeline/language/compile/steps.h"

namespace pipeline {

void add_own_words(FormTable& table, const Sources& sources) {
  for (const OwnReading& own : sources.closed_class) {
    const Form* there = table.find(own.form);
    const int place = there ? static_cast<int>(there->readings.size()) : 0;
    table.add(own.form, own.lemma, own.word_class, own.inflection, rank::closed_class + place);
  }
  for (const OwnReading& own : sources.irregular_forms)
    table.add(own.form, own.lemma, own.word_class, own.inflection, rank::irregular);
  for (const OwnReading& own : sources.closed_class) table.seal(own.form);
}

namespace {

bool is_participle(Inflection inflection) {
  return inflection == Inflection::participle || inflection == Inflection::participle_e;
}

// "bericht", "gedicht": the noun comes before the participle.
void rank_nouns_before_participles(Form& form) {
  const bool is_noun = std::any_of(form.readings.begin(), form.readings.end(), [](const auto& it) {
    return it.reading.word_class() == WordClass::noun &&
           it.reading.inflection() == Inflection::base;
  });
  if (!is_noun) return;
  for (RankedReading& it : form.readings)
    if (it.reading.inflection() == Inflection::participle)
      it.rank = std::max(it.rank, rank::verb_form);
}

}  // namespace

void prefer_own_choices(FormTable& table, const Sources& sources) {
  for (auto& [folded, form] : table.forms()) rank_nouns_before_participles(form);
  for (const OwnReading& own : sources.preferred) {
    Form& form = table[own.form];
    bool has_own = false;
    for (RankedReading& reading : form.readings) {
      if (table.lemma(reading.reading.lemma()) != own.lemma ||
          reading.reading.word_class() != own.word_class)
        continue;
      reading.rank = rank::preferred;
      has_own = true;
    }
    // "gezond" has come apart from "zonnen", whose participle it is by the rules.
    if (has_own && own.word_class == WordClass::adjective)
      std::erase_if(form.readings,
                    [](const auto& it) { return is_participle(it.reading.inflection()); });
  }
}

}  // namespace pipeline

#include <algorithm>
#include <array>
#include <set>

#include "pipeline/language/compile/letters.h"
#include "pipeline/language/compile/paradigm.h"
#include "pipeline/language/compile/steps.h"
#include "pipeline/normalise/fold.h"

namespace pipeline {
namespace {

struct TagMeaning {
  std::string_view tag;
  WordClass word_class;
  Inflection inflection;
};
constexpr std::array<TagMeaning, 13> tag_meanings{{
    {"NN2", WordClass::noun, Inflection::plural},
    {"NN1r", WordClass::noun, Inflection::diminutive},
    {"NN2r", WordClass::noun, Inflection::diminutive_plural},
    {"AJe", WordClass::adjective, Inflection::adjective_e},
    {"AJc", WordClass::adjective, Inflection::comparative},
    {"AJcn", WordClass::adjective, Inflection::comparative},
    {"AJci", WordClass::adjective, Inflection::comparative},
    {"AJce", WordClass::adjective, Inflection::comparative_e},
    {"AJsn", WordClass::adjective, Inflection::superlative},
    {"AJse", WordClass::adjective, Inflection::superlative_e},
    {"i", WordClass::adjective, Inflection::partitive},
    {"DT", WordClass::proper_noun, Inflection::genitive},
    {"NN1", WordClass::noun, Inflection::base},
}};

bool is_capitalised(std::string_view word) {
  return !word.empty() && word.front() >= 'A' && word.front() <= 'Z';
}

struct Flags {
  bool noun = false, adjective = false, verb = false, name = false, heid = false, compounds = false;
};

// The letters of the flags tell the class: Y diminutives and Z plurals are of nouns, A of
// adjectives, V and P of verbs, G and PN of names, C of parts of compounds.
Flags read_flags(std::string_view text) {
  Flags flags;
  for (const std::string& flag : flags_of(text)) {
    if (flag == "PN" || flag == "PI" || flag == "PK" || flag == "PJ" || flag == "Sv")
      flags.name = true;
    else if (flag == "Zm")
      flags.heid = true;
    else if (flag[0] == 'Y' || flag[0] == 'Z')
      flags.noun = true;
    else if (flag[0] == 'A' || flag == "Ll")  // Ll: a language, "Nederlands"
      flags.adjective = true;
    else if (flag[0] == 'V' || flag[0] == 'P')
      flags.verb = true;
    else if (flag[0] == 'G')
      flags.name = true;
    else if (flag[0] == 'C')
      flags.compounds = true;
  }
  return flags;
}

class Declension {
 public:
  Declension(FormTable& table, const Sources& sources) : table_(table), sources_(sources) {}

  void add(const ListedWord& entry) {
    const Flags flags = read_flags(entry.flags);
    if (flags.adjective) adjective(entry);
    if (flags.noun) noun(entry.word);
    if (flags.heid) noun(entry.word + "heid");
    if (flags.name) name(entry);
    for (const ExpandedForm& form : sources_.affixes.expand(entry.word, entry.flags))
      if (!is_doubtful_plural(entry.word, form)) expanded(entry, form);
  }

  void add_mass_noun(const ListedWord& entry) {
    const Flags flags = read_flags(entry.flags);
    const bool is_marked = flags.adjective || flags.verb || flags.noun || flags.name;
    if (!flags.compounds || is_marked || is_noun(fold(entry.word))) return;
    // "realiseer" stands before others in compounds, but is the stem of a verb; a noun closes them.
    const auto list = flags_of(entry.flags);
    const bool closes = std::find(list.begin(), list.end(), "Cc") != list.end();
    if (closes || !table_.contains(fold(entry.word))) noun(entry.word);
  }

  void collect_unexplained(const ListedWord& entry) {
    const Flags flags = read_flags(entry.flags);
    const bool is_marked = flags.adjective || flags.verb || flags.noun || flags.name;
    if (!is_marked && !is_noun(fold(entry.word))) unexplained_.insert(fold(entry.word));
  }

  // "meisjes", "hoeveelheden": listed beside their singular without a mark that says so.
  void complete(const ListedWord& entry) {
    const Flags flags = read_flags(entry.flags);
    const bool has_class = flags.adjective || flags.verb || flags.name;
    if (flags.adjective)
      by_paradigm(entry.word, WordClass::adjective, adjective_forms(fold(entry.word)));
    if (flags.noun || (flags.compounds && !has_class))
      by_paradigm(entry.word, WordClass::noun, noun_forms(fold(entry.word)));
  }

 private:
  bool is_noun(const std::string& folded) const {
    const Form* form = table_.find(folded);
    return form && std::any_of(form->readings.begin(), form->readings.end(), [](const auto& r) {
             return r.reading.word_class() == WordClass::noun;
           });
  }

  // The dictionary gives "bom" both "bommen" and "bomen", which is the plural of "boom". Where both
  // are there the one with a doubled consonant is meant; the own table has those that have two.
  bool is_doubtful_plural(const std::string& word, const ExpandedForm& form) const {
    if (form.tag != "NN2" || form.is_prefixed || !ends_in_vowel_consonant(word)) return false;
    const std::string twice = doubled(word);
    if (form.form.starts_with(twice)) return false;
    return form.form.ends_with("en") && sources_.attested.contains(fold(twice + "en"));
  }

  void adjective(const ListedWord& entry) {
    table_.add(fold(entry.word), entry.word, WordClass::adjective, Inflection::base,
               rank::adjective);
  }

  void noun(const std::string& lemma) {
    const std::string folded = fold(lemma);
    table_.add(folded, lemma, WordClass::noun, Inflection::base, rank::noun);
    for (const auto& [singular, plurals] : sources_.irregular_plurals) {
      if (!ends_with(folded, singular)) continue;
      const std::string before = folded.substr(0, folded.size() - singular.size());
      for (const std::string& plural : plurals)
        if (before.empty() || (before.size() > 2 && sources_.attested.contains(before + plural)))
          table_.add(before + plural, lemma, WordClass::noun, Inflection::plural, rank::plural);
    }
  }

  void name(const ListedWord& entry) {
    if (is_capitalised(entry.word))
      table_.add(fold(entry.word), entry.word, WordClass::proper_noun, Inflection::base,
                 rank::proper_noun);
  }

  void expanded(const ListedWord& entry, const ExpandedForm& form) {
    const std::string folded = fold(form.form);
    if (form.flag == "PK" || form.flag == "PJ") {  // "Hoofddorper": a noun of its own
      table_.add(folded, form.form, WordClass::noun, Inflection::base, rank::noun);
    } else if (form.flag == "PI") {  // "Bredase": of "Bredaas", which spelling does not give away
      table_.add(folded, form.form.substr(0, form.form.size() - 1), WordClass::adjective,
                 Inflection::adjective_e, rank::inflected);
    } else if (form.flag[0] == 'X') {  // "bassiste": a noun of its own
      table_.add(folded, form.form, WordClass::noun, Inflection::base, rank::noun);
    } else if (form.flag == "Zi" || form.flag == "Zj") {
      table_.add(folded, entry.word, WordClass::noun, Inflection::plural, rank::plural);
    } else if (form.flag[0] != 'V' && form.flag[0] != 'P' && form.flag != "Zm") {
      tagged(entry, form, folded);
    } else if (form.flag == "PN") {
      table_.add(folded, entry.word, WordClass::proper_noun, Inflection::genitive,
                 rank::proper_noun);
    }
  }

  void tagged(const ListedWord& entry, const ExpandedForm& form, const std::string& folded) {
    for (const TagMeaning& meaning : tag_meanings)
      if (meaning.tag == form.tag)
        table_.add(folded, entry.word, meaning.word_class, meaning.inflection,
                   meaning.inflection == Inflection::plural ? rank::plural : rank::inflected);
  }

  // What the flags left out: forms by our own paradigm that the lists have and that no noun
  // (adjective) explains yet.
  void by_paradigm(const std::string& lemma, WordClass word_class,
                   const std::vector<InflectedForm>& forms) {
    for (const InflectedForm& form : forms) {
      if (form.inflection == Inflection::base || !sources_.attested.contains(form.form)) continue;
      // "grotere" is listed as a noun ("de grotere"), and yet the comparative first of all.
      const bool is_long_degree = form.inflection == Inflection::comparative_e ||
                                  form.inflection == Inflection::superlative_e;
      if (!is_long_degree && table_.contains(form.form) && !unexplained_.contains(form.form))
        continue;
      table_.add(form.form, lemma, word_class, form.inflection,
                 form.inflection == Inflection::plural ? rank::plural : rank::inflected);
    }
  }

  FormTable& table_;
  const Sources& sources_;
  std::set<std::string> unexplained_;  // entries without a mark of their class
};

// "hoger" is the comparative of "hoog" and no adjective of its own, though the list has it as one;
// nor is "grotere" a noun.
void drop_compared_lemmas(FormTable& table) {
  for (auto& entry : table.forms()) {
    const std::string& folded = entry.first;
    auto& form = entry.second;
    const bool is_compared =
        std::any_of(form.readings.begin(), form.readings.end(), [](const RankedReading& reading) {
          return reading.reading.word_class() == WordClass::adjective &&
                 reading.reading.inflection() >= Inflection::comparative &&
                 reading.reading.inflection() <= Inflection::superlative_e;
        });
    if (is_compared && !form.is_sealed)
      std::erase_if(form.readings, [&](const RankedReading& reading) {
        const bool is_base = reading.reading.inflection() == Inflection::base;
        const bool is_noun = reading.reading.word_class() == WordClass::noun;
        return is_base && (reading.reading.word_class() == WordClass::adjective ||
                           (is_noun && folded.ends_with("ere")));
      });
  }
}

}  // namespace

void add_flagged_words(FormTable& table, const Sources& sources) {
  Declension declension(table, sources);
  for (const ListedWord& entry : sources.entries) declension.add(entry);
  for (const ListedWord& entry : sources.entries) declension.collect_unexplained(entry);
  for (const ListedWord& entry : sources.entries) declension.complete(entry);
  // Words with marks of compounding only: nouns without plural, unless they turned out to be forms.
  for (const ListedWord& entry : sources.entries) declension.add_mass_noun(entry);
  drop_compared_lemmas(table);
}

}  // namespace pipeline

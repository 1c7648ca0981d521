#include <algorithm>

#include "pipeline/language/compile/paradigm.h"
#include "pipeline/language/compile/roles.h"
#include "pipeline/language/compile/steps.h"
#include "pipeline/language/compound.h"
#include "pipeline/language/guess.h"
#include "pipeline/normalise/fold.h"

namespace pipeline {
namespace {

bool starts_with_capital(std::string_view word) {
  return !word.empty() && word.front() >= 'A' && word.front() <= 'Z';
}

// The beginning of a word as it is spelled, up to a byte of its folded form. Folding drops marks,
// so both are walked by what the beginning folds to.
std::string spelled_beginning(const std::string& spelled, const std::string& folded,
                              std::size_t end) {
  if (spelled.size() == folded.size()) return spelled.substr(0, end);
  for (std::size_t i = end; i <= spelled.size(); ++i)
    if (fold(spelled.substr(0, i)) == folded.substr(0, end)) return spelled.substr(0, i);
  return folded.substr(0, end);
}

class Leftovers {
 public:
  Leftovers(FormTable& table, const Sources& sources) : table_(table), sources_(sources) {}

  void add_all() {
    std::vector<const std::string*> words;
    for (const ListedWord& entry : sources_.entries) words.push_back(&entry.word);
    for (const std::string& word : sources_.plain) words.push_back(&word);
    // Shorter first, so that a plural meets its singular.
    std::stable_sort(words.begin(), words.end(),
                     [](const auto* a, const auto* b) { return a->size() < b->size(); });
    for (const std::string* word : words) add(*word);
  }

 private:
  void add(const std::string& word) {
    const std::string folded = fold(word);
    if (folded.empty() || (table_.contains(folded) && !starts_with_capital(word))) return;
    if (starts_with_capital(word)) {
      if (!table_.contains(folded))
        table_.add(folded, word, WordClass::proper_noun, Inflection::base, rank::proper_noun);
      return;
    }
    if (!add_compound(word, folded)) add_by_ending(word, folded);
    Form& form = table_[folded];
    form.roles |= by_rule_role;
    set_roles(table_, folded);
  }

  // "wapenpatenten" reads as its head "patenten" does.
  bool add_compound(const std::string& word, const std::string& folded) {
    const auto ends = split_compound(folded, lookup_in(table_));
    if (ends.size() < 2) return false;
    const std::size_t begin = ends[ends.size() - 2];
    const std::string before = spelled_beginning(word, folded, begin);
    const Form* head = table_.find(folded.substr(begin));
    if (!head) return false;  // "cd-r": nothing is known of what stands after the hyphen
    const std::vector<RankedReading> readings = head->readings;  // adding moves the forms
    for (const RankedReading& reading : readings) {
      const WordClass word_class = reading.reading.word_class();
      if (word_class != WordClass::noun && word_class != WordClass::adjective) continue;
      table_.add(folded, before + table_.lemma(reading.reading.lemma()), word_class,
                 reading.reading.inflection(), reading.rank);
    }
    return table_.contains(folded);
  }

  void add_by_ending(const std::string& word, const std::string& folded) {
    const auto guess = guess_by_ending(folded);
    if (guess && guess->inflection != Inflection::base &&
        sources_.attested.contains(guess->lemma)) {
      table_.add(folded, guess->lemma, guess->word_class, guess->inflection, rank::by_rule);
      return;
    }
    const bool is_adjective =
        guess && guess->word_class == WordClass::adjective && guess->inflection == Inflection::base;
    if (is_adjective)
      add_paradigm(adjective_forms(folded), word, WordClass::adjective);
    else
      add_paradigm(noun_forms(folded), word, WordClass::noun);
  }

  void add_paradigm(const std::vector<InflectedForm>& forms, const std::string& lemma,
                    WordClass word_class) {
    for (const InflectedForm& form : forms)
      if (sources_.attested.contains(form.form) && !table_.contains(form.form))
        table_.add(form.form, lemma, word_class, form.inflection, rank::by_rule);
  }

  FormTable& table_;
  const Sources& sources_;
};

}  // namespace

void add_leftovers(FormTable& table, const Sources& sources) {
  Leftovers(table, sources).add_all();
}

}  // namespace pipeline

#include <algorithm>
#include <map>
#include <set>

#include "pipeline/language/compile/paradigm.h"
#include "pipeline/language/compile/steps.h"
#include "pipeline/normalise/fold.h"

namespace pipeline {
namespace {

// Particles that also stand unstressed before a verb ("overwegen", "ondernemen"): separable only
// where the lists have a participle with -ge- in between.
const std::set<std::string, std::less<>> two_faced{"over", "door", "onder",  "om",  "voor", "vol",
                                                   "weer", "aan",  "achter", "mis", "weder"};

bool is_auxiliary(std::string_view verb) {
  return verb == "zijn" || verb == "hebben" || verb == "kunnen" || verb == "moeten" ||
         verb == "mogen" || verb == "willen" || verb == "zullen" || verb == "hoeven" ||
         verb == "worden";
}

// "gelukt" is likelier of "lukken" than of "gelukken".
int rank_of(std::string_view verb, Inflection inflection) {
  const int rare = verb.starts_with("ge") ? 2 : 0;
  switch (inflection) {
    case Inflection::stem:
      return rank::stem;
    case Inflection::participle:
    case Inflection::participle_e:
    case Inflection::present_participle:
    case Inflection::present_participle_e:
      return rank::participle + rare;
    default:
      return rank::verb_form;
  }
}

class Conjugator {
 public:
  Conjugator(FormTable& table, const Sources& sources) : table_(table), sources_(sources) {
    for (const StrongVerb& verb : sources.strong_verbs)
      strong_[fold(verb.infinitive)].push_back(verb);
    collect_infinitives();
    for (const auto& [folded, spelled] : infinitives_) simple_forms(folded);
  }

  void add_fixed_phrases() {
    for (const auto& [phrase, verb] : sources_.fixed_phrases) {
      table_.add(phrase + "\t" + fold(verb), phrase + " " + verb, WordClass::verb,
                 Inflection::infinitive, 0);
      std::size_t begin = 0, end = phrase.find(' ');
      // One word alone ("kandidaat") behaves as a particle does.
      mark(phrase.substr(0, end), end == std::string::npos ? particle_use : begins_phrase_use);
      while (end != std::string::npos) {
        begin = end + 1;
        end = phrase.find(' ', begin);
        mark(phrase.substr(begin, end - begin), within_phrase_use);
      }
    }
  }

  void add_all() {
    for (const auto& [folded, spelled] : infinitives_) {
      for (const InflectedForm& form : forms_[folded])
        table_.add(form.form, spelled, WordClass::verb, form.inflection,
                   rank_of(folded, form.inflection));
    }
    for (const auto& [particle, base] : sources_.particle_pairs)
      join(particle, base, particle + base, particle + base);
    for (const auto& [folded, spelled] : infinitives_)
      for (const std::string& particle : sources_.particles)
        if (folded.size() > particle.size() + 3 && folded.starts_with(particle))
          join(particle, folded.substr(particle.size()), folded, spelled);
  }

 private:
  void mark(const std::string& word, unsigned use) {
    std::uint8_t& roles = table_["\t" + word].roles;
    roles = static_cast<std::uint8_t>(roles | use);
  }

  void collect_infinitives() {
    const auto add = [&](const std::string& word) {
      if (word.find(' ') == std::string::npos) infinitives_.try_emplace(fold(word), word);
    };
    for (const ListedWord& entry : sources_.entries) {
      const auto flags = flags_of(entry.flags);
      if (std::find(flags.begin(), flags.end(), "Vi") == flags.end()) continue;
      add(entry.word);
      for (const ExpandedForm& form : sources_.affixes.expand(entry.word, entry.flags))
        if (form.is_prefixed && form.flag[0] == 'P') add(form.form);
    }
    for (const StrongVerb& verb : sources_.strong_verbs) add(verb.infinitive);
    for (const OwnReading& own : sources_.irregular_forms)
      if (own.inflection == Inflection::infinitive && own.word_class == WordClass::verb &&
          own.form == fold(own.lemma))
        add(own.lemma);
    for (const std::string& particle : sources_.particles)
      for (const char* base : {"gaan", "staan", "slaan", "doen", "zien", "zijn"})
        if (sources_.attested.contains(particle + base)) add(particle + base);
  }

  bool is_attested(const std::string& form) const { return sources_.attested.contains(form); }

  // The first person that the dictionary marks as one; else one that it has at all.
  std::string stem_of(const std::string& verb) const {
    const std::vector<std::string> stems = verb_stems(verb);
    for (const std::string& stem : stems)
      if (sources_.stems.contains(stem)) return stem;
    for (const std::string& stem : stems)
      if (is_attested(stem)) return stem;
    return stems.empty() ? "" : stems.front();
  }

  // Forms of a verb taken as a whole, whether it has a particle or not.
  void simple_forms(const std::string& verb) {
    std::vector<InflectedForm>& forms = forms_[verb];
    const bool is_strong = strong_forms(verb, forms);
    const bool is_irregular = irregular_forms(verb, forms);
    const std::string stem = is_irregular ? "" : stem_of(verb);
    for (InflectedForm& form : present_forms(verb, stem))
      if (form.inflection == Inflection::infinitive || is_attested(form.form))
        forms.push_back(std::move(form));
    if (is_strong) return;
    const bool is_sure = is_plain(verb) && sources_.stems.contains(stem);
    for (InflectedForm& form : weak_past_forms(verb, stem))
      if (is_sure || is_attested(form.form)) forms.push_back(std::move(form));
  }

  // Without prefix or particle: what its rule makes exists, though the lists lack "teisterde".
  bool is_plain(const std::string& verb) const {
    return unstressed_prefix(verb) == 0 &&
           std::none_of(sources_.particles.begin(), sources_.particles.end(),
                        [&](const std::string& particle) {
                          return verb.starts_with(particle) &&
                                 infinitives_.contains(verb.substr(particle.size()));
                        });
  }

  // "bestaan" as "staan". Whether the present is wholly irregular ("houden" is not: "hou, houd").
  bool irregular_forms(const std::string& verb, std::vector<InflectedForm>& forms) const {
    const std::size_t prefix = unstressed_prefix(verb);
    for (const std::size_t begin : {std::size_t{0}, prefix}) {
      bool found = false;
      for (const OwnReading& own : sources_.irregular_forms) {
        if (own.word_class != WordClass::verb || own.lemma != verb.substr(begin)) continue;
        if (begin > 0 && !is_attested(verb.substr(0, begin) + own.form)) continue;
        if (begin == 0 || own.inflection == Inflection::stem || own.inflection == Inflection::third)
          forms.push_back({verb.substr(0, begin) + own.form, own.inflection});
        found = true;
      }
      if (found) return verb_stems(verb).empty() || verb.ends_with("zien");
    }
    return false;
  }

  void push_strong(const StrongVerb& base, const std::string& prefix,
                   std::vector<InflectedForm>& forms) const {
    forms.push_back({prefix + base.past, Inflection::past});
    forms.push_back({prefix + base.past_plural, Inflection::past_plural});
    if (base.participle.empty()) return;
    std::string participle = base.participle;
    if (!prefix.empty() && participle.starts_with("ge")) participle.erase(0, 2);
    participle = prefix + participle;
    forms.push_back({participle, Inflection::participle});
    for (const std::string& inflected : with_e(participle))
      if (is_attested(inflected)) forms.push_back({inflected, Inflection::participle_e});
  }

  // Forms by the table of strong verbs: its own entry, or that of the verb behind an unstressed
  // prefix when the lists have the past that would follow ("begreep"; not "herborg").
  bool strong_forms(const std::string& verb, std::vector<InflectedForm>& forms) const {
    if (const auto it = strong_.find(verb); it != strong_.end()) {
      for (const StrongVerb& own : it->second) push_strong(own, "", forms);
      return true;
    }
    const std::size_t prefix = unstressed_prefix(verb);
    if (prefix == 0) return false;
    const auto it = strong_.find(verb.substr(prefix));
    if (it == strong_.end()) return false;
    bool is_strong = false;
    for (const StrongVerb& base : it->second) {
      if (!is_attested(verb.substr(0, prefix) + base.past)) continue;
      push_strong(base, verb.substr(0, prefix), forms);
      is_strong = true;
    }
    return is_strong;
  }

  // Does "over" + "nemen" part ("nam over"), or is it "overwegen" that does not?
  bool parts(const std::string& particle, const std::string& base) {
    bool has_ge = false, has_other = false;
    for (const InflectedForm& form : forms_[base]) {
      if (form.inflection != Inflection::participle) continue;
      if (form.form.starts_with("ge"))
        has_ge |= is_attested(particle + form.form);
      else
        has_other |= is_attested(particle + form.form);
    }
    return has_ge || has_other || !two_faced.contains(particle);
  }

  void join(const std::string& particle, const std::string& base, const std::string& verb,
            const std::string& spelled) {
    if (!infinitives_.contains(base) || !parts(particle, base)) return;
    if (is_auxiliary(base) && particle != "lief" && particle != "mee")
      return;  // "kan ... af", "is ... uit": an infinitive was left out
    table_.add(particle + "\t" + base, spelled, WordClass::verb, Inflection::infinitive, 0);
    mark(particle, particle_use);
    for (const InflectedForm& form : forms_[base]) {
      const std::string joined = particle + form.form;
      // A form that the lists lack counts when nothing else explains it.
      if (is_attested(joined) || !table_.contains(joined))
        table_.add(joined, spelled, WordClass::verb, form.inflection,
                   rank_of(verb, form.inflection));
    }
  }

  FormTable& table_;
  const Sources& sources_;
  std::map<std::string, std::vector<StrongVerb>> strong_;
  std::map<std::string, std::string> infinitives_;  // folded -> spelled
  std::map<std::string, std::vector<InflectedForm>> forms_;
};

}  // namespace

void add_verbs(FormTable& table, const Sources& sources) {
  Conjugator conjugator(table, sources);
  conjugator.add_all();
  conjugator.add_fixed_phrases();
}

}  // namespace pipeline

#include "pipeline/tag/clause_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>

#include "pipeline/language/traits.h"

namespace pipeline {
namespace {

using Break = ClauseWord::Break;
using Opening = ClauseWord::Opening;
using Verb = ClauseWord::Verb;

// What a form means to the cutting of clauses, whatever it is in its sentence.
namespace role {
constexpr std::uint32_t coordinator = 1U << 0U, not_opening = 1U << 1U, reference = 1U << 2U,
                        answer = 1U << 3U, asking = 1U << 4U, when = 1U << 5U, person = 1U << 6U,
                        cause = 1U << 7U, only_subject = 1U << 8U, comparing = 1U << 9U,
                        before_particle = 1U << 10U, te = 1U << 11U, die = 1U << 12U,
                        dat = 1U << 13U, waar = 1U << 14U, wie = 1U << 15U, wat = 1U << 16U,
                        als = 1U << 17U, wanneer = 1U << 18U, of = 1U << 19U, om = 1U << 20U,
                        maar = 1U << 21U, een = 1U << 22U, er = 1U << 23U, wel = 1U << 24U,
                        niet = 1U << 25U, toch = 1U << 26U, known = 1U << 31U;
}  // namespace role

struct RoleWords {
  std::uint32_t role;
  std::string_view words;  // one blank between two
};
constexpr std::array role_words{
    RoleWords{role::coordinator, "en of noch"},
    // What goes with "te" or compares opens no clause with a claim of its own.
    RoleWords{role::not_opening, "te zoals dan voor evenals"},
    RoleWords{role::reference,
              "dat dit die deze het 't daarvan daaraan daarin ervan eraan erin erover ermee "
              "daarover daarmee daarop daartoe hierover daarvoor daarbij"},
    RoleWords{role::answer, "wel niet nee nooit evenmin ook"},
    RoleWords{role::asking, "hoe waarom wanneer welke welk hoeveel hoezeer hoever"},
    RoleWords{role::when, "toen nu sinds zodra voordat totdat"},
    RoleWords{role::person, "iemand niemand degene degenen iets niets"},
    RoleWords{role::cause, "door wegens vanwege ondanks dankzij sinds na"},
    RoleWords{role::only_subject, "ik hij zij ze we wij men jij niemand iedereen"},
    RoleWords{role::comparing, "zowel even zo net evenveel"},
    // "alleen maar", "nog maar", "ho maar"
    RoleWords{role::before_particle, "alleen nog zo dan toch ook eens ho pas even gewoon"},
    RoleWords{role::te, "te"},
    RoleWords{role::die, "die"},
    RoleWords{role::dat, "dat"},
    RoleWords{role::wie, "wie"},
    RoleWords{role::wat, "wat"},
    RoleWords{role::als, "als"},
    RoleWords{role::wanneer, "wanneer"},
    RoleWords{role::of, "of"},
    RoleWords{role::om, "om"},
    RoleWords{role::maar, "maar"},
    RoleWords{role::een, "een"},
    RoleWords{role::er, "er"},
    RoleWords{role::wel, "wel"},
    RoleWords{role::niet, "niet"},
    RoleWords{role::toch, "toch"},
};

std::unordered_map<std::string_view, std::uint32_t> roles_by_form() {
  std::unordered_map<std::string_view, std::uint32_t> roles;
  for (const RoleWords& it : role_words)
    for (std::size_t begin = 0; begin < it.words.size();) {
      const std::size_t end = std::min(it.words.find(' ', begin), it.words.size());
      roles[it.words.substr(begin, end - begin)] |= it.role;
      begin = end + 1;
    }
  return roles;
}

std::uint32_t roles_of(const std::string& form) {
  static const auto roles = roles_by_form();
  const auto found = roles.find(form);
  const std::uint32_t of_form = found == roles.end() ? 0 : found->second;
  return role::known | of_form | (form.starts_with("waar") ? role::waar : 0);
}

constexpr std::uint32_t finite_forms = bit(Inflection::stem) | bit(Inflection::third) |
                                       bit(Inflection::past) | bit(Inflection::past_plural);

class Describer {
 public:
  // `roles` has those of each of the sentence's forms.
  Describer(const SentencePlace& place, const SentenceView& view, const Vocabulary& vocabulary,
            std::span<const std::uint32_t> roles)
      : place_(place),
        view_(view),
        vocabulary_(vocabulary),
        roles_(roles),
        words_(view.words.size()) {}

  std::vector<ClauseWord> describe() {
    for (at_ = 0; at_ < words_.size(); ++at_) describe_word();
    for (at_ = 0; at_ < words_.size(); ++at_) {
      words_[at_].opening = opening();
      words_[at_].opening_as_cue = opening_as_cue();
    }
    return std::move(words_);
  }

 private:
  std::uint32_t token(std::size_t i) const { return view_.words.tokens[i]; }
  WordId id(std::size_t i) const { return place_.analysed.words[token(i)]; }
  bool is(std::size_t i, std::uint32_t role) const {
    return (roles_[static_cast<std::size_t>(id(i))] & role) != 0;
  }
  WordClass word_class(std::size_t i) const {
    return word_class(id(i), place_.analysed.readings[token(i)]);
  }
  // Traits lie beside each other, a word's readings wherever there was room.
  WordClass word_class(WordId id, std::size_t reading) const {
    const WordTraits& traits = vocabulary_.traits(id);
    return reading < traits.count ? traits.word_class[reading]
                                  : vocabulary_[id].readings[reading].word_class;
  }
  bool is_subject(std::size_t i) const {
    return i < words_.size() && (vocabulary_.traits(id(i)).marks & mark::subject) != 0;
  }
  bool begins_phrase(std::size_t i) const {
    return i < words_.size() &&
           (is_subject(i) || (vocabulary_.traits(id(i)).marks & mark::article) != 0);
  }
  bool is_finite(std::size_t i) const {
    return i < words_.size() && (words_[i].verb == Verb::finite || words_[i].verb == Verb::either);
  }

  void describe_word() {
    ClauseWord& word = words_[at_];
    const WordClass of = word_class(at_);
    word.before = view_.breaks[at_];
    word.verb = verb();
    word.is_coordinator = is(at_, role::coordinator) && of != WordClass::subordinator;
    word.is_subject =
        (vocabulary_.traits(id(at_)).marks & mark::subject) != 0 && !is(at_, role::er);
    word.is_nominal = of == WordClass::noun || of == WordClass::proper_noun ||
                      (of == WordClass::verb && word.verb == Verb::none);
    word.is_te = is(at_, role::te);
    word.attribute = attribute();
    if (word.is_nominal && word.attribute == ClauseWord::Attribute::none)
      word.attribute = ClauseWord::Attribute::noun;
    word.opens_sometimes = is(at_, role::als | role::wanneer);
    word.is_preposition = of == WordClass::adposition;
    word.affirms = is(at_, role::wel);
    word.denies = is(at_, role::niet);
    word.begins_phrase = of == WordClass::adposition || of == WordClass::determiner ||
                         (vocabulary_.traits(id(at_)).marks & mark::article) != 0 ||
                         is(at_, role::die);
    word.answers = is(at_, role::answer);
    word.tells = is(at_, role::dat);
    word.assures = is(at_, role::toch);
    word.asks = is(at_, role::wie | role::wat | role::waar | role::asking);
    word.refers_back = of != WordClass::subordinator && is(at_, role::reference);
    // "dat proces" points at what follows.
    if (at_ > 0 && (word.is_nominal || of == WordClass::adjective))
      words_[at_ - 1].refers_back = false;
  }

  ClauseWord::Attribute attribute() const {
    using Attribute = ClauseWord::Attribute;
    constexpr std::uint32_t participles =
        bit(Inflection::participle_e) | bit(Inflection::present_participle_e);
    constexpr std::uint32_t adjectives =
        bit(Inflection::adjective_e) | bit(Inflection::comparative_e);
    const WordTraits& traits = vocabulary_.traits(id(at_));
    const std::size_t reading = place_.analysed.readings[token(at_)];
    if (reading >= traits.count || (traits.inflections[reading] & finite_forms) != 0)
      return Attribute::none;
    if ((traits.inflections[reading] & participles) != 0) return Attribute::participle;
    if ((traits.inflections[reading] & adjectives) == 0 || at_ + 1 >= words_.size() ||
        view_.breaks[at_ + 1] != Break::none)
      return Attribute::none;
    const WordClass next = word_class(at_ + 1);
    return next == WordClass::noun || next == WordClass::proper_noun || next == WordClass::adjective
               ? Attribute::adjective
               : Attribute::none;
  }

  // "was" is first of all the laundry.
  Verb verb() const {
    const WordTraits& traits = vocabulary_.traits(id(at_));
    std::size_t reading = place_.analysed.readings[token(at_)];
    const WordClass best = word_class(at_);
    // "ze overleggen" is no thing either.
    const bool is_said_of_someone =
        (at_ > 0 && is(at_ - 1, role::only_subject)) ||
        (at_ + 1 < words_.size() && view_.breaks[at_ + 1] == Break::none &&
         is(at_ + 1, role::only_subject));
    if (best == WordClass::noun || (best == WordClass::adjective && is_said_of_someone))
      for (std::size_t i = 0; i < traits.count; ++i)
        if (traits.word_class[i] == WordClass::auxiliary ||
            (is_said_of_someone && traits.word_class[i] == WordClass::verb))
          reading = i;
    const WordClass of = word_class(id(at_), reading);
    if ((of != WordClass::verb && of != WordClass::auxiliary) || reading >= traits.count)
      return Verb::none;
    if (at_ > 0 && is(at_ - 1, role::te)) return Verb::part;
    // "Landen die ons steunen": what is said more about is a thing.
    const bool is_thing = (traits.classes & bit(WordClass::noun)) != 0;
    if (is_thing && at_ + 1 < words_.size() && is(at_ + 1, role::die) &&
        view_.breaks[at_ + 1] == Break::none)
      return Verb::none;
    const std::uint32_t inflections = traits.inflections[reading];
    if ((inflections & finite_forms) != 0) {
      if ((inflections & bit(Inflection::participle)) != 0 && has_auxiliary_near())
        return Verb::part;
      return (inflections & bit(Inflection::infinitive)) != 0 ? Verb::either : Verb::finite;
    }
    return (inflections & (bit(Inflection::infinitive) | bit(Inflection::base))) != 0 ? Verb::either
                                                                                      : Verb::part;
  }

  // "gebruikt" is a participle beside "worden", else a finite form.
  bool has_auxiliary_near() const {
    if (at_ + 1 < words_.size() && word_class(at_ + 1) == WordClass::auxiliary) return true;
    for (std::size_t i = at_; i-- > 0 && i + farthest > at_;) {
      if (view_.breaks[i + 1] == Break::strong || opens_another(i)) return false;
      if (word_class(i) == WordClass::auxiliary) return true;
      if (words_[i].verb == Verb::finite) return false;
    }
    return false;
  }

  bool opens_another(std::size_t i) const {
    return word_class(i) == WordClass::subordinator || is(i, role::die | role::dat | role::waar);
  }

  Opening opening() const {
    const WordClass of = word_class(at_);
    if (is(at_, role::not_opening)) return Opening::none;
    // "Door de drukte | is er geen overleg": a cause, before the verb.
    if (is_first() && of == WordClass::adposition && is(at_, role::cause)) return Opening::phrase;
    if (is(at_, role::om)) return Opening::purpose;
    if (is(at_, role::dat)) return of_dat(of);
    if (is(at_, role::die)) return of_die(of);
    if (is(at_, role::of)) return of_of(of);
    if (is(at_, role::als)) return of_als(of);
    if (is(at_, role::wie | role::wat | role::waar)) return of_w_word();
    if (is(at_, role::asking)) return of_asking();
    if (is(at_, role::when) || of == WordClass::subordinator)
      return is_finite(at_ + 1) ? Opening::none : Opening::adjunct;
    return Opening::none;
  }

  Opening opening_as_cue() const {
    if (is(at_, role::maar)) return is_conjunction() ? Opening::main : Opening::none;
    switch (word_class(at_)) {
      case WordClass::adposition:
        return Opening::phrase;
      case WordClass::adverb:  // "toch kwam er overleg", not "er kwam toch overleg"
        return is_first() && is_finite(at_ + 1) ? Opening::main : Opening::none;
      default:
        return Opening::main;
    }
  }
  // "Er was niets, maar ...", not "hadden we maar", "alleen maar".
  bool is_conjunction() const {
    if (at_ == 0 || words_[at_].before != Break::none) return true;
    if (is(at_ - 1, role::before_particle)) return false;
    return (words_[at_ - 1].verb != Verb::finite && !is_subject(at_ - 1)) || begins_phrase(at_ + 1);
  }

  bool is_first() const {
    return at_ == 0 || words_[at_].before != Break::none || words_[at_ - 1].is_coordinator;
  }
  bool follows_nominal() const {
    return at_ > 0 && words_[at_].before == Break::none &&
           (words_[at_ - 1].is_nominal || is(at_ - 1, role::person));
  }
  bool follows_nominal_and_comma() const {
    return at_ > 0 && words_[at_].before == Break::comma && words_[at_ - 1].is_nominal;
  }
  // A verb that is surely one, or perhaps, in what is left of this stretch.
  bool has_finite_ahead(bool perhaps = false) const {
    for (std::size_t i = at_ + 2; i < words_.size() && i < at_ + farthest; ++i) {
      if (words_[i].before != Break::none || words_[i].is_coordinator) return false;
      if (words_[i].verb == Verb::finite || (perhaps && is_finite(i))) return true;
    }
    return false;
  }

  // "zowel het dorp als de gemeente", "net zo goed als de rest"
  bool is_compared() const {
    for (std::size_t i = at_; i-- > 0 && i + 8 > at_;)
      if (is(i, role::comparing)) return true;
    return false;
  }
  bool ends_in_verb() const {
    std::size_t end = at_ + 1;
    while (end < words_.size() && words_[end].before == Break::none && !words_[end].is_coordinator)
      ++end;
    return words_[end - 1].verb != Verb::none;
  }

  Opening of_dat(WordClass of) const {
    if (is_finite(at_ + 1) && !follows_nominal()) return Opening::none;  // "dat is goed"
    if (of == WordClass::subordinator) return Opening::complement;
    if (follows_nominal()) return Opening::relative;
    if (follows_nominal_and_comma() && of == WordClass::pronoun) return Opening::relative;
    if (at_ == 0 || words_[at_].before == Break::strong || is_first()) return Opening::none;
    return has_finite_ahead() ? Opening::complement : Opening::none;
  }
  Opening of_die(WordClass of) const {
    if (follows_nominal()) return Opening::relative;
    return of != WordClass::determiner && follows_nominal_and_comma() ? Opening::relative
                                                                      : Opening::none;
  }
  Opening of_of(WordClass of) const {
    if (of == WordClass::subordinator) return Opening::complement;
    const bool is_asked = at_ == 0 || words_[at_ - 1].verb != Verb::none;
    return at_ > 0 && !words_[at_ - 1].is_nominal && begins_phrase(at_ + 1) &&
                   (has_finite_ahead() || is_asked)
               ? Opening::complement
               : Opening::none;
  }
  Opening of_als(WordClass of) const {
    if (of == WordClass::subordinator || is_subject(at_ + 1)) return Opening::adjunct;
    if (is_compared() || !has_finite_ahead(true)) return Opening::none;
    // "als de gemeente meewerkt", not "we doen het als een team".
    const bool is_definite = begins_phrase(at_ + 1) && !is(at_ + 1, role::een);
    return is_first() || is_definite || ends_in_verb() ? Opening::adjunct : Opening::none;
  }
  Opening of_w_word() const {
    if (is_finite(at_ + 1) && is_first()) return Opening::none;  // "waar zijn", "wat moet je"
    const bool after_preposition = at_ > 0 && word_class(at_ - 1) == WordClass::adposition;
    if (!is(at_, role::wat) && (follows_nominal() || after_preposition)) return Opening::relative;
    if (at_ > 0 && words_[at_].before == Break::comma) return Opening::relative;
    if (at_ == 0) return asks(place_) ? Opening::none : Opening::adjunct;
    // "toch wat moeilijk": something.
    return is(at_, role::wat) && !begins_phrase(at_ + 1) ? Opening::none : Opening::complement;
  }
  Opening of_asking() const {
    if (is_finite(at_ + 1)) return Opening::none;
    if (at_ == 0) return is(at_, role::wanneer) ? Opening::adjunct : Opening::none;
    return is(at_, role::wanneer) && is_first() ? Opening::adjunct : Opening::complement;
  }

  static constexpr std::size_t farthest = 40;  // words

  const SentencePlace& place_;
  const SentenceView& view_;
  const Vocabulary& vocabulary_;
  std::span<const std::uint32_t> roles_;  // by word id
  std::vector<ClauseWord> words_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<ClauseWord> ClauseWords::operator()(const SentencePlace& place,
                                                const SentenceView& view) {
  for (const std::uint32_t token : view.words.tokens) {
    const WordId id = place.analysed.words[token];
    const auto at = static_cast<std::size_t>(id);
    if (at >= roles_.size()) roles_.resize(std::max(at + 1, vocabulary_.size()));
    if (roles_[at] == 0) roles_[at] = roles_of(vocabulary_[id].folded);
  }
  return Describer(place, view, vocabulary_, roles_).describe();
}

}  // namespace pipeline

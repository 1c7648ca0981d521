#include "pipeline/tag/clause_words.h"

#include <algorithm>
#include <array>

#include "pipeline/language/traits.h"

namespace pipeline {
namespace {

using Break = ClauseWord::Break;
using Opening = ClauseWord::Opening;
using Verb = ClauseWord::Verb;

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 3> coordinators{"en", "of", "noch"};
// What goes with "te" or compares opens no clause with a claim of its own.
constexpr std::array<std::string_view, 5> not_opening{"te", "zoals", "dan", "voor", "evenals"};
constexpr std::array<std::string_view, 21> references{
    "dat",      "dit",     "die",    "deze",    "het",      "'t",       "daarvan",
    "daaraan",  "daarin",  "ervan",  "eraan",   "erin",     "erover",   "ermee",
    "daarover", "daarmee", "daarop", "daartoe", "hierover", "daarvoor", "daarbij"};
constexpr std::array<std::string_view, 6> answers{"wel", "niet", "nee", "nooit", "evenmin", "ook"};
constexpr std::array<std::string_view, 8> asking{"hoe",  "waarom",  "wanneer", "welke",
                                                 "welk", "hoeveel", "hoezeer", "hoever"};
constexpr std::array<std::string_view, 6> when{"toen", "nu", "sinds", "zodra", "voordat", "totdat"};
constexpr std::array<std::string_view, 6> persons{"iemand",  "niemand", "degene",
                                                  "degenen", "iets",    "niets"};

constexpr std::array<std::string_view, 7> causes{"door",    "wegens", "vanwege", "ondanks",
                                                 "dankzij", "sinds",  "na"};
constexpr std::array<std::string_view, 10> only_subjects{
    "ik", "hij", "zij", "ze", "we", "wij", "men", "jij", "niemand", "iedereen"};
constexpr std::array<std::string_view, 5> comparing{"zowel", "even", "zo", "net", "evenveel"};
// "alleen maar", "nog maar", "ho maar"
constexpr std::array<std::string_view, 11> before_particle{
    "alleen", "nog", "zo", "dan", "toch", "ook", "eens", "ho", "pas", "even", "gewoon"};

constexpr std::uint32_t finite_forms = bit(Inflection::stem) | bit(Inflection::third) |
                                       bit(Inflection::past) | bit(Inflection::past_plural);

class Describer {
 public:
  Describer(const SentencePlace& place, const SentenceView& view, const Vocabulary& vocabulary)
      : place_(place), view_(view), vocabulary_(vocabulary), words_(view.words.size()) {}

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
  const std::string& form(std::size_t i) const { return vocabulary_[id(i)].folded; }
  WordClass word_class(std::size_t i) const {
    return vocabulary_[id(i)].readings[place_.analysed.readings[token(i)]].word_class;
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
    const std::string& it = form(at_);
    const WordClass of = word_class(at_);
    word.before = view_.breaks[at_];
    word.verb = verb();
    word.is_coordinator = is_one_of(it, coordinators) && of != WordClass::subordinator;
    word.is_subject = (vocabulary_.traits(id(at_)).marks & mark::subject) != 0 && it != "er";
    word.is_nominal = of == WordClass::noun || of == WordClass::proper_noun ||
                      (of == WordClass::verb && word.verb == Verb::none);
    word.is_te = it == "te";
    word.attribute = attribute();
    if (word.is_nominal && word.attribute == ClauseWord::Attribute::none)
      word.attribute = ClauseWord::Attribute::noun;
    word.opens_sometimes = it == "als" || it == "wanneer";
    word.is_preposition = of == WordClass::adposition;
    word.affirms = it == "wel";
    word.denies = it == "niet";
    word.begins_phrase = of == WordClass::adposition || of == WordClass::determiner ||
                         (vocabulary_.traits(id(at_)).marks & mark::article) != 0 || it == "die";
    word.answers = is_one_of(it, answers);
    word.tells = it == "dat";
    word.assures = it == "toch";
    word.asks = it == "wie" || it == "wat" || it.starts_with("waar") || is_one_of(it, asking);
    word.refers_back = of != WordClass::subordinator && is_one_of(it, references);
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
    const Word& word = vocabulary_[id(at_)];
    const WordTraits& traits = vocabulary_.traits(id(at_));
    std::size_t reading = place_.analysed.readings[token(at_)];
    const WordClass best = word.readings[reading].word_class;
    // "ze overleggen" is no thing either.
    const bool is_said_of_someone =
        (at_ > 0 && is_one_of(form(at_ - 1), only_subjects)) ||
        (at_ + 1 < words_.size() && view_.breaks[at_ + 1] == Break::none &&
         is_one_of(form(at_ + 1), only_subjects));
    if (best == WordClass::noun || (best == WordClass::adjective && is_said_of_someone))
      for (std::size_t i = 0; i < traits.count; ++i)
        if (traits.word_class[i] == WordClass::auxiliary ||
            (is_said_of_someone && traits.word_class[i] == WordClass::verb))
          reading = i;
    const WordClass of = word.readings[reading].word_class;
    if ((of != WordClass::verb && of != WordClass::auxiliary) || reading >= traits.count)
      return Verb::none;
    if (at_ > 0 && form(at_ - 1) == "te") return Verb::part;
    // "Landen die ons steunen": what is said more about is a thing.
    const bool is_thing = (traits.classes & bit(WordClass::noun)) != 0;
    if (is_thing && at_ + 1 < words_.size() && form(at_ + 1) == "die" &&
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
    const std::string& it = form(i);
    return word_class(i) == WordClass::subordinator || it == "die" || it == "dat" ||
           it.starts_with("waar");
  }

  Opening opening() const {
    const std::string& it = form(at_);
    const WordClass of = word_class(at_);
    if (is_one_of(it, not_opening)) return Opening::none;
    // "Door de drukte | is er geen overleg": a cause, before the verb.
    if (is_first() && of == WordClass::adposition && is_one_of(it, causes)) return Opening::phrase;
    if (it == "om") return Opening::purpose;
    if (it == "dat") return of_dat(of);
    if (it == "die") return of_die(of);
    if (it == "of") return of_of(of);
    if (it == "als") return of_als(of);
    if (it == "wie" || it == "wat" || it.starts_with("waar")) return of_w_word(it);
    if (is_one_of(it, asking)) return of_asking(it);
    if (is_one_of(it, when) || of == WordClass::subordinator)
      return is_finite(at_ + 1) ? Opening::none : Opening::adjunct;
    return Opening::none;
  }

  Opening opening_as_cue() const {
    if (form(at_) == "maar") return is_conjunction() ? Opening::main : Opening::none;
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
    if (is_one_of(form(at_ - 1), before_particle)) return false;
    return (words_[at_ - 1].verb != Verb::finite && !is_subject(at_ - 1)) || begins_phrase(at_ + 1);
  }

  bool is_first() const {
    return at_ == 0 || words_[at_].before != Break::none || words_[at_ - 1].is_coordinator;
  }
  bool follows_nominal() const {
    return at_ > 0 && words_[at_].before == Break::none &&
           (words_[at_ - 1].is_nominal || is_one_of(form(at_ - 1), persons));
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
      if (is_one_of(form(i), comparing)) return true;
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
    const bool is_definite = begins_phrase(at_ + 1) && form(at_ + 1) != "een";
    return is_first() || is_definite || ends_in_verb() ? Opening::adjunct : Opening::none;
  }
  Opening of_w_word(const std::string& it) const {
    if (is_finite(at_ + 1) && is_first()) return Opening::none;  // "waar zijn", "wat moet je"
    const bool after_preposition = at_ > 0 && word_class(at_ - 1) == WordClass::adposition;
    if (it != "wat" && (follows_nominal() || after_preposition)) return Opening::relative;
    if (at_ > 0 && words_[at_].before == Break::comma) return Opening::relative;
    if (at_ == 0) return asks(place_) ? Opening::none : Opening::adjunct;
    // "toch wat moeilijk": something.
    return it == "wat" && !begins_phrase(at_ + 1) ? Opening::none : Opening::complement;
  }
  Opening of_asking(const std::string& it) const {
    if (is_finite(at_ + 1)) return Opening::none;
    if (at_ == 0) return it == "wanneer" ? Opening::adjunct : Opening::none;
    return it == "wanneer" && is_first() ? Opening::adjunct : Opening::complement;
  }

  static constexpr std::size_t farthest = 40;  // words

  const SentencePlace& place_;
  const SentenceView& view_;
  const Vocabulary& vocabulary_;
  std::vector<ClauseWord> words_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<ClauseWord> clause_words(const SentencePlace& place, const SentenceView& view,
                                     const Vocabulary& vocabulary) {
  return Describer(place, view, vocabulary).describe();
}

}  // namespace pipeline

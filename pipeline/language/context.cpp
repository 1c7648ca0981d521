#include "pipeline/language/context.h"

#include <algorithm>

#include "pipeline/language/traits.h"

namespace pipeline {
namespace {

constexpr std::uint32_t finite_forms = bit(Inflection::stem) | bit(Inflection::third) |
                                       bit(Inflection::past) | bit(Inflection::past_plural);
constexpr std::uint32_t participles = bit(Inflection::participle);
constexpr std::uint32_t attributive_forms =
    bit(Inflection::participle_e) | bit(Inflection::present_participle_e);
constexpr std::uint32_t nominal = bit(WordClass::noun) | bit(WordClass::proper_noun);
constexpr std::uint32_t verbal = bit(WordClass::verb) | bit(WordClass::auxiliary);

// What the clause has shown so far.
struct Clause {
  bool has_finite = false, has_modal = false, has_auxiliary = false, is_subordinate = false;
};

class Chooser {
 public:
  Chooser(Analysed& analysed, const Sentence& sentence, const Vocabulary& vocabulary,
          const TokenTraits& facts)
      : analysed_(analysed), sentence_(sentence), vocabulary_(vocabulary), facts_(facts) {}

  void run() {
    for (at_ = sentence_.first_token; at_ < sentence_.end_token; ++at_) {
      const WordTraits& traits = *facts_[at_];
      std::size_t best = 0;
      if (traits.count > 1) {
        double most = -1e9;
        for (std::size_t i = 0; i < traits.count; ++i) {
          const double score = score_of(traits, i);
          if (score > most) {
            most = score;
            best = i;
          }
        }
      }
      analysed_.readings[at_] = static_cast<std::uint8_t>(best);
      follow(traits, best);
    }
  }

 private:
  const Word& word(std::size_t token) const { return vocabulary_[analysed_.words[token]]; }

  std::uint32_t next_classes() const {
    if (at_ + 1 >= sentence_.end_token) return bit(WordClass::punctuation);
    return facts_[at_ + 1]->classes;
  }

  double score_of(const WordTraits& traits, std::size_t i) const {
    const std::uint32_t inflections = traits.inflections[i];
    double score = -0.8 * static_cast<double>(i);
    switch (traits.word_class[i]) {
      case WordClass::verb:
      case WordClass::auxiliary:
        return score + verb_score(traits, inflections);
      case WordClass::noun:
        return score + noun_score(traits, inflections);
      case WordClass::adjective:
        return score + adjective_score(inflections);
      case WordClass::proper_noun:
        return score + name_score(traits, inflections);
      default:
        return score + function_word_score(traits.word_class[i]);
    }
  }

  // "zijn werk", "dat hij": which of its functions a small word has is told by the next word.
  double function_word_score(WordClass word_class) const {
    if (word_class != WordClass::pronoun && word_class != WordClass::subordinator &&
        word_class != WordClass::determiner)
      return 0;
    const std::string& form = word(at_).folded;
    const std::uint32_t next = next_classes();
    const bool before_noun = (next & (nominal | bit(WordClass::adjective))) != 0;
    const bool before_clause = (next & (bit(WordClass::pronoun) | bit(WordClass::determiner))) != 0;
    if (form == "zijn" && word_class == WordClass::pronoun)
      return before_noun && !after_nominal_ && !after_subject_ ? 3 : -2;
    if (form == "dat" && word_class == WordClass::subordinator)
      return before_clause && !before_noun ? 3 : 0.5;
    if (form == "dat" && word_class == WordClass::determiner) return before_noun ? 1 : -2;
    if (form == "die" && word_class == WordClass::determiner) return before_noun ? 1 : -2;
    return 0;
  }

  // "dit kan", "die wil": where an auxiliary may follow a demonstrative is a pronoun.
  bool after_pronoun(const WordTraits& traits) const {
    return after_demonstrative_ && (traits.classes & bit(WordClass::auxiliary)) != 0;
  }

  double verb_score(const WordTraits& traits, std::uint32_t inflections) const {
    const bool at_end = (next_classes() & (bit(WordClass::punctuation) | verbal)) != 0;
    double best = -1e9;
    if ((inflections & finite_forms) != 0) {
      double finite = 0;
      const bool is_stem = (inflections & finite_forms) == bit(Inflection::stem);
      const bool in_noun_phrase = after_article_ && !after_pronoun(traits);
      if (in_noun_phrase || after_preposition_ || after_te_) finite -= 4;
      if (is_stem && !fits_first_person()) finite -= 2;
      if (is_stem && before_inverted_subject() && !clause_.has_finite) finite += 2;
      if (after_adjective_) finite -= 2;
      if (after_subject_ && (!is_stem || fits_first_person())) finite += 3;
      if (clause_.is_subordinate) finite += at_end ? 2 : -0.5;
      if (clause_.has_finite) finite -= 2;
      if (!clause_.has_finite && after_nominal_) finite += 1.5;
      best = std::max(best, finite);
    }
    if ((inflections & bit(Inflection::infinitive)) != 0) {
      double infinitive = 0;
      if (after_te_) infinitive += 6;
      if (after_article_) infinitive -= after_singular_ ? 0.5 : 2.5;
      if (after_adjective_ || after_preposition_) infinitive -= 2;
      if (clause_.has_modal && at_end) infinitive += 2.5;
      if (clause_.has_modal) infinitive += 0.5;
      if (!clause_.has_finite && (after_subject_ || after_nominal_)) infinitive += 1;
      if (clause_.is_subordinate && at_end) infinitive += 1;
      if (clause_.has_finite && !clause_.has_modal && !after_te_) infinitive -= 1;
      best = std::max(best, infinitive);
    }
    if ((inflections & participles) != 0) {
      const bool has_auxiliary =
          clause_.has_auxiliary || (next_classes() & bit(WordClass::auxiliary)) != 0;
      double participle = has_auxiliary ? 1.5 : -0.5;
      if (after_article_) participle -= 0.5;
      best = std::max(best, participle);
    }
    if ((inflections & attributive_forms) != 0)
      best = std::max(best, after_article_ || after_preposition_ ? 1.0 : 0.0);
    return std::max(best, -6.0);
  }

  // The bare stem wants "ik" before it, "ik" or "je" behind it, or is an imperative.
  bool fits_first_person() const {
    if (at_ == sentence_.first_token) return true;
    return (facts_[at_ - 1]->marks & mark::first_person) != 0 || before_inverted_subject();
  }
  // "dan loop je", "nu werk ik".
  bool before_inverted_subject() const {
    if (at_ + 1 >= sentence_.end_token) return false;
    const std::string& after = word(at_ + 1).folded;
    return after == "ik" || after == "je" || after == "jij";
  }

  double noun_score(const WordTraits& traits, std::uint32_t inflections) const {
    double score = 0;
    // "kan", "wil", "was" are seldom nouns.
    if ((traits.classes & bit(WordClass::auxiliary)) != 0) score -= after_demonstrative_ ? 5 : 2;
    if (after_singular_ && (inflections & bit(Inflection::base)) == 0 &&
        (inflections & bit(Inflection::plural)) != 0)
      score -= 3;
    if (after_article_) score += 2;
    if (after_adjective_) score += 1.5;
    if (after_preposition_) score += 1;
    if (after_te_) score -= 3;
    if (after_subject_) score -= 1.5;
    return score;
  }

  double adjective_score(std::uint32_t inflections) const {
    const bool before_noun = (next_classes() & (nominal | bit(WordClass::adjective))) != 0;
    const bool is_inflected =
        (inflections & (bit(Inflection::adjective_e) | bit(Inflection::comparative_e) |
                        bit(Inflection::superlative_e))) != 0;
    double score = 0;
    if (is_inflected) score += before_noun ? 1.5 : -0.5;
    if (after_article_) score += before_noun ? 2 : 0;
    return score;
  }

  double name_score(const WordTraits& traits, std::uint32_t inflections) const {
    if ((traits.marks & mark::capitalised) == 0) return -2;
    if ((inflections & bit(Inflection::genitive)) != 0) return -1;
    if (at_ == sentence_.first_token) return -0.5;
    // "De Grote Markt": an inflected word in a title keeps its own lemma.
    for (std::size_t i = 0; i < traits.count; ++i)
      if (traits.word_class[i] != WordClass::proper_noun &&
          (traits.inflections[i] & bit(Inflection::base)) == 0)
        return 0;
    return 2.5;
  }

  // What this word tells about the next ones.
  void follow(const WordTraits& traits, std::size_t chosen) {
    const WordClass word_class = traits.word_class[chosen];
    const std::uint32_t inflections = traits.inflections[chosen];
    const auto is_marked = [&](std::uint32_t marks) { return (traits.marks & marks) != 0; };
    after_te_ = is_marked(mark::te);
    after_singular_ = is_marked(mark::singular);
    after_demonstrative_ = is_marked(mark::demonstrative);
    after_article_ = word_class == WordClass::determiner || is_marked(mark::article) ||
                     (word_class == WordClass::pronoun && is_marked(mark::possessive) &&
                      !is_marked(mark::subject));
    after_preposition_ = word_class == WordClass::adposition && !after_te_;
    after_subject_ = is_marked(mark::subject);
    after_adjective_ =
        word_class == WordClass::adjective && (inflections & bit(Inflection::adjective_e)) != 0;
    after_nominal_ = word_class == WordClass::noun || word_class == WordClass::proper_noun;
    if (word_class == WordClass::punctuation || word_class == WordClass::coordinator) {
      if (!is_marked(mark::joins_clauses)) clause_ = {};
    } else if (word_class == WordClass::subordinator) {
      clause_ = {};
      clause_.is_subordinate = true;
    } else if (word_class == WordClass::verb || word_class == WordClass::auxiliary) {
      clause_.has_finite |= (inflections & (finite_forms | bit(Inflection::infinitive))) != 0;
      clause_.has_modal |= (traits.modals >> chosen & 1) != 0;
      clause_.has_auxiliary |= (traits.auxiliaries >> chosen & 1) != 0;
    }
  }

  Analysed& analysed_;
  const Sentence& sentence_;
  const Vocabulary& vocabulary_;
  const TokenTraits& facts_;
  std::size_t at_ = 0;
  Clause clause_;
  bool after_singular_ = false, after_demonstrative_ = false, after_te_ = false,
       after_article_ = false, after_preposition_ = false, after_subject_ = false,
       after_adjective_ = false, after_nominal_ = false;
};

}  // namespace

void choose_readings(Analysed& analysed, const Sentence& sentence, const Vocabulary& vocabulary,
                     const TokenTraits& facts) {
  Chooser(analysed, sentence, vocabulary, facts).run();
}

}  // namespace pipeline

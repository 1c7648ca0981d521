#include "pipeline/language/separable.h"

#include <algorithm>
#include <array>

namespace pipeline {
namespace {

constexpr std::uint32_t verbal = bit(WordClass::verb) | bit(WordClass::auxiliary);
constexpr std::uint32_t finite_forms = bit(Inflection::stem) | bit(Inflection::third) |
                                       bit(Inflection::past) | bit(Inflection::past_plural) |
                                       bit(Inflection::infinitive);
constexpr std::uint32_t certainly_finite = finite_forms & ~bit(Inflection::infinitive);
constexpr std::uint32_t any_form = finite_forms | bit(Inflection::participle);
constexpr std::uint32_t begins_noun_phrase =
    bit(WordClass::noun) | bit(WordClass::proper_noun) | bit(WordClass::determiner) |
    bit(WordClass::adjective) | bit(WordClass::numeral) | bit(WordClass::pronoun);

// The verbs that close a clause are seldom more than these: "zou hebben kunnen worden opgebeld".
constexpr std::uint32_t longest_cluster = 4;
// How far a particle is sought from its verb, so that long sentences cost linear time.
constexpr std::uint32_t longest_reach = 60;
constexpr std::size_t longest_phrase = 4;

class Finder {
 public:
  Finder(Analysed& analysed, const Sentence& sentence, Vocabulary& vocabulary,
         const TokenTraits& facts)
      : analysed_(analysed), sentence_(sentence), vocabulary_(vocabulary), facts_(facts) {}

  void run() {
    first_found_ = analysed_.separable.size();
    for (std::uint32_t at = sentence_.first_token; at < sentence_.end_token;) {
      const std::uint32_t phrase = is_marked(at, mark::begins_phrase) ? join_phrase(at) : 0;
      if (phrase == 0 && is_marked(at, mark::particle)) join_particle(at);
      at += std::max(phrase, 1U);
    }
    std::sort(analysed_.separable.begin() + static_cast<std::ptrdiff_t>(first_found_),
              analysed_.separable.end(),
              [](const auto& a, const auto& b) { return a.verb < b.verb; });
  }

 private:
  const Word& word(std::uint32_t token) const { return vocabulary_[analysed_.words[token]]; }
  const WordTraits& traits(std::uint32_t token) const { return *facts_[token]; }
  bool is_marked(std::uint32_t token, std::uint32_t marks) const {
    return (facts_[token]->marks & marks) != 0;
  }
  WordClass chosen_class(std::uint32_t token) const {
    return traits(token).word_class[analysed_.readings[token]];
  }
  bool is_chosen(std::uint32_t token, std::uint32_t classes) const {
    return token < sentence_.end_token && (bit(chosen_class(token)) & classes) != 0;
  }
  bool is_word(std::uint32_t token, std::string_view folded) const {
    return token < sentence_.end_token && word(token).folded == folded;
  }

  // A verb and its reading that make a pair with the particle.
  struct Pair {
    std::uint32_t verb = 0;
    const SeparablePair* pair = nullptr;  // none
  };
  Pair pair(std::uint32_t verb, std::string_view particle, std::uint32_t forms) {
    // "was" is of "zijn", never of "wassen", where a particle is to be placed.
    const bool is_auxiliary = (traits(verb).classes & bit(WordClass::auxiliary)) != 0;
    for (const SeparablePair& it : vocabulary_.separable_pairs(analysed_.words[verb], particle))
      if ((it.inflections & forms) != 0 && it.is_auxiliary == is_auxiliary) return {verb, &it};
    return {};
  }

  // The verbs that follow directly: "op te bellen", "op kan hebben gebeld".
  Pair in_cluster_after(std::uint32_t at, std::string_view particle) {
    const bool has_te = is_word(at, "te");
    std::uint32_t token = has_te ? at + 1 : at;
    for (std::uint32_t n = 0; n < longest_cluster && token < sentence_.end_token; ++n, ++token) {
      if (is_word(token, "te")) continue;
      if ((traits(token).classes & verbal) == 0) break;
      if (!has_te && n == 0 && !is_chosen(token, verbal)) break;
      if (is_attributive(token)) break;
      Pair found = pair(token, particle, any_form);
      if (found.pair) return found;
    }
    return {};
  }

  // The finite verb of the clause that the token stands in, to its left: "belde hem gisteren op".
  Pair finite_before(std::uint32_t at, std::string_view particle) {
    const std::uint32_t stop = at - std::min(at - sentence_.first_token, longest_reach);
    for (std::uint32_t token = at; token-- > stop;) {
      if (is_marked(token, mark::clause_break)) break;
      if ((traits(token).classes & verbal) == 0) continue;
      if (is_attributive(token)) continue;
      if (!is_chosen(token, verbal) && heads_noun_phrase(token)) continue;
      // A noun in its place ("deel uit") is not taken for the stem of a verb.
      Pair found =
          pair(token, particle,
               is_chosen(token, verbal) ? finite_forms : finite_forms & ~bit(Inflection::stem));
      if (found.pair && !follows_te(token)) return found;
      // A finite verb that is not the particle's ends the search, unless it closes a clause that
      // lies in between ("belde de man die hij kende op").
      if (is_chosen(token, verbal) && is_finite(token) && !closes_inner_clause(token)) break;
    }
    return {};
  }

  bool heads_noun_phrase(std::uint32_t token) const {
    if (token == sentence_.first_token) return false;
    if (is_chosen(token - 1, bit(WordClass::pronoun)) &&
        (is_marked(token - 1, mark::possessive) || is_word(token - 1, "geen")))
      return true;
    return is_chosen(token - 1, bit(WordClass::determiner) | bit(WordClass::adjective) |
                                    bit(WordClass::adposition) | bit(WordClass::numeral));
  }
  // "de ontvoerde agenten": a participle, though its form is also a past.
  bool is_attributive(std::uint32_t token) const {
    constexpr std::uint32_t attributive =
        bit(Inflection::participle_e) | bit(Inflection::present_participle_e);
    return (traits(token).inflections[analysed_.readings[token]] & attributive) != 0 &&
           is_chosen(token + 1, bit(WordClass::noun) | bit(WordClass::proper_noun) |
                                    bit(WordClass::adjective));
  }
  bool follows_te(std::uint32_t token) const {
    return token > sentence_.first_token && is_word(token - 1, "te");
  }
  bool is_finite(std::uint32_t token) const {
    return (traits(token).inflections[analysed_.readings[token]] & certainly_finite) != 0;
  }
  bool closes_inner_clause(std::uint32_t token) const {
    while (is_chosen(token + 1, verbal)) ++token;
    return is_chosen(token + 1, bit(WordClass::punctuation));
  }
  bool closes_clause(std::uint32_t token) const {
    return is_chosen(token + 1, bit(WordClass::punctuation) | verbal);
  }

  // "op de tafel": a preposition, no particle; so too before an opening quote, and "om" before
  // "te". Questions and clauses may follow a particle: "legde uit wat er was".
  bool heads_phrase(std::uint32_t at) const {
    if (is_word(at, "om") && !closes_clause(at)) return true;
    if (is_word(at, "weer") && !closes_clause(at)) return true;
    if ((traits(at).classes & bit(WordClass::adposition)) == 0)
      return is_object(at) || is_attribute(at);
    if (begins_infinitive_clause(at)) return true;
    if (is_word(at + 1, "wat") || is_word(at + 1, "wie") || is_word(at + 1, "hoe")) return false;
    const bool is_relative = is_word(at + 1, "die") || is_word(at + 1, "dat");
    if (is_relative && !is_chosen(at + 1, bit(WordClass::determiner))) return false;
    return is_chosen(at + 1, begins_noun_phrase) || opens_quotation(at + 1) ||
           begins_measure(at + 1);
  }

  // "na ongeveer een week", "op nog drie dagen": an adverb before a number or an article.
  bool begins_measure(std::uint32_t at) const {
    return is_chosen(at, bit(WordClass::adverb)) &&
           is_chosen(at + 1, bit(WordClass::numeral) | bit(WordClass::determiner));
  }

  // "een bekend probleem".
  bool is_attribute(std::uint32_t at) const {
    return (traits(at).classes & bit(WordClass::adjective)) != 0 &&
           is_chosen(at + 1, bit(WordClass::noun) | bit(WordClass::adjective));
  }

  // "door met hen samen te werken".
  bool begins_infinitive_clause(std::uint32_t at) const {
    if (!is_word(at, "door") && !is_word(at, "na") && !is_word(at, "voor")) return false;
    if (is_word(at + 1, "om")) return false;  // "stelde voor om te gaan"
    for (std::uint32_t token = at + 1; token < sentence_.end_token && token < at + 12; ++token) {
      if (is_chosen(token, bit(WordClass::punctuation))) return false;
      if (is_word(token, "te")) return true;
    }
    return false;
  }

  // "van kennis", "de plaats": a noun like any other; "geen deel" only denies the verb.
  bool is_object(std::uint32_t at) const {
    return (traits(at).classes & bit(WordClass::noun)) != 0 && heads_noun_phrase(at) &&
           !is_word(at - 1, "geen");
  }

  bool opens_quotation(std::uint32_t at) const {
    static constexpr std::array<std::string_view, 7> opening{"\"", "«", "“", "‘", "„", ",,", "'"};
    if (at + 1 >= sentence_.end_token) return false;
    return std::find(opening.begin(), opening.end(), word(at).surface) != opening.end();
  }

  // "waar heb je het over", "daar werkt hij aan": the rest of a parted adverb, no particle.
  bool is_of_adverb(std::uint32_t verb, std::uint32_t at) const {
    if ((traits(at).classes & bit(WordClass::adposition)) == 0) return false;
    const std::uint32_t from = verb - std::min(verb - sentence_.first_token, 1U);
    if (word(at).folded == "uit" && is_chosen(verb, verbal) &&
        word(verb).readings[analysed_.readings[verb]].lemma == "zien")
      return false;  // "er goed uitzien"
    for (std::uint32_t token = from; token < at; ++token)
      if (is_marked(token, mark::adverb_part)) return true;
    return false;
  }

  void join_particle(std::uint32_t at) {
    const std::string& particle = word(at).folded;
    Pair found;
    const bool has_te = is_word(at + 1, "te");
    if (has_te && is_word(at, "om") && !has_om_before(at)) return;
    if (!is_object(at) &&
        (has_te || !is_of_adverb(at - std::min(at - sentence_.first_token, 5U), at)))
      found = in_cluster_after(at + 1, particle);
    if (!found.pair && !begins_part(at) && !is_chosen(at + 1, verbal) && !heads_phrase(at)) {
      found = finite_before(at, particle);
      if (found.pair && is_of_adverb(found.verb, at)) return;
    }
    add(found, at);
  }

  // "om te praten" begins a clause; a second "om" is a particle: "om het roer om te gooien".
  bool has_om_before(std::uint32_t at) const {
    for (std::uint32_t token = at; token-- > sentence_.first_token;) {
      if (is_word(token, "om")) return true;
      if (is_chosen(token, bit(WordClass::punctuation))) return false;
    }
    return false;
  }

  // At the beginning of a sentence or a remark in brackets, after a comma or "en" a particle has
  // no verb to its left; "dus" may stand anywhere in a clause.
  bool begins_part(std::uint32_t at) const {
    if (at == sentence_.first_token) return true;
    if (is_chosen(at - 1, bit(WordClass::coordinator))) return !is_word(at - 1, "dus");
    const std::string& before = word(at - 1).folded;
    return before == "," || before == ";" || before == ":" || before == "(";
  }

  // Words of the phrase that begins here and was joined with a verb; 0: none.
  std::uint32_t join_phrase(std::uint32_t at) {
    std::string phrase = word(at).folded;
    std::uint32_t longest = 0;
    for (std::uint32_t n = 2; n <= longest_phrase && at + n <= sentence_.end_token; ++n) {
      if (!is_marked(at + n - 1, mark::within_phrase)) break;
      phrase += " " + word(at + n - 1).folded;
      Pair found = in_cluster_after(at + n, phrase);
      if (!found.pair) found = finite_before(at, phrase);
      // "te maken hebben": the infinitive stands for the phrase.
      const bool is_infinitive =
          is_word(at, "te") && (traits(at + 1).inflections[analysed_.readings[at + 1]] &
                                bit(Inflection::infinitive)) != 0;
      if (found.pair && add(found, is_infinitive ? at + 1 : at)) longest = n;
    }
    return longest;
  }

  bool add(const Pair& found, std::uint32_t particle) {
    if (!found.pair) return false;
    // Of two candidates the later one closes the clause: "lopen vrij rond".
    const auto there = std::find_if(
        analysed_.separable.begin() + static_cast<std::ptrdiff_t>(first_found_),
        analysed_.separable.end(), [&](const auto& it) { return it.verb == found.verb; });
    if (there != analysed_.separable.end() && closes_clause(there->particle)) return false;
    if (there != analysed_.separable.end())
      *there = {found.verb, particle, found.pair->lemma};
    else
      analysed_.separable.push_back({found.verb, particle, found.pair->lemma});
    analysed_.readings[found.verb] = static_cast<std::uint8_t>(found.pair->reading);
    return true;
  }

  Analysed& analysed_;
  const Sentence& sentence_;
  Vocabulary& vocabulary_;
  const TokenTraits& facts_;
  std::size_t first_found_ = 0;
};

}  // namespace

void find_separable_verbs(Analysed& analysed, const Sentence& sentence, Vocabulary& vocabulary,
                          const TokenTraits& facts) {
  Finder(analysed, sentence, vocabulary, facts).run();
}

}  // namespace pipeline

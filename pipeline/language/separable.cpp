#include "pipeline/language/separable.h"

#include <algorithm>

#include "pipeline/language/traits.h"
#include "pipeline/normalise/fold.h"

namespace pipeline {
namespace {

constexpr std::uint32_t finite_or_infinitive =
    bit(Inflection::stem) | bit(Inflection::third) | bit(Inflection::past) |
    bit(Inflection::past_plural) | bit(Inflection::infinitive);

class Finder {
 public:
  Finder(Analysed& analysed, const Sentence& sentence, const Vocabulary& vocabulary)
      : analysed_(analysed), sentence_(sentence), vocabulary_(vocabulary) {}

  void run() {
    const std::size_t before = analysed_.separable.size();
    for (std::uint32_t at = sentence_.first_token; at < sentence_.end_token; ++at)
      if (traits(at).is_particle && closes(at)) join(at);
    std::sort(analysed_.separable.begin() + static_cast<std::ptrdiff_t>(before),
              analysed_.separable.end(),
              [](const auto& a, const auto& b) { return a.verb < b.verb; });
  }

 private:
  const Word& word(std::uint32_t token) const { return vocabulary_[analysed_.words[token]]; }
  const WordTraits& traits(std::uint32_t token) const {
    return vocabulary_.traits(analysed_.words[token]);
  }
  WordClass chosen_class(std::uint32_t token) const {
    return traits(token).word_class[analysed_.readings[token]];
  }
  bool is_verb(std::uint32_t token) const {
    return (traits(token).classes & (bit(WordClass::verb) | bit(WordClass::auxiliary))) != 0;
  }

  // A particle closes its clause, or stands before "te" and an infinitive, or before the verbs that
  // close it. One that heads a noun phrase ("op de tafel") is a preposition.
  bool closes(std::uint32_t at) const {
    const std::uint32_t next = at + 1;
    if (next >= sentence_.end_token) return true;
    const WordClass after = chosen_class(next);
    return after == WordClass::punctuation || after == WordClass::coordinator ||
           after == WordClass::subordinator || word(next).folded == "te" ||
           ((after == WordClass::verb || after == WordClass::auxiliary));
  }

  // The pair's lemma, or empty.
  std::string pair(std::uint32_t verb, std::uint32_t particle) const {
    const WordTraits& facts = traits(verb);
    for (std::size_t i = 0; i < facts.count; ++i) {
      if (facts.word_class[i] != WordClass::verb && facts.word_class[i] != WordClass::auxiliary)
        continue;
      if ((facts.inflections[i] & finite_or_infinitive) == 0) continue;
      std::string lemma = vocabulary_.table().separable_verb(fold(word(verb).readings[i].lemma),
                                                             word(particle).folded);
      if (!lemma.empty()) return lemma;
    }
    return {};
  }

  void join(std::uint32_t particle) {
    if (particle + 2 < sentence_.end_token && word(particle + 1).folded == "te") {
      add(particle + 2, particle);
      return;
    }
    for (std::uint32_t at = particle; at-- > sentence_.first_token;) {
      const WordClass word_class = chosen_class(at);
      if (word_class == WordClass::verb || word_class == WordClass::auxiliary) {
        if (add(at, particle)) return;
        continue;
      }
      if (word_class == WordClass::punctuation && word(at).folded != ",") return;
    }
  }

  bool add(std::uint32_t verb, std::uint32_t particle) {
    if (!is_verb(verb)) return false;
    std::string lemma = pair(verb, particle);
    if (lemma.empty()) return false;
    const bool is_taken =
        std::any_of(analysed_.separable.begin(), analysed_.separable.end(),
                    [&](const SeparableVerb& found) { return found.verb == verb; });
    if (is_taken) return false;
    analysed_.separable.push_back({verb, particle, std::move(lemma)});
    return true;
  }

  Analysed& analysed_;
  const Sentence& sentence_;
  const Vocabulary& vocabulary_;
};

}  // namespace

void find_separable_verbs(Analysed& analysed, const Sentence& sentence,
                          const Vocabulary& vocabulary) {
  Finder(analysed, sentence, vocabulary).run();
}

}  // namespace pipeline

#include "pipeline/language/analyse.h"

#include "pipeline/language/context.h"
#include "pipeline/language/separable.h"

namespace pipeline {

Analysed analyse(std::string_view text, const Segmented& segmented, Vocabulary& vocabulary) {
  Analysed analysed;
  analysed.words.reserve(segmented.tokens.size());
  for (const Token& token : segmented.tokens)
    analysed.words.push_back(vocabulary.id_of(slice(text, token.span)));
  analysed.readings.assign(analysed.words.size(), 0);
  TokenTraits facts;
  facts.reserve(analysed.words.size());
  for (const WordId word : analysed.words) facts.push_back(&vocabulary.traits(word));
  for (const Sentence& sentence : segmented.sentences) {
    choose_readings(analysed, sentence, vocabulary, facts);
    find_separable_verbs(analysed, sentence, vocabulary, facts);
  }
  return analysed;
}

}  // namespace pipeline

#include "pipeline/language/known_words.h"

#include <memory>

#include "pipeline/language/word_analyser.h"

namespace pipeline {

IsWord known_words(const WordTable& words) {
  return [analyse = std::make_shared<WordAnalyser>(words)](std::string_view word) {
    const AnalysedWord analysed = (*analyse)(word);
    return !analysed.word.is_guessed || !analysed.word.parts.empty();
  };
}

}  // namespace pipeline

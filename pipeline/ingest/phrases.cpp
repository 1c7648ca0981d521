#include "pipeline/ingest/phrases.h"

#include <algorithm>
#include <set>

#include "pipeline/language/function_words.h"

namespace pipeline {
namespace {

bool says_something(const Reading& reading) {
  switch (reading.word_class) {
    case WordClass::noun:
    case WordClass::adjective:
    case WordClass::adverb:
      return !is_adverb_part(reading.lemma);
    case WordClass::verb:
      return !is_modal(reading.lemma) && !is_auxiliary(reading.lemma);
    default:
      return reading.lemma == "elkaar";
  }
}

bool begins(const Reading& reading) {
  return says_something(reading) || reading.word_class == WordClass::adposition;
}

bool is_word(const Token& token, const Reading& reading) {
  return token.kind == TokenKind::word && reading.word_class != WordClass::proper_noun &&
         reading.word_class != WordClass::numeral && reading.word_class != WordClass::punctuation &&
         reading.word_class != WordClass::symbol;
}

}  // namespace

std::uint32_t Lemmas::number(std::string_view lemma) {
  if (const auto known = numbers_.find(lemma); known != numbers_.end()) return known->second;
  const auto number = static_cast<std::uint32_t>(names_.size() + 1);
  names_.push_back(&numbers_.emplace(lemma, number).first->first);
  return number;
}

std::string Lemmas::text(const Phrase3& phrase) const {
  std::string text;
  for (const std::uint32_t number : phrase)
    if (number != 0) text += (text.empty() ? "" : " ") + *names_[number - 1];
  return text;
}

std::vector<std::vector<PhraseWord>> phrase_words(const Staged& staged, const Passage& passage,
                                                  const Vocabulary& vocabulary, Lemmas& lemmas) {
  std::vector<std::vector<PhraseWord>> runs(1);
  const auto& separable = staged.analysed.separable;
  std::set<std::uint32_t> particles;
  for (std::uint32_t s = passage.first_sentence; s < passage.end_sentence; ++s) {
    const Sentence& sentence = staged.segmented.sentences[s];
    auto verb = std::ranges::lower_bound(separable, sentence.first_token, {}, &SeparableVerb::verb);
    particles.clear();
    for (auto it = verb; it != separable.end() && it->verb < sentence.end_token; ++it)
      particles.insert(it->particle);
    for (std::uint32_t t = sentence.first_token; t < sentence.end_token; ++t) {
      if (particles.contains(t)) continue;
      const Token& token = staged.segmented.tokens[t];
      const Word& word = vocabulary[staged.analysed.words[t]];
      Reading reading = word.readings[staged.analysed.readings[t]];
      while (verb != separable.end() && verb->verb < t) ++verb;
      if (verb != separable.end() && verb->verb == t) reading.lemma = verb->lemma;
      if (!is_word(token, reading)) {
        runs.emplace_back();
        continue;
      }
      runs.back().push_back(
          {lemmas.number(reading.lemma), token.span, says_something(reading), begins(reading)});
    }
    runs.emplace_back();
  }
  std::erase_if(runs, [](const auto& run) { return run.empty(); });
  return runs;
}

void for_each_phrase(const std::vector<PhraseWord>& words,
                     const std::function<void(const Phrase3&, Span)>& take) {
  for (std::size_t end = 0; end < words.size(); ++end) {
    if (!words[end].may_stand) continue;
    for (std::size_t length = 1; length <= std::min<std::size_t>(3, end + 1); ++length) {
      const std::size_t begin = end + 1 - length;
      if (!words[begin].may_begin) continue;
      Phrase3 phrase{};
      for (std::size_t i = 0; i < length; ++i) phrase[i] = words[begin + i].lemma;
      take(phrase, {words[begin].span.begin, words[end].span.end});
    }
  }
}

}  // namespace pipeline

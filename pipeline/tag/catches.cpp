#include "pipeline/tag/catches.h"

#include <algorithm>
#include <string_view>

#include "pipeline/normalise/fold.h"
#include "pipeline/tag/word_tests.h"

namespace pipeline {
namespace {

bool fits(const WordTest& test, std::string_view text) {
  switch (test.kind) {
    case WordTest::Kind::prefix:
      return text.starts_with(test.text);
    case WordTest::Kind::suffix:
      return text.ends_with(test.text);
    case WordTest::Kind::infix:
      return text.find(test.text) != std::string_view::npos;
    default:
      return text == test.text;
  }
}

// Older and looser spelling written alike: k for c, ks for x, no hyphens, no n of "pannenkoek".
std::string levelled(std::string_view folded) {
  std::string level;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const char letter = folded[i];
    const bool is_linking_n =
        letter == 'n' && i > 2 && folded[i - 1] == 'e' && i + 2 < folded.size() &&
        std::string_view("aeiou").find(folded[i + 1]) == std::string_view::npos;
    if (letter == '-' || is_linking_n) continue;
    if (letter == 'x')
      level += "ks";
    else
      level += letter == 'c' ? 'k' : letter;
  }
  return level;
}

std::size_t shared_beginning(std::string_view a, std::string_view b) {
  const auto [end, other] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  return static_cast<std::size_t>(end - a.begin());
}

// Whether form and lemma are more alike once their spelling is levelled.
bool is_other_spelling(std::string_view form, std::string_view lemma) {
  return shared_beginning(levelled(form), levelled(lemma)) > shared_beginning(form, lemma) + 1;
}

}  // namespace

Catch why_caught(const WordTest& test, const Word& word, std::span<const std::string> meant) {
  const bool is_lemma_test = test.kind == WordTest::Kind::lemma;
  Catch caught;
  caught.is_guessed = word.is_guessed;
  const auto by = [&](Catch::By reason, std::string lemma) {
    caught.by = reason;
    caught.lemma = std::move(lemma);
    return caught;
  };
  if (word.folded == test.text) return by(Catch::By::itself, {});
  if (!is_lemma_test && fits(test, word.folded)) {
    // "zorgsamenwerking" has the letters, but a reader sees the part.
    for (const WordPart& part : word.parts)
      if (fits(test, part.lemma)) return by(Catch::By::part, part.lemma);
    return by(Catch::By::letters, {});
  }
  for (const Reading& reading : word.readings) {
    const std::string lemma = fold(reading.lemma);
    if (!is_of(reading.word_class, test.part) || (!is_lemma_test && !fits(test, lemma))) continue;
    if (is_lemma_test && std::find(meant.begin(), meant.end(), lemma) == meant.end()) continue;
    const bool is_spelling = is_other_spelling(word.folded, lemma);
    return by(is_spelling ? Catch::By::spelling : Catch::By::form, reading.lemma);
  }
  for (const WordPart& part : word.parts)
    if (!is_lemma_test && fits(test, part.lemma)) return by(Catch::By::part, part.lemma);
  return by(Catch::By::letters, {});
}

}  // namespace pipeline

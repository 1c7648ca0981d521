#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <filesystem>

#include "pipeline/language/analyse.h"
#include "pipeline/model/utf8.h"
#include "pipeline/normalise/fold.h"

namespace pipeline {
namespace {

const WordTable& table() {
  static const WordTable opened =
      WordTable::open(std::filesystem::path(SAMENSPEL_BINARY_DIR) / "words.bin").value();
  return opened;
}

rc::Gen<std::string> any_word() {
  const auto code_point = rc::gen::oneOf(
      rc::gen::inRange<char32_t>('a', 'z' + 1), rc::gen::inRange<char32_t>('a', 'z' + 1),
      rc::gen::elementOf(std::u32string(U"ABËéïœ-'’.09€漢\u0301\u00AD")));
  return rc::gen::map(rc::gen::container<std::u32string>(code_point),
                      [](const std::u32string& points) {
                        std::string text;
                        for (const char32_t point : points) append(text, point);
                        return text;
                      });
}

// Words that hold compounds, particles and verbs often enough.
rc::Gen<std::string> dutch_word() {
  return rc::gen::elementOf(std::vector<std::string>{
      "zij",   "belde", "op",    "te",       "samen", "werken", "de",   "het", "stand", "tot",
      "komen", "dat",   ",",     "en",       "zijn",  "huis",   "zorg", "aan", "zou",   "willen",
      "er",    "goed",  "grote", "belangen", "door",  "uit",    ".",    "\"",  "maken", "Anna"});
}

RC_GTEST_PROP(Vocabulary, GivesAnyWordReadingsAndPartsThatMakeItUp, ()) {
  const std::string surface = *any_word();
  Vocabulary vocabulary(table());
  const Word& word = vocabulary[vocabulary.id_of(surface)];
  RC_ASSERT(word.surface == surface);
  RC_ASSERT(word.folded == fold(surface));
  RC_ASSERT(!word.readings.empty());
  RC_ASSERT(word.likely >= 1U && word.likely <= word.readings.size());
  std::uint32_t end = 0;
  for (const WordPart& part : word.parts) {
    RC_ASSERT(part.begin == end && part.end > part.begin);
    end = part.end;
  }
  RC_ASSERT(word.parts.empty() || (word.parts.size() > 1 && end == word.folded.size()));
  std::string joined;
  for (const std::string_view part : surface_parts(word)) joined += part;
  RC_ASSERT(joined == (word.parts.empty() ? "" : surface));
}

RC_GTEST_PROP(Vocabulary, SaysTheSameOfAWordWhateverCameBefore, ()) {
  const auto words = *rc::gen::container<std::vector<std::string>>(any_word());
  const std::string surface = *any_word();
  Vocabulary fresh(table()), used(table());
  for (const std::string& word : words) used.id_of(word);
  RC_ASSERT(fresh[fresh.id_of(surface)] == used[used.id_of(surface)]);
}

RC_GTEST_PROP(Analyse, ChoosesReadingsThatExistAndVerbsWithinTheSentence, ()) {
  const auto words = *rc::gen::container<std::vector<std::string>>(dutch_word());
  std::string text;
  Segmented segmented;
  for (const std::string& word : words) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += word;
    segmented.tokens.push_back({{begin, static_cast<std::uint32_t>(text.size())}, TokenKind::word});
    text += ' ';
  }
  const auto count = static_cast<std::uint32_t>(words.size());
  const std::uint32_t middle = count / 2;
  const auto size = static_cast<std::uint32_t>(text.size());
  segmented.sentences = {{{0, size}, 0, middle}, {{0, size}, middle, count}};
  Vocabulary vocabulary(table());
  const Analysed analysed = analyse(text, segmented, vocabulary);
  RC_ASSERT(analysed.words.size() == words.size());
  for (std::size_t i = 0; i < words.size(); ++i)
    RC_ASSERT(analysed.readings[i] < vocabulary[analysed.words[i]].readings.size());
  std::uint32_t last = 0;
  for (const SeparableVerb& found : analysed.separable) {
    RC_ASSERT(found.verb >= last && found.verb < count && found.particle < count);
    RC_ASSERT((found.verb < middle) == (found.particle < middle));
    RC_ASSERT(!found.lemma.empty() && found.verb != found.particle);
    last = found.verb;
  }
}

}  // namespace
}  // namespace pipeline

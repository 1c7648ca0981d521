// Any text is analysed: every token has a word with readings, one of them chosen, parts lie in
// their word, and verbs found apart are tokens of one sentence.
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>

#include "pipeline/language/analyse.h"
#include "pipeline/normalise/normalise.h"
#include "pipeline/segment/segment.h"

namespace pipeline {
namespace {

bool is_sound(const Word& word) {
  if (word.readings.empty() || word.likely == 0 || word.likely > word.readings.size()) return false;
  std::uint32_t end = 0;
  for (const WordPart& part : word.parts) {
    if (part.begin != end || part.end <= part.begin || part.end > word.folded.size()) return false;
    end = part.end;
  }
  return word.parts.empty() || surface_parts(word).size() == word.parts.size();
}

bool is_sound(const Analysed& analysed, const Segmented& segmented, const Vocabulary& vocabulary) {
  if (analysed.words.size() != segmented.tokens.size()) return false;
  if (analysed.readings.size() != segmented.tokens.size()) return false;
  for (std::size_t i = 0; i < analysed.words.size(); ++i) {
    const Word& word = vocabulary[analysed.words[i]];
    if (!is_sound(word) || analysed.readings[i] >= word.readings.size()) return false;
  }
  for (const SeparableVerb& verb : analysed.separable)
    if (verb.lemma.empty() || verb.verb == verb.particle ||
        std::max(verb.verb, verb.particle) >= analysed.words.size())
      return false;
  return true;
}

const WordTable& words() {
  static const WordTable table =
      WordTable::open(std::filesystem::path(SAMENSPEL_BINARY_DIR) / "words.bin").value();
  return table;
}

}  // namespace
}  // namespace pipeline

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace pipeline;
  std::string text;  // what is no UTF-8 becomes U+FFFD
  icu::UnicodeString::fromUTF8(
      icu::StringPiece(reinterpret_cast<const char*>(bytes), static_cast<std::int32_t>(size)))
      .toUTF8String(text);
  const AlignedText clean = Normaliser{}(text);
  const Segmented segmented = Segmenter()(clean.text);
  Vocabulary vocabulary(words());
  if (!is_sound(analyse(clean.text, segmented, vocabulary), segmented, vocabulary)) std::abort();
  return 0;
}

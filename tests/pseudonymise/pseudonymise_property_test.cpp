#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "pipeline/model/utf8.h"
#include "pipeline/normalise/fold.h"
#include "pipeline/normalise/normalise.h"
#include "tests/pseudonymise/example_names.h"

namespace pipeline {
namespace {

const Pseudonymiser& example() {
  static const Pseudonymiser pseudonymise(example_names(), word_table());
  return pseudonymise;
}

const std::vector<std::string> pieces{
    "Jan",    "jan",    "JAN",     "Snijders",   "snijders'",  "’s",          "Elbrich",
    "de",     "De",     "Boer",    "boer",       "Fatima",     "el",          "Idrissi",
    "Kees",   "van",    "den",     "Berg",       "Terpstra",   "Anne",        "Marie",
    "Öztürk", "Ozturk", "René",    "Rene\u0301", "Kadewijk",   "Kadewijkse",  "Den",
    "Hoorn",  "Zorg",   "voor",    "Elkaar",     "Mergelland", "Stichting",   "B.V.",
    "J.",     "A.",     "mevrouw", "zei",        "samen",      "[PERSOON-1]", "06-12345678",
    "a@b.nl", "\u00ad", "\u00a0",  "één"};
const std::vector<std::string> gaps{" ", "\n", "\n\n", "-", "-\n", ", ", ". ", "", "_", "'", ": "};

rc::Gen<std::string> some_text() {
  const auto word = rc::gen::pair(rc::gen::elementOf(pieces), rc::gen::elementOf(gaps));
  return rc::gen::map(rc::gen::container<std::vector<std::pair<std::string, std::string>>>(word),
                      [](const auto& words) {
                        std::string text;
                        for (const auto& [piece, gap] : words) text += piece + gap;
                        return text;
                      });
}

// Folded runs of letters with the gaps between them as one space where they may be within a name.
std::vector<std::string> words_of(const std::string& text) {
  const std::string clean = Normaliser{}(text).text;
  std::vector<std::string> words;
  for (const NameWord& word : name_words(clean)) {
    if (word.is_within_tag)
      words.push_back("");
    else
      words.push_back(fold(slice(clean, word.span)));
  }
  return words;
}

RC_GTEST_PROP(Pseudonymiser, LeavesNoNameThatIsNoOrdinaryWord, ()) {
  const std::string result = example().value(*some_text());
  for (const std::string& word : words_of(result))
    for (const char* name : {"kadewijk", "kadewijkse", "idrissi", "terpstra"})
      RC_ASSERT(word != name);
  // Ordinary words, too: only with their capital.
  for (const NameWord& word : name_words(result))
    if (const std::string folded = fold(slice(result, word.span)); word.is_capital)
      RC_ASSERT(folded != "snijders" && folded != "jan");
}

RC_GTEST_PROP(Pseudonymiser, FindsNothingMoreInWhatItMade, ()) {
  const std::string once = example().value(*some_text());
  const std::vector<std::string> before = words_of(once);
  RC_ASSERT(words_of(example().value(once)) == before);
}

RC_GTEST_PROP(Pseudonymiser, GivesTextWithoutNamesBackByteForByte, ()) {
  const auto text = *rc::gen::map(
      rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(std::vector<std::string>{
          "samen", " ", "\n", "werken", "Eer", ".", "é", "\u00ad", "7", "[PLAATS-9]", "-", "“"})),
      [](const auto& words) {
        std::string joined;
        for (const std::string& word : words) joined += word;
        return joined;
      });
  const AlignedText result = example().text(text);
  RC_ASSERT(result.text == text);
  RC_ASSERT(result.map.is_identity());
}

RC_GTEST_PROP(Pseudonymiser, KeepsWhatIsNoNameAtItsPlace, ()) {
  const std::string source = *some_text();
  const AlignedText result = example().text(source);
  std::uint32_t derived = 0, original = 0;
  for (const OffsetMap::Edit& edit : result.map.edits()) {
    RC_ASSERT(edit.derived >= derived);
    RC_ASSERT(slice(result.text, {derived, edit.derived}) ==
              slice(source, {original, edit.source}));
    derived = edit.derived + edit.derived_length;
    original = edit.source + edit.source_length;
  }
  RC_ASSERT(result.text.substr(derived) == source.substr(original));
}

RC_GTEST_PROP(Pseudonymiser, KeepsCaptionsInOrderAndApart, ()) {
  Document document;
  const std::size_t count = *rc::gen::inRange(0, 5);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string text = *some_text();
    const auto begin = static_cast<std::uint32_t>(document.source.size());
    document.source += text;
    document.captions.push_back(
        {{begin, static_cast<std::uint32_t>(document.source.size())}, std::nullopt, {}, {}});
    if (*rc::gen::arbitrary<bool>()) document.source += "\n";
  }
  const Document result = example()(document);
  RC_ASSERT(result.captions.size() == count);
  std::uint32_t end = 0;
  for (const Caption& caption : result.captions) {
    RC_ASSERT(caption.span.begin >= end);
    RC_ASSERT(caption.span.begin <= caption.span.end);
    RC_ASSERT(caption.span.end <= result.source.size());
    for (const std::uint32_t at : {caption.span.begin, caption.span.end})
      RC_ASSERT(at == result.source.size() || begins_code_point(result.source[at]));
    end = caption.span.end;
  }
}

}  // namespace
}  // namespace pipeline

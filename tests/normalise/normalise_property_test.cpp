// What holds of normalising and folding whatever the text.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "pipeline/model/utf8.h"
#include "pipeline/normalise/fold.h"
#include "pipeline/normalise/normalise.h"

namespace pipeline {
namespace {

// Text of the characters on which the rules turn, and of any others.
rc::Gen<std::string> any_text() {
  static const std::u32string turning =
      U"aeinZ5 \n\t-'\",.`´‘’“”„–—\u2010\u00a0\u00ad\u200b\u0301\u0308\u0323\u0344ﬁĳĲé\u1100\u1161"
      U"\u11a8Ω\u2028\u0085😀İß";
  return rc::gen::map(
      rc::gen::container<std::vector<char32_t>>(rc::gen::weightedOneOf<char32_t>(
          {{9, rc::gen::elementOf(turning)},
           {1, rc::gen::map(rc::gen::inRange<std::uint32_t>(1, 0x10F7FF),
                            [](std::uint32_t value) {
                              return static_cast<char32_t>(value < 0xD800 ? value : value + 0x800);
                            })}})),
      [](const std::vector<char32_t>& characters) {
        std::string text;
        for (const char32_t character : characters) append(text, character);
        return text;
      });
}

RC_GTEST_PROP(NormaliseProperty, CleanTextStaysAsItIs, ()) {
  const AlignedText once = Normaliser{}(*any_text());
  const AlignedText twice = Normaliser{}(once.text);
  RC_ASSERT(twice.text == once.text);
  RC_ASSERT(twice.map.is_identity());
}

RC_GTEST_PROP(NormaliseProperty, BytesBetweenEditsAreThoseOfTheSource, ()) {
  const std::string source = *any_text();
  const AlignedText clean = Normaliser{}(source);
  std::size_t from = 0, to = 0;
  for (const OffsetMap::Edit& edit : clean.map.edits()) {
    RC_ASSERT(edit.source >= from && edit.derived >= to);
    RC_ASSERT(source.substr(from, edit.source - from) == clean.text.substr(to, edit.derived - to));
    from = edit.source + edit.source_length;
    to = edit.derived + edit.derived_length;
  }
  RC_ASSERT(source.substr(from) == clean.text.substr(to));
}

RC_GTEST_PROP(NormaliseProperty, SpansComeBackInOrderAndInside, ()) {
  const std::string source = *any_text();
  const AlignedText clean = Normaliser{}(source);
  Span last{};
  for (std::uint32_t at = 0; at < clean.text.size(); ++at) {
    const Span back = clean.to_source({at, at + 1});
    RC_ASSERT(back.begin >= last.begin && back.end >= last.end);
    RC_ASSERT(back.begin < back.end && back.end <= source.size());
    last = back;
  }
}

RC_GTEST_PROP(FoldProperty, FoldedTextStaysAsItIs, ()) {
  const std::string once = fold(*any_text());
  RC_ASSERT(fold(once) == once);
}

RC_GTEST_PROP(FoldProperty, TextFoldsCharacterByCharacter, ()) {
  const std::string a = *any_text(), b = *any_text();
  RC_ASSERT(fold(a + b) == fold(a) + fold(b));
}

}  // namespace
}  // namespace pipeline

// What holds of segmenting whatever the text and its captions.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "pipeline/normalise/normalise.h"
#include "pipeline/segment/segment.h"
#include "tests/support/segmented.h"

namespace pipeline {
namespace {

// Texts of the pieces on which the rules turn.
rc::Gen<std::string> any_text() {
  return rc::gen::map(
      rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
          "I: ", "R2 (zacht): ", "Jan Kok: ", "Pia\t", "[Pia] ", "Datum: ", "[00:01] ", "(00:02) ",
          "#00:00:03-1#", "00:04", "\n", "\n\n", "- ", "1. ", "De zorg", "en", "Zij", "J.", "enz.",
          "dhr.", "o.a.", "12", "3,5", "'s", "'", "\"", "(", ")", "[", "]", ".", "?", "!", "...",
          "…", ",", ":", "-", "–", "/", "@", "#", "é", "\u0301", "😀", "。", " ", " ", "\t",
          "[NAAM-1]", "https://a.nl", "a@b.nl", "<", ">", "\u200d", "²")),
      [](const std::vector<std::string>& pieces) {
        std::string text;
        for (const std::string& piece : pieces) text += piece;
        return text;
      });
}

RC_GTEST_PROP(SegmentProperty, SpansAreNestedInOrderAndTrimmed, ()) {
  const std::string text = *any_text();
  SegmentOptions options;
  options.longest_passage = *rc::gen::inRange(1U, 200U);
  RC_ASSERT(broken_promise(text, Segmenter(options)(text)) == "");
}

RC_GTEST_PROP(SegmentProperty, EveryCharacterIsInATokenWhereNobodySpeaks, ()) {
  const std::string text = *any_text();
  const Segmented segmented = Segmenter()(text);
  RC_PRE(segmented.speakers.empty());
  RC_ASSERT(letters_outside_tokens(text, segmented) == "");
  SegmentOptions options;
  options.find_speakers = false;
  RC_ASSERT(segmented == Segmenter(options)(text));
}

RC_GTEST_PROP(SegmentProperty, CaptionsGiveNestedSpansToo, ()) {
  std::string text;
  std::vector<Caption> captions;
  for (const std::string& words : *rc::gen::container<std::vector<std::string>>(any_text())) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += words;
    Caption caption;
    caption.span = {begin, static_cast<std::uint32_t>(text.size())};
    if (*rc::gen::arbitrary<bool>()) caption.speaker = *rc::gen::element<std::string>("Jan", "Pia");
    caption.start_ms = begin;
    captions.push_back(caption);
    text += "\n\n";
  }
  RC_ASSERT(broken_promise(text, Segmenter()(text, captions)) == "");
}

RC_GTEST_PROP(SegmentProperty, NoPassageCrossesTheEdgeOfAPart, ()) {
  std::string text;
  std::vector<TextPart> parts;
  for (const std::string& words : *rc::gen::container<std::vector<std::string>>(any_text())) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += words;
    const auto kind = *rc::gen::element(PartKind::body, PartKind::header, PartKind::note);
    // No reader gives a part without text.
    if (kind != PartKind::body && !words.empty())
      parts.push_back({{begin, static_cast<std::uint32_t>(text.size())}, kind});
    text += *rc::gen::element<std::string>("\n", "\n\n");
  }
  const Segmented segmented = Segmenter()(text, {}, parts);
  RC_ASSERT(broken_promise(text, segmented) == "");
  for (const Passage& passage : segmented.passages) {
    const auto part = std::ranges::find_if(
        parts, [&](const TextPart& it) { return overlap(it.span, passage.span); });
    RC_ASSERT(passage.part == (part == parts.end() ? PartKind::body : part->kind));
    if (part != parts.end()) RC_ASSERT(contains(part->span, passage.span));
  }
}

RC_GTEST_PROP(SegmentProperty, TheSameTextGivesTheSameAnswer, ()) {
  const std::string text = Normaliser{}(*any_text()).text;
  const Segmenter segmenter;
  RC_ASSERT(segmenter(text) == segmenter(text));
}

}  // namespace
}  // namespace pipeline

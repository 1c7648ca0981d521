#include "pipeline/search/hit_finder.h"

#include <algorithm>

namespace pipeline {
namespace {

// A text by itself may be cut where it was not within its document: a list with a line above it.
std::uint32_t passage_at(const Segmented& segmented, std::uint32_t offset) {
  const auto after = std::ranges::upper_bound(
      segmented.passages, offset, {}, [](const Passage& passage) { return passage.span.begin; });
  return after == segmented.passages.begin()
             ? 0
             : static_cast<std::uint32_t>(after - segmented.passages.begin() - 1);
}

}  // namespace

std::vector<Span> FoundHits::in_source() const {
  std::vector<Span> spans;
  for (const Span hit : hits) spans.push_back(clean.to_source(hit));
  return spans;
}

Span FoundHits::snippet() const {
  Passage whole;
  whole.span = {0, static_cast<std::uint32_t>(clean.text.size())};
  whole.end_sentence = static_cast<std::uint32_t>(segmented.sentences.size());
  return clean.to_source(pipeline::snippet(segmented, whole, hits));
}

HitFinder::HitFinder(const WordTable& words, std::uint32_t longest_passage)
    : segment_(SegmentOptions{longest_passage, {}, {}, false}),
      vocabulary_(words),
      terms_(vocabulary_, true) {}

FoundHits HitFinder::operator()(std::string_view text, std::vector<Coding> codings,
                                const HitMarker& mark) {
  FoundHits found;
  found.clean = normalise_(text);
  found.segmented = segment_(found.clean.text, {});
  const Analysed analysed = analyse(found.clean.text, found.segmented, vocabulary_);
  for (Coding& coding : codings) {
    coding.span = found.clean.map.to_derived(coding.span);
    coding.passage = passage_at(found.segmented, coding.span.begin);
    for (Evidence& evidence : coding.evidence)
      evidence.match = found.clean.map.to_derived(evidence.match);
  }
  found.hits = mark(found.segmented, analysed, terms_, codings);
  return found;
}

}  // namespace pipeline

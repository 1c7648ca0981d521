#include "pipeline/search/hit_finder.h"

namespace pipeline {

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

HitFinder::HitFinder(std::uint32_t longest_passage)
    : written_(SegmentOptions{longest_passage, {}, {}, false, Manner::written}),
      spoken_(SegmentOptions{longest_passage, {}, {}, false, Manner::spoken}) {}

FoundHits HitFinder::operator()(std::string_view text, PassageKind kind, std::string_view stream,
                                std::vector<Coding> codings, const HitMarker& mark) const {
  FoundHits found;
  found.clean = normalise_(text);
  found.segmented = (kind == PassageKind::turn ? spoken_ : written_)(found.clean.text, {});
  for (Coding& coding : codings) {
    coding.span = found.clean.map.to_derived(coding.span);
    for (Evidence& evidence : coding.evidence)
      evidence.match = found.clean.map.to_derived(evidence.match);
  }
  const auto words = place_words(stream, found.clean.text, found.segmented);
  for (const PlacedToken word : mark(stream, found.segmented, words, codings)) {
    found.hits.push_back(found.segmented.tokens[word.token].span);
    found.positions.push_back(word.position);
  }
  return found;
}

}  // namespace pipeline

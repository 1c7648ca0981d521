// What a query hits in the words of one passage. What its words are and where the query stands
// among them is what the index says of it, by which it was found; the text is cut again, to tell
// the places of words and sentences in it.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "pipeline/model/aligned_text.h"
#include "pipeline/model/coding.h"
#include "pipeline/normalise/normalise.h"
#include "pipeline/search/mark.h"
#include "pipeline/segment/segment.h"

namespace pipeline {

struct FoundHits {
  AlignedText clean;
  Segmented segmented;                   // of clean.text
  std::vector<Span> hits;                // of clean.text, in order, not overlapping: words
  std::vector<std::uint32_t> positions;  // of the same words in the stream

  // As spans of the passage's own text.
  std::vector<Span> in_source() const;
  // The sentences with the most hits, of the passage's own text.
  Span snippet() const;
};

class HitFinder {
 public:
  // `longest_passage`: as the study cuts them, in bytes.
  explicit HitFinder(std::uint32_t longest_passage);

  // `stream`: the passage's (index/passage_streams.h). `codings` are its own, and have spans of
  // `text`. Linear in the text.
  FoundHits operator()(std::string_view text, PassageKind kind, std::string_view stream,
                       std::vector<Coding> codings, const HitMarker& mark) const;

 private:
  Normaliser normalise_;
  Segmenter written_, spoken_;
};

}  // namespace pipeline

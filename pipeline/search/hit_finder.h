// What a query hits in the words of one passage. The first stages run on them again, so that hits,
// words and sentences are told in one way wherever passages are shown.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "pipeline/index/passage_terms.h"
#include "pipeline/language/analyse.h"
#include "pipeline/language/vocabulary.h"
#include "pipeline/model/aligned_text.h"
#include "pipeline/model/coding.h"
#include "pipeline/normalise/normalise.h"
#include "pipeline/search/mark.h"
#include "pipeline/segment/segment.h"

namespace pipeline {

struct FoundHits {
  AlignedText clean;
  Segmented segmented;     // of clean.text
  std::vector<Span> hits;  // of clean.text, in order, not overlapping

  // As spans of the passage's own text.
  std::vector<Span> in_source() const;
  // The sentences with the most hits, of the passage's own text.
  Span snippet() const;
};

// Not for two threads at once.
class HitFinder {
 public:
  // `words` must outlive it. `longest_passage`: as the study cuts them, in bytes.
  HitFinder(const WordTable& words, std::uint32_t longest_passage);
  HitFinder(const HitFinder&) = delete;  // its parts point to each other

  // `codings` have spans of `text`. Linear in the text.
  FoundHits operator()(std::string_view text, std::vector<Coding> codings, const HitMarker& mark);

 private:
  Normaliser normalise_;
  Segmenter segment_;
  Vocabulary vocabulary_;
  PassageTerms terms_;
};

}  // namespace pipeline

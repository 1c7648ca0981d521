// Which words of a passage a query hit, to mark them, and the sentences to show.
//   "visie NEAR/5 delen": "We [delen] nu eindelijk een [visie]." and not a "visie" further on.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "pipeline/index/passage_terms.h"
#include "pipeline/language/analyse.h"
#include "pipeline/language/vocabulary.h"
#include "pipeline/model/coding.h"
#include "pipeline/model/document.h"
#include "pipeline/search/search.h"

namespace pipeline {

class HitMarker {
 public:
  explicit HitMarker(const PreparedQuery& query) : query_(query) {}

  // The words that the query hits in the passages of `segmented`, in order, not overlapping; words
  // next to each other are separate spans. What stands under NOT is not marked. With `codings`,
  // the evidence that factor:, valentie: and the like ask for is marked too. All spans are of the
  // text that was segmented.
  std::vector<Span> operator()(const Segmented& segmented, const Analysed& analysed,
                               const Vocabulary& vocabulary,
                               std::span<const Coding> codings = {}) const;
  // The same, by a reader of terms that knows the words of texts before it: for one short text
  // after another.
  std::vector<Span> operator()(const Segmented& segmented, const Analysed& analysed,
                               PassageTerms& terms, std::span<const Coding> codings) const;

 private:
  PreparedQuery query_;
};

// The sentences of a passage, next to each other and of at most `longest` bytes together (but
// always one), that hold the most hits; the first such window. The whole passage if it fits.
Span snippet(const Segmented& segmented, const Passage& passage, std::span<const Span> hits,
             std::uint32_t longest = 400);

}  // namespace pipeline

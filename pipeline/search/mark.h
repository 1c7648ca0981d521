// Which words of a passage a query hit, to mark them, and the sentences to show.
//   "visie NEAR/5 delen": "We [delen] nu eindelijk een [visie]." and not a "visie" further on.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "pipeline/model/coding.h"
#include "pipeline/model/document.h"
#include "pipeline/search/placed_words.h"
#include "pipeline/search/search.h"

namespace pipeline {

class HitMarker {
 public:
  explicit HitMarker(const PreparedQuery& query) : query_(query) {}

  // The words that the query hits in the passage with this stream, each once and in order; `words`
  // comes from place_words. What stands under NOT is not marked. With the passage's `codings`, all
  // of the evidence that factor:, valentie: and the like ask for is marked; their spans are of the
  // text that was segmented.
  std::vector<PlacedToken> operator()(std::string_view stream, const Segmented& segmented,
                                      std::span<const PlacedToken> words,
                                      std::span<const Coding> codings = {}) const;

 private:
  PreparedQuery query_;
};

// The sentences of a passage, next to each other and of at most `longest` bytes together (but
// always one), that hold the most hits; the first such window. The whole passage if it fits.
Span snippet(const Segmented& segmented, const Passage& passage, std::span<const Span> hits,
             std::uint32_t longest = 400);

}  // namespace pipeline

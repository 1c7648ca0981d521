// Source text -> clean text, the form in which it is cut, matched and indexed: NFC, one kind of
// space, quote, dash and apostrophe, no soft hyphens, ligatures resolved, words joined that a line
// end had split ("samen-\nwerking"), with a map from every offset back to the source.
#pragma once

#include <string_view>
#include <utility>

#include "pipeline/model/aligned_text.h"
#include "pipeline/normalise/line_ends.h"

namespace pipeline {

class Normaliser {
 public:
  // `is_word` decides about hyphens at line ends (line_ends.h).
  explicit Normaliser(IsWord is_word = {}) : is_word_(std::move(is_word)) {}

  // `source` is valid UTF-8. Line ends stay where they are (segmenting needs them). Idempotent:
  // a clean text comes back as it is, with the identity map. Linear; ASCII and already clean text
  // take a path that only checks.
  AlignedText operator()(std::string_view source) const;

 private:
  IsWord is_word_;
};

}  // namespace pipeline

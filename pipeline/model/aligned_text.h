// A text derived from another one, with the way back: "coo\u0308peratie" becomes "coöperatie" and a
// span of the latter still finds its bytes in the former. An unchanged text costs no map.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/model/span.h"

namespace pipeline {

// Monotone map from offsets in a derived text to offsets in its source, kept as the places where
// the two do not run in step. An edited stretch is taken whole; what the derived text left out
// belongs to neither of its neighbours: with "zor\u00adg" -> "zorg", "g" maps to the byte after the
// soft hyphen.
class OffsetMap {
 public:
  // Derived bytes [derived, derived + derived_length) stand for source bytes
  // [source, source + source_length); between edits both run in step. Edits come in rising order.
  struct Edit {
    std::uint32_t derived, derived_length, source, source_length;
    friend bool operator==(const Edit&, const Edit&) = default;
  };

  OffsetMap() = default;  // the identity
  explicit OffsetMap(std::vector<Edit> edits);

  bool is_identity() const { return edits_.empty(); }
  // The span of source bytes that a derived span stands for; an empty span stays empty. Of two
  // spans, the one that begins (ends) first begins (ends) no later in the source. O(log edits).
  Span to_source(Span derived) const;
  // The other way; used to bring spans that a reader found into the clean text.
  Span to_derived(Span source) const;
  const std::vector<Edit>& edits() const { return edits_; }

  friend bool operator==(const OffsetMap&, const OffsetMap&) = default;

 private:
  std::vector<Edit> edits_;
};

struct AlignedText {
  std::string text;
  OffsetMap map;

  Span to_source(Span derived) const { return map.to_source(derived); }

  friend bool operator==(const AlignedText&, const AlignedText&) = default;
};

}  // namespace pipeline

// A stretch of a text: half-open, in UTF-8 bytes. In "de zorg" the word "zorg" is {3, 7}.
// A span that is kept (stored, indexed, reported) always points into the source text.
#pragma once

#include <cassert>
#include <cstdint>
#include <string_view>

namespace pipeline {

struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend bool operator==(Span, Span) = default;
  friend auto operator<=>(Span, Span) = default;
};

constexpr std::uint32_t length(Span span) {
  return span.end - span.begin;
}
constexpr bool contains(Span outer, Span inner) {
  return outer.begin <= inner.begin && inner.end <= outer.end;
}
constexpr bool overlap(Span a, Span b) {
  return a.begin < b.end && b.begin < a.end;
}

// The bytes of `text` under `span`; the span must lie within the text.
inline std::string_view slice(std::string_view text, Span span) {
  assert(span.begin <= span.end && span.end <= text.size());
  return text.substr(span.begin, length(span));
}

}  // namespace pipeline

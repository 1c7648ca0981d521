#include "pipeline/model/aligned_text.h"

#include <algorithm>
#include <cassert>

namespace pipeline {
namespace {

using Edit = OffsetMap::Edit;

// One side of an edit as seen from the other: the map is read in both directions by the same code.
struct Side {
  std::uint32_t Edit::*from, Edit::*from_length, Edit::*to, Edit::*to_length;
};
constexpr Side derived_side{&Edit::derived, &Edit::derived_length, &Edit::source,
                            &Edit::source_length};
constexpr Side source_side{&Edit::source, &Edit::source_length, &Edit::derived,
                           &Edit::derived_length};

std::uint32_t past(const Edit& edit, const Side& side, std::uint32_t offset) {
  return edit.*side.to + edit.*side.to_length + (offset - edit.*side.from - edit.*side.from_length);
}

std::uint32_t map_begin(const std::vector<Edit>& edits, const Side& side, std::uint32_t offset) {
  auto after = std::ranges::upper_bound(edits, offset, {}, side.from);
  if (after == edits.begin()) return offset;
  const Edit& edit = *std::prev(after);
  return offset < edit.*side.from + edit.*side.from_length ? edit.*side.to
                                                           : past(edit, side, offset);
}

std::uint32_t map_end(const std::vector<Edit>& edits, const Side& side, std::uint32_t offset) {
  auto after = std::ranges::lower_bound(edits, offset, {}, side.from);
  if (after == edits.begin()) return offset;
  const Edit& edit = *std::prev(after);
  return offset < edit.*side.from + edit.*side.from_length ? edit.*side.to + edit.*side.to_length
                                                           : past(edit, side, offset);
}

Span map_span(const std::vector<Edit>& edits, const Side& side, Span span) {
  if (edits.empty()) return span;
  const std::uint32_t begin = map_begin(edits, side, span.begin);
  if (span.begin == span.end) return {begin, begin};
  return {begin, std::max(begin, map_end(edits, side, span.end))};
}

}  // namespace

OffsetMap::OffsetMap(std::vector<Edit> edits) : edits_(std::move(edits)) {
  assert(std::ranges::is_sorted(edits_, {}, &Edit::source) &&
         std::ranges::is_sorted(edits_, {}, &Edit::derived));
}

Span OffsetMap::to_source(Span derived) const {
  return map_span(edits_, derived_side, derived);
}
Span OffsetMap::to_derived(Span source) const {
  return map_span(edits_, source_side, source);
}

}  // namespace pipeline

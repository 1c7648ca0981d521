// A text, or its captions -> speakers and passages that are not yet cut into sentences.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "pipeline/model/document.h"
#include "pipeline/segment/segment.h"

namespace pipeline {

// A paragraph, or a part of one: trimmed and not empty. Sentences do not cross its edges unless it
// goes on with the piece before it.
struct Piece {
  Span span;
  bool goes_on = false;

  friend bool operator==(const Piece&, const Piece&) = default;
};

struct Draft {
  PassageKind kind = PassageKind::paragraph;
  std::optional<std::uint32_t> speaker;
  std::optional<std::int64_t> start_ms, end_ms;
  std::uint32_t first_piece = 0, end_piece = 0;
  PartKind part = PartKind::body;

  friend bool operator==(const Draft&, const Draft&) = default;
};

struct Drafts {
  std::vector<Speaker> speakers;
  std::vector<Draft> drafts;  // in order; none without a piece
  std::vector<Piece> pieces;  // in order

  friend bool operator==(const Drafts&, const Drafts&) = default;
};

// `parts` are in order and do not overlap; each draft lies in one of them, or between them.
Drafts drafts_of_text(std::string_view text, std::span<const TextPart> parts,
                      const SegmentOptions& options);
// What stands outside the captions are paragraphs, in parts or between them.
Drafts drafts_of_captions(std::string_view text, std::span<const Caption> captions,
                          std::span<const TextPart> parts, const SegmentOptions& options);

}  // namespace pipeline

// Editing a text from left to right while the map back to its source is kept, and putting two such
// maps behind each other: "zor\u00adg" -> "zorg" with the edit {3, 0, 3, 2}.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/aligned_text.h"

namespace pipeline {

// Builds a derived text. Replacements come in rising order; what lies between them is copied.
class TextEditor {
 public:
  explicit TextEditor(std::string_view source) : source_(source) {}

  void replace(std::size_t begin, std::size_t end, std::string_view with);
  bool is_unchanged() const { return edits_.empty(); }
  AlignedText finish() &&;

 private:
  std::string_view source_;
  std::size_t done_ = 0;  // source bytes that are in text_ or were replaced
  std::string text_;
  std::vector<OffsetMap::Edit> edits_;
};

// The map of a text that was derived by `second` from what was derived by `first`. Edits that
// overlap in the text between become one. Linear.
OffsetMap chained(const OffsetMap& first, const OffsetMap& second);

}  // namespace pipeline

#include "pipeline/normalise/edits.h"

#include <algorithm>
#include <utility>

namespace pipeline {
namespace {

using Edit = OffsetMap::Edit;

std::uint32_t offset(std::size_t at) {
  return static_cast<std::uint32_t>(at);
}

// Walks two lists of edits over the text between them.
class Chain {
 public:
  Chain(const std::vector<Edit>& first, const std::vector<Edit>& second)
      : first_(first.begin()),
        first_end_(first.end()),
        second_(second.begin()),
        second_end_(second.end()) {}

  std::vector<Edit> edits() {
    std::vector<Edit> result;
    while (first_ != first_end_ || second_ != second_end_) result.push_back(next());
    return result;
  }

 private:
  // One edit for all that overlap in [begin, end) of the text between. What the first left out at
  // an edge stays apart: it belongs to neither neighbour.
  Edit next() {
    const bool from_first =
        first_ != first_end_ && (second_ == second_end_ || first_->derived <= second_->source);
    const std::uint32_t begin = from_first ? first_->derived : second_->source;
    const std::uint32_t source = begin + to_source_, derived = begin + to_derived_;
    std::uint32_t end = begin;
    if (from_first)
      end = take_first();
    else
      end = take_second();
    for (bool grew = end > begin; grew;) {
      grew = false;
      if (first_ != first_end_ && first_->derived < end)
        end = std::max(end, take_first()), grew = true;
      if (second_ != second_end_ && second_->source < end)
        end = std::max(end, take_second()), grew = true;
    }
    return {derived, end + to_derived_ - derived, source, end + to_source_ - source};
  }

  // Each takes an edit and gives its end in the text between. The shifts may pass below zero: they
  // are added modulo 2^32.
  std::uint32_t take_first() {
    const Edit& edit = *first_++;
    to_source_ = edit.source + edit.source_length - edit.derived - edit.derived_length;
    return edit.derived + edit.derived_length;
  }
  std::uint32_t take_second() {
    const Edit& edit = *second_++;
    to_derived_ = edit.derived + edit.derived_length - edit.source - edit.source_length;
    return edit.source + edit.source_length;
  }

  std::vector<Edit>::const_iterator first_, first_end_, second_, second_end_;
  std::uint32_t to_source_ = 0, to_derived_ = 0;
};

}  // namespace

void TextEditor::replace(std::size_t begin, std::size_t end, std::string_view with) {
  if (edits_.empty()) text_.reserve(source_.size());
  text_.append(source_, done_, begin - done_);
  edits_.push_back({offset(text_.size()), offset(with.size()), offset(begin), offset(end - begin)});
  text_.append(with);
  done_ = end;
}

AlignedText TextEditor::finish() && {
  text_.append(source_, done_);
  return {std::move(text_), OffsetMap(std::move(edits_))};
}

OffsetMap chained(const OffsetMap& first, const OffsetMap& second) {
  if (first.is_identity()) return second;
  if (second.is_identity()) return first;
  return OffsetMap(Chain(first.edits(), second.edits()).edits());
}

}  // namespace pipeline

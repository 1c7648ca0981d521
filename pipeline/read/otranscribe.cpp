#include "pipeline/read/otranscribe.h"

#include <fmt/format.h>
#include <gumbo.h>

#include <charconv>

#include "pipeline/read/html_tree.h"
#include "pipeline/read/paragraphs.h"
#include "pipeline/read/refusals.h"
#include "pipeline/read/speech.h"

namespace pipeline {
namespace {

std::optional<std::int64_t> timestamp_of(const GumboNode& node) {
  const GumboAttribute* const attribute =
      gumbo_get_attribute(&node.v.element.attributes, "data-timestamp");
  if (attribute == nullptr) return std::nullopt;
  const std::string_view value = attribute->value;
  double seconds = 0;
  const auto read = std::from_chars(value.data(), value.data() + value.size(), seconds);
  return read.ec == std::errc() ? milliseconds(seconds) : std::nullopt;
}

// "[00:01:12.5] "
std::string time_mark(std::int64_t ms) {
  std::string mark =
      fmt::format("[{:02}:{:02}:{:02}", ms / 3'600'000, ms / 60'000 % 60, ms / 1000 % 60);
  if (ms % 1000 > 0) mark += fmt::format(".{:03}", ms % 1000);
  return mark + "] ";
}

bool is_paragraph(GumboTag tag) {
  return tag == GUMBO_TAG_P || tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_LI || tag == GUMBO_TAG_UL ||
         tag == GUMBO_TAG_OL;
}

class TextOfTranscript {
 public:
  explicit TextOfTranscript(std::uint32_t nesting) : nesting_(nesting) {}

  void walk(const GumboNode& node, std::uint32_t depth = 0) {
    too_deep_ = too_deep_ || depth > nesting_;
    if (too_deep_) return;
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA ||
        node.type == GUMBO_NODE_WHITESPACE)
      add_words(node.v.text.text);
    else if (node.type == GUMBO_NODE_ELEMENT)
      walk_element(node, depth);
  }

  bool too_deep() const { return too_deep_; }
  std::string take() { return text_.take(); }

 private:
  // Behind a mark of its own making oTranscribe puts a space that does not break; we put one, too.
  void add_words(std::string_view words) {
    constexpr std::string_view unbroken = "\u00a0";
    if (is_behind_mark_ && words.starts_with(unbroken)) words.remove_prefix(unbroken.size());
    is_behind_mark_ = false;
    text_.add_folded(words);
  }

  void walk_element(const GumboNode& node, std::uint32_t depth) {
    const GumboTag tag = node.v.element.tag;
    if (tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE) return;
    if (tag == GUMBO_TAG_BR) return text_.end_line();
    if (const auto ms = timestamp_of(node)) {
      text_.add_folded(time_mark(*ms));
      is_behind_mark_ = true;
      return;
    }
    if (is_paragraph(tag)) text_.end_paragraph();
    const GumboVector& children = node.v.element.children;
    for (unsigned i = 0; i < children.length; ++i)
      walk(*static_cast<const GumboNode*>(children.data[i]), depth + 1);
    if (is_paragraph(tag)) text_.end_paragraph();
  }

  Paragraphs text_;
  std::uint32_t nesting_;
  bool too_deep_ = false, is_behind_mark_ = false;
};

}  // namespace

Result<std::string> otranscribe_text(std::string_view html, const std::string& name,
                                     const ReadLimits& limits) {
  const auto tree = HtmlTree::parse(html, name, limits);
  if (!tree) return tl::unexpected(tree.error());
  TextOfTranscript text(limits.nesting);
  text.walk(tree->root());
  if (text.too_deep()) return failure(nested_too_deep(limits), name);
  return text.take();
}

}  // namespace pipeline

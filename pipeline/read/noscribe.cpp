#include "pipeline/read/noscribe.h"

#include <gumbo.h>

#include <charconv>
#include <map>
#include <optional>
#include <utility>

#include "pipeline/read/decode.h"
#include "pipeline/read/html_tree.h"
#include "pipeline/read/refusals.h"
#include "pipeline/read/speech.h"

namespace pipeline {
namespace {

constexpr std::string_view mark = "ts_";

struct Anchor {
  std::int64_t start_ms = 0, end_ms = 0;
  std::string speaker;
};

// "ts_3000_5200_S00"; the speaker may be missing.
std::optional<Anchor> anchor_of(const GumboNode& node) {
  if (node.v.element.tag != GUMBO_TAG_A) return std::nullopt;
  const GumboAttribute* const attribute = gumbo_get_attribute(&node.v.element.attributes, "name");
  std::string_view value = attribute == nullptr ? std::string_view() : attribute->value;
  if (!value.starts_with(mark)) return std::nullopt;
  value.remove_prefix(mark.size());
  Anchor anchor;
  for (std::int64_t* const ms : {&anchor.start_ms, &anchor.end_ms}) {
    const auto read = std::from_chars(value.data(), value.data() + value.size(), *ms);
    if (read.ec != std::errc() || *ms < 0) return std::nullopt;
    value.remove_prefix(static_cast<std::size_t>(read.ptr - value.data()));
    if (value.starts_with('_')) value.remove_prefix(1);
  }
  anchor.speaker = value;
  return anchor;
}

bool begins_line(GumboTag tag) {
  return tag == GUMBO_TAG_P || tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_BR || tag == GUMBO_TAG_LI ||
         tag == GUMBO_TAG_H1 || tag == GUMBO_TAG_H2;
}

class Pieces {
 public:
  explicit Pieces(std::uint32_t nesting) : nesting_(nesting) {}

  void walk(const GumboNode& node, std::uint32_t depth = 0) {
    too_deep_ = too_deep_ || depth > nesting_;
    if (too_deep_) return;
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA ||
        node.type == GUMBO_NODE_WHITESPACE)
      words_ += node.v.text.text;
    else if (node.type == GUMBO_NODE_ELEMENT)
      walk_element(node, depth);
  }
  bool too_deep() const { return too_deep_; }
  Document take() {
    end_line();
    return std::move(document_);
  }

 private:
  void walk_element(const GumboNode& node, std::uint32_t depth) {
    const GumboTag tag = node.v.element.tag;
    if (tag == GUMBO_TAG_HEAD || tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE) return;
    const auto anchor = anchor_of(node);
    if (begins_line(tag) || anchor) end_line();
    if (begins_line(tag)) begins_turn_ = true;
    const GumboVector& children = node.v.element.children;
    for (unsigned i = 0; i < children.length; ++i)
      walk(*static_cast<const GumboNode*>(children.data[i]), depth + 1);
    if (anchor) end_piece(*anchor);
    if (begins_line(tag)) end_line();
  }

  // Words outside the anchors.
  void end_line() {
    const std::string line = as_one_line(std::exchange(words_, {}));
    if (line.empty()) return;
    if (!document_.source.empty()) document_.source += '\n';
    document_.source += line;
  }

  // The first piece of a paragraph begins with the name, which a person may have changed.
  void end_piece(const Anchor& anchor) {
    std::string words = as_one_line(std::exchange(words_, {}));
    constexpr std::size_t longest = 40;
    const std::size_t colon = words.find(": ");
    if (begins_turn_ && colon != std::string::npos && colon > 0 && colon <= longest) {
      names_[anchor.speaker] = words.substr(0, colon);
      words.erase(0, colon + 2);
    }
    begins_turn_ = begins_turn_ && words.empty();
    if (words.starts_with('[') && words.size() > 1 && words[1] >= '0' && words[1] <= '9')
      if (const std::size_t close = words.find("] "); close != std::string::npos && close < 16)
        words.erase(0, close + 2);
    const auto name = names_.find(anchor.speaker);
    std::string speaker = name == names_.end() ? anchor.speaker : name->second;
    add_speech(document_, {speaker.empty() ? std::nullopt : std::optional(std::move(speaker)),
                           anchor.start_ms, anchor.end_ms, std::move(words)});
  }

  std::uint32_t nesting_;
  bool too_deep_ = false, begins_turn_ = true;
  std::string words_;                         // since the last line or piece ended
  std::map<std::string, std::string> names_;  // by what the anchors call them
  Document document_;
};

}  // namespace

bool is_noscribe(std::string_view html) {
  return html.find("name=\"ts_") != std::string_view::npos;
}

Result<Document> noscribe_text(std::string_view html, const std::string& name,
                               const ReadLimits& limits) {
  const auto tree = HtmlTree::parse(html, name, limits);
  if (!tree) return tl::unexpected(tree.error());
  Pieces pieces(limits.nesting);
  pieces.walk(tree->root());
  if (pieces.too_deep()) return failure(nested_too_deep(limits), name);
  Document document = pieces.take();
  // As in html.cpp; a repair could move captions.
  if (!is_valid_utf8(document.source)) document.captions.clear();
  return document;
}

}  // namespace pipeline

#include "pipeline/read/html.h"

#include <gumbo.h>

#include <algorithm>
#include <array>

#include "pipeline/read/ascii.h"
#include "pipeline/read/bold_questions.h"
#include "pipeline/read/decode.h"
#include "pipeline/read/eight_bit.h"
#include "pipeline/read/html_rules.h"
#include "pipeline/read/html_tree.h"
#include "pipeline/read/noscribe.h"
#include "pipeline/read/paragraphs.h"
#include "pipeline/read/properties.h"
#include "pipeline/read/readers.h"
#include "pipeline/read/refusals.h"

namespace pipeline {
namespace {

class TextOfPage {
 public:
  explicit TextOfPage(const ReadLimits& limits) : limits_(limits) {}

  void walk(const GumboNode& node) {
    if (too_deep_ || depth_ > limits_.nesting) {
      too_deep_ = true;
      return;
    }
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA ||
        node.type == GUMBO_NODE_WHITESPACE)
      add(node.v.text.text);
    else if (node.type == GUMBO_NODE_ELEMENT && !is_left_out(node, in_main_))
      walk_element(node);
  }

  bool too_deep() const { return too_deep_; }
  std::vector<Span> take_bold() { return text_.take_bold(); }
  std::string take() { return text_.take(); }

 private:
  static bool makes_bold(GumboTag tag) {
    constexpr std::array tags{GUMBO_TAG_B,  GUMBO_TAG_STRONG, GUMBO_TAG_H1, GUMBO_TAG_H2,
                              GUMBO_TAG_H3, GUMBO_TAG_H4,     GUMBO_TAG_H5, GUMBO_TAG_H6,
                              GUMBO_TAG_DT, GUMBO_TAG_TH};
    return std::find(tags.begin(), tags.end(), tag) != tags.end();
  }

  void add(std::string_view words) {
    if (preformatted_)
      text_.add(words);
    else
      text_.add_folded(words);
  }

  void walk_children(const GumboNode& node) {
    const GumboVector& children = node.v.element.children;
    ++depth_;
    for (unsigned i = 0; i < children.length; ++i)
      walk(*static_cast<const GumboNode*>(children.data[i]));
    --depth_;
  }

  void walk_element(const GumboNode& node) {
    const bool was_in_main = in_main_;
    const bool was_preformatted = preformatted_;
    const bool was_bold = is_bold_;
    is_bold_ = is_bold_ || makes_bold(node.v.element.tag);
    text_.set_bold(is_bold_);
    in_main_ = in_main_ || is_main(node) || node.v.element.tag == GUMBO_TAG_ARTICLE;
    preformatted_ = preformatted_ || node.v.element.tag == GUMBO_TAG_PRE;
    switch (flow_of(node)) {
      case Flow::words:
        walk_children(node);
        break;
      case Flow::line:
        text_.end_line();
        break;
      case Flow::cell:
        walk_children(node);
        text_.end_cell();
        break;
      case Flow::row:
        text_.begin_row();
        walk_children(node);
        text_.end_row();
        break;
      case Flow::paragraph:
        text_.end_paragraph();
        walk_children(node);
        text_.end_paragraph();
    }
    in_main_ = was_in_main;
    preformatted_ = was_preformatted;
    is_bold_ = was_bold;
    text_.set_bold(is_bold_);
  }

  const ReadLimits& limits_;
  Paragraphs text_;
  std::uint32_t depth_ = 0;
  bool too_deep_ = false;
  bool in_main_ = false;
  bool preformatted_ = false, is_bold_ = false;
};

// The charset that a page claims in <meta> (or the XML declaration of XHTML) at its beginning.
std::string_view claimed_charset(std::string_view html) {
  constexpr std::size_t looked_at = 4096;
  const std::string head = lower_ascii(html.substr(0, looked_at));
  for (const std::string_view key : {"charset", "encoding"}) {
    std::size_t at = head.find(key);
    if (at == std::string::npos) continue;
    at = head.find_first_not_of(" \t\r\n=\"'", at + key.size());
    if (at == std::string::npos) continue;
    const std::size_t end = std::min(head.find_first_of(" \t\r\n\"';/>?", at), head.size());
    return html.substr(at, end - at);
  }
  return {};
}

// A page that was saved in another code than it says; what it says would spoil its letters.
void warn_of_other_code(std::string_view claimed, Decoded& decoded) {
  const auto label = eight_bit_of_label(claimed);
  const bool is_plain = std::all_of(decoded.text.begin(), decoded.text.end(),
                                    [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (!label || is_plain || *label == decoded.encoding) return;
  decoded.warnings.push_back(
      said("de pagina zegt dat zij {} is, maar zij is {} en zo gelezen; controleer de letters",
           claimed, decoded.encoding));
}

}  // namespace

Result<Document> html_text(std::string_view html, const std::string& name,
                           const ReadLimits& limits) {
  const auto tree = HtmlTree::parse(html, name, limits);
  if (!tree) return tl::unexpected(tree.error());
  Document document;
  for (const auto& [property, value] : page_properties(tree->root()))
    set_property(document.attributes, property, value);
  TextOfPage text(limits);
  for (const GumboNode* part : main_parts(tree->root())) {
    text.walk(*part);
    if (text.too_deep()) return failure(nested_too_deep(limits), name);
  }
  const std::vector<Span> bold = text.take_bold();
  document.source = text.take();
  // gumbo makes bytes of its own of "&#xFEFFEFFF;".
  if (!is_valid_utf8(document.source))
    document.source = repaired_utf8(document.source);
  else
    document.captions = turns_of_bold_questions(document.source, bold,
                                                static_cast<std::uint32_t>(document.source.size()));
  if (!document.captions.empty()) document.warnings.push_back(said(bold_questions_told));
  return document;
}

Result<Document> read_html(std::string_view bytes, const std::string& name,
                           const ReadLimits& limits) {
  auto decoded = decode_labelled(bytes, claimed_charset(bytes), name);
  if (!decoded) return tl::unexpected(std::move(decoded.error()));
  warn_of_other_code(claimed_charset(bytes), *decoded);
  if (is_noscribe(decoded->text)) {
    auto transcript = noscribe_text(decoded->text, name, limits);
    if (!transcript) return transcript;
    transcript->warnings = decoded->warnings;
    if (!transcript->captions.empty()) return transcript;
  }
  auto document = html_text(decoded->text, name, limits);
  if (document)
    document->warnings.insert(document->warnings.begin(), decoded->warnings.begin(),
                              decoded->warnings.end());
  return document;
}

}  // namespace pipeline

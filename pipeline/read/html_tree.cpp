#include "pipeline/read/html_tree.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include "pipeline/read/html_markup.h"
#include "pipeline/read/html_shortened.h"
#include "pipeline/read/refusals.h"

namespace pipeline {

// Memory is only given back as a whole, so that neither a tree as deep as the stack nor a parse
// that is broken off needs any taking apart.
struct HtmlTree::Arena {
  explicit Arena(std::uint64_t most) : left(most) {}

  std::string html;  // that the tree points into
  std::vector<std::unique_ptr<std::byte[]>> blocks;
  std::size_t used = block_bytes;  // of the last block
  std::uint64_t left;              // that may still be allocated
  std::jmp_buf out_of_memory{};

  static constexpr std::size_t block_bytes = 1 << 16;

  void* allocate(std::size_t bytes) {
    constexpr std::size_t unit = alignof(std::max_align_t);
    bytes = (bytes + unit - 1) / unit * unit;
    if (bytes > left) return nullptr;
    left -= bytes;
    if (bytes > block_bytes / 4) {
      // A block of its own, put before the one that is being filled.
      blocks.push_back(std::make_unique_for_overwrite<std::byte[]>(bytes));
      void* const place = blocks.back().get();
      if (blocks.size() > 1) std::swap(blocks.back(), blocks[blocks.size() - 2]);
      return place;
    }
    if (used + bytes > block_bytes) {
      blocks.push_back(std::make_unique_for_overwrite<std::byte[]>(block_bytes));
      used = 0;
    }
    void* const place = blocks.back().get() + used;
    used += bytes;
    return place;
  }
};

namespace {

// How much deeper than a page may nest the estimate may run: it does not know every end tag that
// HTML lets one leave out.
constexpr std::size_t slack = 4;
constexpr std::size_t looked_back = 64;
constexpr std::size_t most_attributes =
    1000;  // of one element; gumbo compares each with all others

template <std::size_t Size>
bool is_one_of(std::string_view name, const std::array<std::string_view, Size>& names) {
  return std::any_of(names.begin(), names.end(),
                     [&](std::string_view other) { return same_name(name, other); });
}

// Elements without content, and those whose end tag the next of their kind stands for.
bool adds_no_depth(std::string_view name) {
  constexpr std::array<std::string_view, 28> names{
      "area", "base", "br",    "col",    "embed", "hr",     "img",   "input", "link", "meta",
      "p",    "li",   "dd",    "dt",     "param", "source", "track", "wbr",   "td",   "th",
      "tr",   "body", "tbody", "option", "thead", "tfoot",  "html",  "head"};
  return is_one_of(name, names);
}

// Whether gumbo could hold its own with the page. An estimate from the tags alone; it need only
// tell a page from an attack.
bool is_tame(std::string_view html, std::size_t deepest) {
  std::vector<std::string_view> open;
  for (std::size_t at = html.find('<'); at < html.size(); at = html.find('<', at)) {
    const Markup markup = markup_at(html, at);
    if (markup.attributes > most_attributes) return false;
    at = markup.end;
    if (markup.name.empty() || adds_no_depth(markup.name)) continue;
    if (markup.kind == Markup::Kind::end_tag) {
      const auto reach =
          open.rbegin() + static_cast<std::ptrdiff_t>(std::min(open.size(), looked_back));
      const auto it = std::find_if(open.rbegin(), reach, [&](std::string_view other) {
        return same_name(other, markup.name);
      });
      if (it != reach) open.resize(static_cast<std::size_t>(open.rend() - it) - 1);
    } else if (holds_raw_text(markup.name)) {
      at = end_of_raw_text(html, at, markup.name);
    } else {
      open.push_back(markup.name);
      if (open.size() > deepest) return false;
    }
  }
  return true;
}

bool has_children(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

}  // namespace

HtmlTree::HtmlTree(std::unique_ptr<Arena> arena, const GumboInternalNode* root, bool is_whole)
    : arena_(std::move(arena)), root_(root), is_whole_(is_whole) {}
HtmlTree::HtmlTree(HtmlTree&&) noexcept = default;
HtmlTree& HtmlTree::operator=(HtmlTree&&) noexcept = default;
HtmlTree::~HtmlTree() = default;

// Puts the stretches of text where their marks stand; false if not every one has its place in a
// text, as where a page's tags are other than they seemed.
bool HtmlTree::lengthen(const std::vector<std::string_view>& stretches, GumboInternalNode* root,
                        Arena& arena) {
  std::size_t placed = 0;
  std::vector<GumboNode*> nodes{root};
  while (!nodes.empty()) {
    GumboNode& node = *nodes.back();
    nodes.pop_back();
    if (has_children(node)) {
      const GumboVector& children = node.v.element.children;
      for (unsigned i = 0; i < children.length; ++i)
        nodes.push_back(static_cast<GumboNode*>(children.data[i]));
    } else if (node.type == GUMBO_NODE_TEXT && has_marks(node.v.text.text)) {
      const LengthenedText longer = lengthened(node.v.text.text, stretches);
      auto* const place = static_cast<char*>(arena.allocate(longer.text.size() + 1));
      if (place == nullptr) return false;
      std::copy_n(longer.text.c_str(), longer.text.size() + 1, place);
      node.v.text.text = place;
      placed += longer.marks;
    }
  }
  return placed == stretches.size();
}

Result<HtmlTree> HtmlTree::parse_page(ShortenedPage page, const std::string& name,
                                      const ReadLimits& limits) {
  if (!is_tame(page.html, std::size_t{limits.nesting} * slack))
    return failure(page_too_wild(limits), name);
  auto arena = std::make_unique<Arena>(limits.unpacked_bytes);
  arena->html = std::move(page.html);
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  options.userdata = arena.get();
  options.allocator = [](void* user, std::size_t bytes) {
    auto& from = *static_cast<Arena*>(user);
    void* const place = from.allocate(bytes);
    // gumbo does not look whether it got memory. Only its own C frames are jumped over.
    if (place == nullptr) std::longjmp(from.out_of_memory, 1);
    return place;
  };
  options.deallocator = [](void*, void*) {};
  if (setjmp(arena->out_of_memory) != 0) return failure(page_too_wild(limits), name);
  const GumboOutput* const output =
      gumbo_parse_with_options(&options, arena->html.data(), arena->html.size());
  const bool is_whole = lengthen(page.stretches, output->root, *arena);
  return HtmlTree(std::move(arena), output->root, is_whole);
}

Result<HtmlTree> HtmlTree::parse(std::string_view html, const std::string& name,
                                 const ReadLimits& limits) {
  auto tree = parse_page(shortened(html), name, limits);
  if (tree && !tree->is_whole_) return parse_page({std::string(html), {}}, name, limits);
  return tree;
}

}  // namespace pipeline

#include "pipeline/read/html_tree.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <csetjmp>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include "pipeline/read/ascii.h"
#include "pipeline/read/refusals.h"

namespace pipeline {

// Memory is only given back as a whole, so that neither a tree as deep as the stack nor a parse
// that is broken off needs any taking apart.
struct HtmlTree::Arena {
  explicit Arena(std::uint64_t most) : left(most) {}

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

bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower_ascii(x) == lower_ascii(y); });
}

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

bool holds_raw_text(std::string_view name) {
  constexpr std::array<std::string_view, 4> names{"script", "style", "textarea", "title"};
  return is_one_of(name, names);
}

std::string_view name_at(std::string_view html, std::size_t at) {
  std::size_t end = at;
  while (end < html.size() && std::isalnum(static_cast<unsigned char>(html[end])) != 0) ++end;
  return html.substr(at, end - at);
}

// Where the raw text of script or style ends, so that "<" within counts for nothing.
std::size_t end_of_raw_text(std::string_view html, std::size_t at, std::string_view name) {
  for (at = html.find("</", at); at != std::string_view::npos; at = html.find("</", at + 2))
    if (same_name(name_at(html, at + 2), name)) return at;
  return html.size();
}

struct Tag {
  std::size_t end;  // behind '>'
  std::size_t attributes;
};

// The rest of a tag, from behind its name.
Tag tag_at(std::string_view html, std::size_t at) {
  std::size_t attributes = 0;
  bool in_word = false;
  for (; at < html.size() && html[at] != '>'; ++at) {
    const char c = html[at];
    if ((c == '"' || c == '\'') && html[at - 1] == '=') {
      at = std::min(html.find(c, at + 1), html.size() - 1);
      in_word = false;
      continue;
    }
    const bool is_white = c == ' ' || c == '\n' || c == '\t' || c == '/' || c == '\f';
    if (!is_white && !in_word) ++attributes;
    in_word = !is_white;
  }
  return {std::min(at + 1, html.size()), attributes};
}

// Whether gumbo could hold its own with the page. An estimate from the tags alone; it need only
// tell a page from an attack.
bool is_tame(std::string_view html, std::size_t deepest) {
  std::vector<std::string_view> open;
  for (std::size_t at = html.find('<'); at < html.size(); at = html.find('<', at)) {
    ++at;
    if (html.substr(at).starts_with("!--")) {
      at = std::min(html.find("-->", at), html.size());
      continue;
    }
    const bool is_end = at < html.size() && html[at] == '/';
    const std::string_view name = name_at(html, is_end ? at + 1 : at);
    if (name.empty()) continue;
    const Tag tag = tag_at(html, at + (is_end ? 1 : 0) + name.size());
    if (tag.attributes > most_attributes) return false;
    at = tag.end;
    if (adds_no_depth(name)) continue;
    if (is_end) {
      const auto reach =
          open.rbegin() + static_cast<std::ptrdiff_t>(std::min(open.size(), looked_back));
      const auto it = std::find_if(open.rbegin(), reach,
                                   [&](std::string_view other) { return same_name(other, name); });
      if (it != reach) open.resize(static_cast<std::size_t>(open.rend() - it) - 1);
    } else if (holds_raw_text(name)) {
      at = end_of_raw_text(html, at, name);
    } else {
      open.push_back(name);
      if (open.size() > deepest) return false;
    }
  }
  return true;
}

}  // namespace

HtmlTree::HtmlTree(std::unique_ptr<Arena> arena, const GumboInternalNode* root)
    : arena_(std::move(arena)), root_(root) {}
HtmlTree::HtmlTree(HtmlTree&&) noexcept = default;
HtmlTree& HtmlTree::operator=(HtmlTree&&) noexcept = default;
HtmlTree::~HtmlTree() = default;

Result<HtmlTree> HtmlTree::parse(std::string_view html, const std::string& name,
                                 const ReadLimits& limits) {
  if (!is_tame(html, std::size_t{limits.nesting} * slack))
    return failure(page_too_wild(limits), name);
  auto arena = std::make_unique<Arena>(limits.unpacked_bytes);
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
  const GumboOutput* const output = gumbo_parse_with_options(&options, html.data(), html.size());
  return HtmlTree(std::move(arena), output->root);
}

}  // namespace pipeline

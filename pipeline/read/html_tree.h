// A web page parsed by gumbo, with the harm a page can do kept in bounds: gumbo's memory is one
// arena with a limit, and pages that nest absurdly deep (gumbo would take quadratic time) are
// refused first.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/result.h"
#include "pipeline/read/read.h"

struct GumboInternalNode;

namespace pipeline {

struct ShortenedPage;

class HtmlTree {
 public:
  static Result<HtmlTree> parse(std::string_view html, const std::string& name,
                                const ReadLimits& limits);
  HtmlTree(HtmlTree&&) noexcept;
  HtmlTree& operator=(HtmlTree&&) noexcept;
  ~HtmlTree();

  // The <html> element.
  const GumboInternalNode& root() const { return *root_; }

 private:
  struct Arena;
  HtmlTree(std::unique_ptr<Arena> arena, const GumboInternalNode* root, bool is_whole);
  static Result<HtmlTree> parse_page(ShortenedPage page, const std::string& name,
                                     const ReadLimits& limits);
  static bool lengthen(const std::vector<std::string_view>& stretches, GumboInternalNode* root,
                       Arena& arena);

  std::unique_ptr<Arena> arena_;
  const GumboInternalNode* root_;
  bool is_whole_;  // every stretch of text stands in it
};

}  // namespace pipeline

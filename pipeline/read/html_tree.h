// A web page parsed by gumbo, with the harm a page can do kept in bounds: gumbo's memory is one
// arena with a limit, and pages that nest absurdly deep (gumbo would take quadratic time) are
// refused first.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "pipeline/model/result.h"
#include "pipeline/read/read.h"

struct GumboInternalNode;

namespace pipeline {

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
  HtmlTree(std::unique_ptr<Arena> arena, const GumboInternalNode* root);

  std::unique_ptr<Arena> arena_;
  const GumboInternalNode* root_;
};

}  // namespace pipeline

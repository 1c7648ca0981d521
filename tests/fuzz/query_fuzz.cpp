// Any bytes give a tree whose parts stand in the query, or an error that points into it.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "pipeline/search/query.h"

namespace {

void check(const pipeline::QueryNode& node, pipeline::Span outer) {
  using Kind = pipeline::QueryNode::Kind;
  const bool is_leaf = node.kind == Kind::word || node.kind == Kind::exact ||
                       node.kind == Kind::wildcard || node.kind == Kind::field ||
                       node.kind == Kind::saved;
  if (node.kind == Kind::within &&
      (node.children.size() != 2 || !pipeline::scope_named(node.children[1].text)))
    std::abort();
  if (!pipeline::contains(outer, node.span) || is_leaf != node.children.empty()) std::abort();
  if (is_leaf && node.text.empty()) std::abort();
  for (const pipeline::QueryNode& child : node.children) check(child, node.span);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const auto tree = pipeline::parse_query(text);
  if (tree) {
    check(*tree, {0, static_cast<std::uint32_t>(size)});
    if (pipeline::to_string(*tree).empty()) std::abort();
  } else if (tree.error().message.empty() || tree.error().column == 0 ||
             tree.error().column > size + 1) {
    std::abort();
  }
  return 0;
}

// Any text gives a tree that keeps its limits, or an error that points into it.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "pipeline/lexicon/pattern_shape.h"
#include "pipeline/read/decode.h"

namespace {

void check(const pipeline::PatternNode& node, unsigned depth) {
  using Kind = pipeline::PatternNode::Kind;
  const bool is_leaf =
      node.kind == Kind::word || node.kind == Kind::group || node.kind == Kind::gap;
  if (is_leaf != node.children.empty() || depth > 70) std::abort();
  if (node.kind == Kind::word && node.word.kind != pipeline::WordTest::Kind::any &&
      node.word.text.empty())
    std::abort();
  if (node.kind == Kind::window && (node.children.size() != 2 || depth > 0)) std::abort();
  for (const pipeline::PatternNode& child : node.children) check(child, depth + 1);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  if (!pipeline::is_valid_utf8(text)) return 0;
  const auto tree = pipeline::parse_pattern(text);
  if (!tree) {
    if (tree.error().message.empty() || tree.error().column == 0 || tree.error().column > size + 1)
      std::abort();
    return 0;
  }
  check(*tree, 0);
  if (pipeline::can_be_empty(*tree) || pipeline::opens_at_edge(*tree)) std::abort();
  return 0;
}

#include "pipeline/search/parts.h"

namespace pipeline {
namespace {

void add_parts(const QueryNode& node, std::vector<Span>& parts) {
  using Kind = QueryNode::Kind;
  switch (node.kind) {
    case Kind::within:
      add_parts(node.children.front(), parts);
      break;
    case Kind::all:
    case Kind::near:
    case Kind::adjacent:
      for (const QueryNode& child : node.children) add_parts(child, parts);
      break;
    case Kind::none:
      break;
    default:
      parts.push_back(node.span);
  }
}

}  // namespace

std::vector<QueryPart> parts_alone(const Search& search, std::string_view query) {
  const auto tree = parse_query(query);
  if (!tree) return {};
  std::vector<Span> spans;
  add_parts(*tree, spans);
  if (spans.size() < 2) return {};
  std::vector<QueryPart> parts;
  for (const Span span : spans) {
    std::string text(slice(query, span));
    const auto prepared = search.prepare(text);
    if (!prepared) continue;
    const std::uint64_t passages = search.all(*prepared).size();
    parts.push_back({std::move(text), passages});
  }
  return parts;
}

}  // namespace pipeline

#include "pipeline/search/query_scope.h"

#include <algorithm>

#include "pipeline/model/near.h"

namespace pipeline {
namespace {

// One of them has nothing to stand together with.
bool has_parts(const QueryNode& node) {
  using Kind = QueryNode::Kind;
  return node.kind == Kind::all || node.kind == Kind::any || node.kind == Kind::none ||
         node.kind == Kind::saved || node.kind == Kind::within;
}

tl::unexpected<QueryMistake> mistake(const QueryNode& at, std::string message) {
  return tl::unexpected<QueryMistake>({std::move(message), at.span.begin});
}

}  // namespace

bool is_scope(const QueryNode& node) {
  return node.kind == QueryNode::Kind::field && (node.name == "binnen" || node.name == "within");
}

QueryNode join(QueryNode::Kind kind, std::vector<QueryNode> children) {
  if (children.size() == 1) return std::move(children.front());
  QueryNode node;
  node.kind = kind;
  node.span = {children.front().span.begin, children.back().span.end};
  node.children = std::move(children);
  return node;
}

tl::expected<QueryNode, QueryMistake> gather(std::vector<QueryNode> parts) {
  const auto scope = std::ranges::find_if(parts, is_scope);
  if (scope == parts.end()) return join(QueryNode::Kind::all, std::move(parts));
  const Span whole{parts.front().span.begin, parts.back().span.end};
  QueryNode where = std::move(*scope);
  parts.erase(scope);
  const std::string written = where.name + ":" + where.text;
  if (!scope_named(where.text)) {
    const std::vector<std::string> scopes{"zin", "passage", "document"};
    return mistake(where, tr("'{}' is geen plaats om binnen te zoeken{}", where.text,
                             suggest(where.text, scopes)));
  }
  if (const auto second = std::ranges::find_if(parts, is_scope); second != parts.end())
    return mistake(*second, tr("hier staat al '{}'; zet haakjes om wat bij elk hoort", written));
  if (parts.empty() || (parts.size() == 1 && !has_parts(parts.front())))
    return mistake(where, tr("'{}' houdt met EN bijeen wat erbij staat, en dat moeten er twee of "
                             "meer zijn; zet haakjes om een keuze met OF",
                             written));
  QueryNode node;
  node.kind = QueryNode::Kind::within;
  node.span = whole;
  node.children.push_back(join(QueryNode::Kind::all, std::move(parts)));
  node.children.push_back(std::move(where));
  return node;
}

}  // namespace pipeline

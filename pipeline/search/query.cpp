#include "pipeline/search/query.h"

#include <fmt/format.h>

#include "pipeline/model/utf8.h"
#include "pipeline/normalise/normalise.h"
#include "pipeline/search/query_parser.h"

namespace pipeline {
namespace {

std::string_view operator_name(QueryNode::Kind kind) {
  switch (kind) {
    case QueryNode::Kind::phrase:
      return "phrase";
    case QueryNode::Kind::near:
      return "near/";
    case QueryNode::Kind::adjacent:
      return "adj/";
    case QueryNode::Kind::all:
      return "all";
    case QueryNode::Kind::any:
      return "any";
    case QueryNode::Kind::none:
      return "not";
    case QueryNode::Kind::within:
      return "within";
    case QueryNode::Kind::saved:
    case QueryNode::Kind::word:
    case QueryNode::Kind::exact:
    case QueryNode::Kind::wildcard:
    case QueryNode::Kind::field:
      break;
  }
  return {};
}

// Where the first byte stands that is no UTF-8; the size of `text` if all of it is.
std::uint32_t end_of_utf8(std::string_view text) {
  std::uint32_t at = 0;
  while (at < text.size()) {
    const std::uint32_t size = well_formed_size(text, at);
    if (size == 0) break;
    at += size;
  }
  return at;
}

void to_source(QueryNode& node, const OffsetMap& map) {
  node.span = map.to_source(node.span);
  for (QueryNode& child : node.children) to_source(child, map);
}

unsigned column_of(std::string_view query, std::uint32_t offset) {
  return static_cast<unsigned>(count_code_points(query.substr(0, offset))) + 1;
}

}  // namespace

std::optional<Scope> scope_named(std::string_view name) {
  constexpr std::pair<std::string_view, Scope> names[] = {
      {"zin", Scope::sentence},  {"sentence", Scope::sentence}, {"passage", Scope::passage},
      {"beurt", Scope::passage}, {"alinea", Scope::passage},    {"document", Scope::document}};
  for (const auto& [known, scope] : names)
    if (known == name) return scope;
  return std::nullopt;
}

tl::unexpected<Error> query_failure(std::string_view query, std::uint32_t offset,
                                    std::string message) {
  return failure(std::move(message), tr("zoekvraag"), 0, column_of(query, offset));
}

Result<QueryNode> parse_query(std::string_view text) {
  if (text.size() > longest_query)
    return query_failure(text, 0, tr("langer dan {} tekens", longest_query));
  if (const std::uint32_t end = end_of_utf8(text); end < text.size())
    return query_failure(text, end, tr("dit is geen leesbaar teken (UTF-8)"));
  const AlignedText clean = Normaliser()(text);
  QueryParser parser(clean.text);
  if (std::optional<QueryNode> tree = parser.parse()) {
    to_source(*tree, clean.map);
    return *std::move(tree);
  }
  const QueryParser::Mistake& mistake = parser.mistake();
  const std::uint32_t offset = clean.to_source({mistake.offset, mistake.offset}).begin;
  return query_failure(text, offset, mistake.message);
}

std::string to_string(const QueryNode& node) {
  switch (node.kind) {
    case QueryNode::Kind::word:
    case QueryNode::Kind::wildcard:
      return node.text;
    case QueryNode::Kind::exact:
      return "=" + node.text;
    case QueryNode::Kind::field:
      return node.name + ":" + node.text;
    case QueryNode::Kind::saved:
      return "@" + node.text;
    default:
      break;
  }
  std::string text = fmt::format("({}", operator_name(node.kind));
  if (node.distance > 0) text += std::to_string(node.distance);
  for (const QueryNode& child : node.children) text += " " + to_string(child);
  return text + ")";
}

}  // namespace pipeline

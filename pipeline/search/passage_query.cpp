#include "pipeline/search/passage_query.h"

#include <xapian.h>

#include <vector>

#include "pipeline/index/fields.h"
#include "pipeline/search/document_filter.h"
#include "pipeline/search/place_filter.h"

namespace pipeline {
namespace {

using Kind = MatchNode::Kind;
using Xapian::Query;

// Counts for the weight as one term.
Query any_term(const std::vector<std::string>& terms) {
  if (terms.size() == 1) return Query(terms.front());
  return Query(Query::OP_SYNONYM, terms.begin(), terms.end());
}

Query join(Query::op op, const std::vector<Query>& queries) {
  return Query(op, queries.begin(), queries.end());
}

Query without_weight(const Query& query) {
  return Query(Query::OP_SCALE_WEIGHT, query, 0.0);
}

Query candidates(const MatchNode& node);

std::vector<Query> candidates_of_children(const MatchNode& node) {
  std::vector<Query> queries;
  for (const MatchNode& child : node.children) queries.push_back(candidates(child));
  return queries;
}

// Passages that have the terms which a placed node needs, wherever they stand.
Query candidates(const MatchNode& node) {
  if (node.kind == Kind::none) return without_weight(Query::MatchAll);
  if (node.kind == Kind::any) return join(Query::OP_OR, candidates_of_children(node));
  if (!node.children.empty()) return join(Query::OP_AND, candidates_of_children(node));
  return any_term(node.terms);
}

Query placed(const MatchNode& node, const Query& found) {
  return Query(Query::OP_FILTER, found, place_filter(node));
}

// Forms of their own are terms; only where the form is the lemma must each place be looked at.
Query exact_query(const MatchNode& node) {
  std::vector<Query> queries;
  for (const std::string& term : node.terms)
    queries.push_back(term.front() == prefix::form ? Query(term) : placed(node, Query(term)));
  return join(Query::OP_OR, queries);
}

Query all_query(const MatchNode& node) {
  std::vector<Query> wanted, unwanted;
  for (const MatchNode& child : node.children) {
    if (child.kind == Kind::none)
      unwanted.push_back(passage_query(child.children.front()));
    else
      wanted.push_back(passage_query(child));
  }
  const Query found =
      wanted.empty() ? without_weight(Query::MatchAll) : join(Query::OP_AND, wanted);
  if (unwanted.empty()) return found;
  return Query(Query::OP_AND_NOT, found, join(Query::OP_OR, unwanted));
}

Query any_query(const MatchNode& node) {
  std::vector<Query> queries;
  for (const MatchNode& child : node.children) queries.push_back(passage_query(child));
  return join(Query::OP_OR, queries);
}

// What of a document's query a passage can have, so that it is one of the hits.
void collect_wanted(const MatchNode& node, std::vector<Query>& wanted) {
  if (node.kind == Kind::none) return;
  if (node.kind != Kind::all && node.kind != Kind::any)
    return wanted.push_back(passage_query(node));
  for (const MatchNode& child : node.children) collect_wanted(child, wanted);
}

Query document_query(const MatchNode& node) {
  std::vector<Query> wanted;
  collect_wanted(node.children.front(), wanted);
  const Query found = wanted.empty() ? without_weight(Query::MatchAll) : join(Query::OP_OR, wanted);
  return Query(Query::OP_FILTER, found, document_filter(node));
}

}  // namespace

Query passage_query(const MatchNode& node) {
  switch (node.kind) {
    case Kind::terms:
    case Kind::coding:
    case Kind::wildcard:
      return any_term(node.terms);
    case Kind::exact:
      return exact_query(node);
    case Kind::phrase:
    case Kind::near:
    case Kind::adjacent:
    case Kind::sentence:
      return placed(node, candidates(node));
    case Kind::passage:
      return passage_query(node.children.front());
    case Kind::document:
      return document_query(node);
    case Kind::all:
      return all_query(node);
    case Kind::any:
      return any_query(node);
    case Kind::none:
      return Query(Query::OP_AND_NOT, without_weight(Query::MatchAll),
                   passage_query(node.children.front()));
    case Kind::attribute:
      return without_weight(any_term(node.terms));
    case Kind::dates:
      break;
  }
  return Query(Query::OP_VALUE_RANGE, slot::date, node.text, node.until);
}

}  // namespace pipeline

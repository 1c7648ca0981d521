#include "pipeline/search/resolve.h"

#include <algorithm>

#include "pipeline/index/fields.h"
#include "pipeline/index/terms.h"
#include "pipeline/model/utf8.h"
#include "pipeline/normalise/fold.h"
#include "pipeline/search/saved_queries.h"
#include "pipeline/search/together.h"

namespace pipeline {
namespace {

using Kind = MatchNode::Kind;

constexpr std::size_t shortest_wildcard = 2;

class Resolver {
 public:
  Resolver(std::string_view text, const IndexWords& words, const FieldValues& fields,
           OpenQueries& open)
      : text_(text), words_(words), fields_(fields), open_(open) {}

  Result<MatchNode> operator()(const QueryNode& node) const;

 private:
  Result<MatchNode> word(const QueryNode& node) const;
  Result<MatchNode> wildcard(const QueryNode& node) const;
  Result<MatchNode> inner(const QueryNode& node, Kind kind) const;
  Result<MatchNode> window(const QueryNode& node, Kind kind) const;
  Result<MatchNode> within(const QueryNode& node) const;
  Result<MatchNode> saved(const QueryNode& node) const;
  tl::unexpected<Error> fail(const QueryNode& node, std::string message) const {
    return query_failure(text_, node.span.begin, std::move(message));
  }

  std::string_view text_;
  const IndexWords& words_;
  const FieldValues& fields_;
  OpenQueries& open_;
};

MatchNode exact_node(const std::string& token) {
  MatchNode node;
  node.kind = Kind::exact;
  node.text = fold(token);
  node.terms = {term_of(prefix::form, node.text), term_of(node.text)};
  std::sort(node.terms.begin(), node.terms.end());
  return node;
}

Result<MatchNode> Resolver::operator()(const QueryNode& node) const {
  switch (node.kind) {
    case QueryNode::Kind::word:
    case QueryNode::Kind::exact:
      return word(node);
    case QueryNode::Kind::wildcard:
      return wildcard(node);
    case QueryNode::Kind::field:
      return fields_.resolve(node, text_);
    case QueryNode::Kind::phrase:
      return inner(node, Kind::phrase);
    case QueryNode::Kind::near:
      return window(node, Kind::near);
    case QueryNode::Kind::adjacent:
      return window(node, Kind::adjacent);
    case QueryNode::Kind::all:
      return inner(node, Kind::all);
    case QueryNode::Kind::any:
      return inner(node, Kind::any);
    case QueryNode::Kind::within:
      return within(node);
    case QueryNode::Kind::saved:
      return saved(node);
    case QueryNode::Kind::none:
      break;
  }
  return inner(node, Kind::none);
}

// What the tokeniser parts ("en/of") is a phrase.
Result<MatchNode> Resolver::word(const QueryNode& node) const {
  const bool exact = node.kind == QueryNode::Kind::exact;
  if (exact && !words_.has_exact_forms())
    return fail(
        node, tr("deze studie is zonder exacte vormen geïndexeerd; zet in study.toml onder [index] "
                 "exact = true en draai 'samenspel reindex'"));
  MatchNode phrase;
  phrase.kind = Kind::phrase;
  for (const std::string& token : words_.tokens(node.text)) {
    MatchNode child;
    child.terms = exact ? std::vector<std::string>() : words_.lemma_terms(token);
    phrase.children.push_back(exact ? exact_node(token) : std::move(child));
    phrase.children.back().written = exact ? '=' + token : token;
  }
  if (phrase.children.empty()) return fail(node, tr("'{}' is geen woord", node.text));
  if (phrase.children.size() == 1) {
    MatchNode single = std::move(phrase.children.front());
    return single;
  }
  return phrase;
}

Result<MatchNode> Resolver::wildcard(const QueryNode& node) const {
  MatchNode result;
  result.kind = Kind::wildcard;
  result.written = node.text;
  result.open_begin = node.text.starts_with('*');
  result.open_end = node.text.ends_with('*');
  const std::size_t begin = node.text.find_first_not_of('*');
  const std::size_t end = node.text.find_last_not_of('*');
  result.text = fold(std::string_view(node.text).substr(begin, end - begin + 1));
  if (count_code_points(result.text) < shortest_wildcard)
    return fail(node, tr("'{}' past op te veel woorden: geef minstens {} letters", node.text,
                         shortest_wildcard));
  auto terms = words_.expand(result);
  if (!terms)
    return fail(node, tr("'{}' past op meer dan {} woorden: geef er meer letters van", node.text,
                         most_wildcard_terms));
  result.terms = std::move(*terms);
  return result;
}

Result<MatchNode> Resolver::inner(const QueryNode& node, Kind kind) const {
  MatchNode result;
  result.kind = kind;
  result.distance = node.distance;
  for (const QueryNode& child : node.children) {
    auto resolved = (*this)(child);
    if (!resolved) return resolved;
    result.children.push_back(std::move(*resolved));
  }
  return result;
}

Result<MatchNode> Resolver::window(const QueryNode& node, Kind kind) const {
  auto result = inner(node, kind);
  if (!result) return result;
  for (std::size_t i = 0; i < node.children.size(); ++i)
    if (!has_place(result->children[i]))
      return fail(node.children[i],
                  tr("'{}' geldt voor de hele passage en heeft geen plaats in de tekst: "
                     "zet het buiten NEAR",
                     to_string(node.children[i])));
  return result;
}

Result<MatchNode> Resolver::within(const QueryNode& node) const {
  auto parts = (*this)(node.children[0]);
  if (!parts) return parts;
  const QueryNode& where = node.children[1];
  auto found = together(std::move(*parts), *scope_named(where.text));
  if (!found) return fail(where, std::move(found.error()));
  return std::move(*found);
}

// What is wrong within it is told where its name stands.
Result<MatchNode> Resolver::saved(const QueryNode& node) const {
  const auto entered = open_.enter(node.text);
  if (!entered) return fail(node, entered.error());
  const std::string& query = (*entered)->query;
  const auto tree = parse_query(query);
  auto meaning = tree ? Resolver(query, words_, fields_, open_)(*tree)
                      : Result<MatchNode>(tl::unexpected<Error>(tree.error()));
  open_.leave();
  if (!meaning)
    return fail(node, tr("in @{} ({}), teken {}: {}", node.text, query, meaning.error().column,
                         meaning.error().message));
  return meaning;
}

}  // namespace

Result<MatchNode> resolve(const QueryNode& node, std::string_view text, const IndexWords& words,
                          const FieldValues& fields, std::span<const SavedQuery> saved) {
  OpenQueries open(saved);
  return Resolver(text, words, fields, open)(node);
}

}  // namespace pipeline

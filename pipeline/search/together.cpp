#include "pipeline/search/together.h"

#include <algorithm>
#include <vector>

namespace pipeline {
namespace {

using Kind = MatchNode::Kind;

bool joins(const MatchNode& node) {
  return node.kind == Kind::all || node.kind == Kind::any || node.kind == Kind::none;
}

// Every leaf under what AND, OR and NOT join.
template <typename Predicate>
bool all_leaves(const MatchNode& node, Predicate is_so) {
  if (!joins(node)) return is_so(node);
  return std::ranges::all_of(node.children,
                             [&](const MatchNode& child) { return all_leaves(child, is_so); });
}

bool is_attribute(const MatchNode& node) {
  return node.kind == Kind::attribute || node.kind == Kind::dates;
}

bool is_of_passage(const MatchNode& node) {
  return is_attribute(node) || node.kind == Kind::passage || node.kind == Kind::document;
}

// A AND (B AND C) is three parts.
void flatten(MatchNode node, std::vector<MatchNode>& parts) {
  if (node.kind != Kind::all) return parts.push_back(std::move(node));
  for (MatchNode& child : node.children) flatten(std::move(child), parts);
}

MatchNode joined(std::vector<MatchNode> parts) {
  if (parts.size() == 1) {
    MatchNode single = std::move(parts.front());
    return single;
  }
  MatchNode node;
  node.kind = Kind::all;
  node.children = std::move(parts);
  return node;
}

MatchNode wrapped(Kind kind, MatchNode child) {
  MatchNode node;
  node.kind = kind;
  node.children.push_back(std::move(child));
  return node;
}

struct Split {
  std::vector<MatchNode> parts, conditions;  // conditions: what holds for whole passages
};

template <typename Predicate>
Split split(MatchNode node, Predicate is_condition) {
  std::vector<MatchNode> all;
  flatten(std::move(node), all);
  Split result;
  for (MatchNode& it : all)
    (all_leaves(it, is_condition) ? result.conditions : result.parts).push_back(std::move(it));
  return result;
}

tl::expected<MatchNode, std::string> in_sentence(MatchNode node) {
  Split found = split(std::move(node), is_of_passage);
  if (found.parts.empty())
    return tl::unexpected<std::string>(
        tr("wat hierbij staat geldt voor hele passages: in een zin is er niets van te vinden"));
  for (const MatchNode& part : found.parts)
    if (!all_leaves(part, has_place))
      return tl::unexpected<std::string>(
          tr("wat voor een hele passage geldt, zoals een kenmerk, kan hierbij niet in een keuze of "
             "ontkenning staan met wat in een zin staat: zet het er met EN naast"));
  found.conditions.push_back(wrapped(Kind::sentence, joined(std::move(found.parts))));
  return joined(std::move(found.conditions));
}

tl::expected<MatchNode, std::string> in_document(MatchNode node) {
  Split found = split(std::move(node), is_attribute);
  if (found.parts.empty())
    return tl::unexpected<std::string>(
        tr("hierbij staan alleen kenmerken: die gelden al voor hele passages of documenten"));
  MatchNode document = wrapped(Kind::document, joined(std::move(found.parts)));
  for (MatchNode& condition : found.conditions) document.children.push_back(std::move(condition));
  return document;
}

}  // namespace

bool has_place(const MatchNode& node) {
  if (joins(node) && node.kind != Kind::any) return false;
  if (node.kind == Kind::sentence) return true;
  return !is_of_passage(node) && std::ranges::all_of(node.children, has_place);
}

tl::expected<MatchNode, std::string> together(MatchNode parts, Scope scope) {
  switch (scope) {
    case Scope::sentence:
      return in_sentence(std::move(parts));
    case Scope::document:
      return in_document(std::move(parts));
    case Scope::passage:
      break;
  }
  return wrapped(Kind::passage, std::move(parts));
}

}  // namespace pipeline

#include "pipeline/lexicon/pattern_shape.h"

#include <algorithm>

namespace pipeline {
namespace {

using Kind = PatternNode::Kind;

bool is_open(const PatternNode& node, bool at_begin) {
  switch (node.kind) {
    case Kind::word:
      return node.word.kind == WordTest::Kind::any;
    case Kind::gap:
      return true;
    case Kind::group:
      return false;
    case Kind::alternatives:
    case Kind::optional:
    case Kind::window:
      return std::any_of(node.children.begin(), node.children.end(),
                         [&](const PatternNode& child) { return is_open(child, at_begin); });
    case Kind::sequence:
      break;
  }
  // The first part that must be there closes the edge.
  const std::size_t count = node.children.size();
  for (std::size_t i = 0; i < count; ++i) {
    const PatternNode& child = node.children[at_begin ? i : count - 1 - i];
    if (is_open(child, at_begin)) return true;
    if (!can_be_empty(child)) return false;
  }
  return false;
}

void collect_groups(const PatternNode& node, std::vector<std::string>& names) {
  if (node.kind == Kind::group) names.push_back(node.group);
  for (const PatternNode& child : node.children) collect_groups(child, names);
}

}  // namespace

bool can_be_empty(const PatternNode& node) {
  const auto empty = [](const PatternNode& child) { return can_be_empty(child); };
  switch (node.kind) {
    case Kind::word:
    case Kind::group:
      return false;
    case Kind::gap:
    case Kind::optional:
      return true;
    case Kind::sequence:
      return std::all_of(node.children.begin(), node.children.end(), empty);
    case Kind::alternatives:
    case Kind::window:  // each half must hold a word
      return std::any_of(node.children.begin(), node.children.end(), empty);
  }
  return false;
}

bool opens_at_edge(const PatternNode& node) {
  if (node.kind == Kind::window)
    return std::any_of(node.children.begin(), node.children.end(), opens_at_edge);
  return is_open(node, true) || is_open(node, false);
}

bool has_window(const PatternNode& node) {
  return node.kind == Kind::window ||
         std::any_of(node.children.begin(), node.children.end(), has_window);
}

bool spans_passage(const PatternNode& node) {
  return node.kind == PatternNode::Kind::window && node.within == Within::passage;
}

std::vector<std::string> groups_in(const PatternNode& node) {
  std::vector<std::string> names;
  collect_groups(node, names);
  return names;
}

}  // namespace pipeline

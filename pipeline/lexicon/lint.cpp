#include "pipeline/lexicon/lint.h"

#include <algorithm>
#include <array>
#include <map>

#include "pipeline/lexicon/pattern_shape.h"
#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

constexpr std::array<std::string_view, 5> kinds{"onbekend-woord", "nooit", "gedekt", "dubbel",
                                                "te-breed"};

// Equal for trees that mean the same, whatever their spaces and the order of their alternatives.
std::string canonical(const PatternNode& node) {
  std::vector<std::string> children;
  for (const PatternNode& child : node.children) children.push_back(canonical(child));
  if (node.kind == PatternNode::Kind::alternatives ||
      (node.kind == PatternNode::Kind::window && !spans_passage(node)))
    std::sort(children.begin(), children.end());
  std::string text = std::to_string(static_cast<int>(node.kind)) + "." +
                     std::to_string(static_cast<int>(node.word.kind)) + "." +
                     std::to_string(static_cast<int>(node.word.part)) + "." +
                     std::to_string(static_cast<int>(node.within)) + "." +
                     std::to_string(node.words) + ":" + node.word.text + node.group + "(";
  for (const std::string& child : children) text += child + "|";
  return text + ")";
}

}  // namespace

std::string_view to_string(LintNote::Kind kind) {
  return kinds[static_cast<std::size_t>(kind)];
}

std::vector<LintNote> find_duplicates(const Lexicon& lexicon) {
  std::vector<LintNote> notes;
  std::map<std::string, const Pattern*> seen;
  for (const Pattern& pattern : lexicon.patterns) {
    const auto [known, is_new] = seen.try_emplace(canonical(pattern.tree), &pattern);
    if (is_new) continue;
    const Pattern& first = *known->second;
    const std::string place = first.source.file + ":" + std::to_string(first.source.line);
    std::string message =
        first.factor == pattern.factor
            ? tr("patroon '{}' staat al bij deze factor als '{}' ({}); haal er een weg",
                 pattern.text, first.text, place)
            : tr("patroon '{}' staat ook bij factor '{}' ({}); elke vindplaats krijgt beide "
                 "factoren",
                 pattern.text, lexicon.factors[first.factor].id, place);
    notes.push_back({LintNote::Kind::duplicate, pattern.source, std::move(message), {}});
  }
  return notes;
}

}  // namespace pipeline

#include "pipeline/tag/steps.h"

#include <set>
#include <utility>

namespace pipeline {
namespace {

using Kind = PatternNode::Kind;

class Walker {
 public:
  Walker(const Lexicon& lexicon, const TestNumbers& number, std::size_t most)
      : lexicon_(lexicon), number_(number), most_(most) {}

  std::optional<std::vector<Steps>> ways(const PatternNode& node) const {
    switch (node.kind) {
      case Kind::word:
        return std::vector<Steps>{{{{number_(node.word)}, 0, {}}}};
      case Kind::gap:
        return std::vector<Steps>{{{{}, node.words, {}}}};
      case Kind::group:
        return std::vector<Steps>{{group(node.group)}};
      case Kind::optional: {
        auto all = ways(node.children.front());
        if (all) all->push_back({});
        return all;
      }
      case Kind::alternatives:
        return alternatives(node);
      case Kind::sequence:
        return sequence(node);
      case Kind::window:
        return window(node);
    }
    return std::nullopt;
  }

 private:
  // Single words among them are one step.
  std::optional<std::vector<Steps>> alternatives(const PatternNode& node) const {
    std::vector<Steps> all;
    Step either;
    for (const PatternNode& child : node.children) {
      if (child.kind == Kind::word) {
        either.tests.push_back(number_(child.word));
        continue;
      }
      auto more = ways(child);
      if (!more) return std::nullopt;
      all.insert(all.end(), more->begin(), more->end());
    }
    if (!either.tests.empty()) all.push_back({either});
    return limited(std::move(all));
  }

  std::optional<std::vector<Steps>> sequence(const PatternNode& node) const {
    std::vector<Steps> all{{}};
    for (const PatternNode& child : node.children) {
      const auto next = ways(child);
      if (!next || all.size() * next->size() > most_) return std::nullopt;
      std::vector<Steps> longer;
      for (const Steps& begun : all)
        for (const Steps& more : *next) {
          longer.push_back(begun);
          longer.back().insert(longer.back().end(), more.begin(), more.end());
        }
      all = std::move(longer);
    }
    return all;
  }

  std::optional<std::vector<Steps>> window(const PatternNode& node) const {
    if (node.within == Within::passage) return std::nullopt;
    PatternNode gap;
    gap.kind = Kind::gap;
    gap.words = node.words;
    PatternNode order;
    order.kind = Kind::sequence;
    order.children = {node.children[0], gap, node.children[1]};
    auto all = sequence(order);
    std::swap(order.children.front(), order.children.back());
    const auto back = sequence(order);
    if (!all || !back) return std::nullopt;
    all->insert(all->end(), back->begin(), back->end());
    return limited(std::move(*all));
  }

  Step group(const std::string& name) const {
    Step step;
    std::set<std::string> seen{name};
    for (const GroupMember& member : lexicon_.groups.at(name))
      collect(member.tree, step, name, seen);
    return step;
  }

  void collect(const PatternNode& node, Step& step, const std::string& whole,
               std::set<std::string>& seen) const {
    if (node.kind == Kind::word)
      step.tests.push_back(number_(node.word));
    else if (node.kind == Kind::group)
      collect_group(node.group, step, whole, seen);
    else if (node.kind == Kind::alternatives)
      for (const PatternNode& child : node.children) collect(child, step, whole, seen);
    else
      step.group = whole;
  }

  // Each once, however many ways lead to it.
  void collect_group(const std::string& name, Step& step, const std::string& whole,
                     std::set<std::string>& seen) const {
    if (!seen.insert(name).second) return;
    for (const GroupMember& member : lexicon_.groups.at(name))
      collect(member.tree, step, whole, seen);
  }

  std::optional<std::vector<Steps>> limited(std::vector<Steps> all) const {
    if (all.size() > most_) return std::nullopt;
    return all;
  }

  const Lexicon& lexicon_;
  const TestNumbers& number_;
  std::size_t most_;
};

}  // namespace

std::optional<std::vector<Steps>> ways_of(const PatternNode& tree, const Lexicon& lexicon,
                                          const TestNumbers& number, std::size_t most) {
  return Walker(lexicon, number, most).ways(tree);
}

}  // namespace pipeline

// The automaton's making. A state is what has been matched so far: states reached from the same
// states by the same step are one, so that sequences share their beginnings.
#include <algorithm>
#include <cassert>
#include <utility>

#include "pipeline/tag/sequences.h"

namespace pipeline {
namespace {

constexpr std::uint64_t any_step = std::uint64_t{1} << 40;
constexpr std::uint64_t gap_step = std::uint64_t{1} << 41;  // plus its width

using Kind = PatternNode::Kind;

bool is_test(const PatternNode& node) {
  return node.kind == Kind::word && node.word.kind != WordTest::Kind::any;
}

void merge(std::vector<std::uint32_t>& into, const std::vector<std::uint32_t>& more) {
  into.insert(into.end(), more.begin(), more.end());
  std::sort(into.begin(), into.end());
  into.erase(std::unique(into.begin(), into.end()), into.end());
}

}  // namespace

void Sequences::add(std::uint32_t rule, const PatternNode& tree, WordClasses& classes,
                    const PatternNode* also) {
  filters_.emplace_back();  // `step` notes the states in it
  const StateSet ends = build({0}, tree, classes);
  for (const StateId state : ends) states_[state].rules.push_back(rule);
  if (rule >= ends_twice_.size()) ends_twice_.resize(rule + 1);
  // A rule may be made of several trees, as a group is.
  ends_twice_[rule] = ends_twice_[rule] || ends.size() > 1 || !rules_.insert(rule).second;
  std::vector<Need>& needs = filters_.back().needs;
  needs = needs_of(tree, classes);
  if (also != nullptr)
    for (Need& need : needs_of(*also, classes)) needs.push_back(std::move(need));
}

// A pattern holds at least one word that may not be absent, so there is always a need.
std::vector<Sequences::Need> Sequences::needs_of(const PatternNode& node, WordClasses& classes) {
  std::vector<Need> needs;
  if (is_test(node)) needs.push_back({classes.of({node.word})});
  if (node.kind == Kind::group) needs.push_back({std::as_const(classes).named(node.group)});
  if (node.kind == Kind::sequence)
    for (const PatternNode& child : node.children)
      for (Need& need : needs_of(child, classes)) needs.push_back(std::move(need));
  if (node.kind != Kind::alternatives) return needs;
  Need either;
  std::vector<WordTest> tests;
  for (const PatternNode& child : node.children) {
    if (is_test(child)) {
      tests.push_back(child.word);
      continue;
    }
    const std::vector<Need> of_child = needs_of(child, classes);
    if (of_child.empty()) return {};
    merge(either, rarest(of_child, classes));
  }
  if (!tests.empty()) merge(either, {classes.of(tests)});
  return {either};
}

Sequences::Need Sequences::rarest(const std::vector<Need>& needs, const WordClasses& classes) {
  const auto weight = [&](const Need& need) {
    std::uint64_t sum = 0;
    for (const ClassId id : need) sum += classes.weight(id);
    return sum;
  };
  return *std::min_element(needs.begin(), needs.end(),
                           [&](const Need& a, const Need& b) { return weight(a) < weight(b); });
}

Sequences::StateSet Sequences::build(const StateSet& from, const PatternNode& node,
                                     WordClasses& classes) {
  switch (node.kind) {
    case Kind::word:
      return {step(from, is_test(node) ? classes.of({node.word}) : any_step)};
    case Kind::group:
      return {step(from, std::as_const(classes).named(node.group))};
    case Kind::gap:
      return {step(from, gap_step + node.words)};
    case Kind::alternatives:
      return build_alternatives(from, node, classes);
    case Kind::optional: {
      StateSet states = build(from, node.children.front(), classes);
      merge(states, from);
      return states;
    }
    case Kind::sequence: {
      StateSet states = from;
      for (const PatternNode& child : node.children) states = build(states, child, classes);
      return states;
    }
    case Kind::window:
      break;
  }
  assert(false);  // windows are taken apart before
  return {};
}

// The single words among the alternatives are one class, however many they are.
Sequences::StateSet Sequences::build_alternatives(const StateSet& from, const PatternNode& node,
                                                  WordClasses& classes) {
  StateSet states;
  std::vector<WordTest> tests;
  for (const PatternNode& child : node.children)
    if (is_test(child))
      tests.push_back(child.word);
    else
      merge(states, build(from, child, classes));
  if (!tests.empty()) merge(states, {step(from, classes.of(tests))});
  return states;
}

Sequences::StateId Sequences::step(const StateSet& from, std::uint64_t step) {
  const auto [known, is_new] =
      steps_.try_emplace({from, step}, static_cast<StateId>(states_.size()));
  filters_.back().states.push_back(known->second);
  if (!is_new) return known->second;
  const StateId target = known->second;
  states_.emplace_back();
  if (step >= gap_step) states_[target].gap = static_cast<std::uint32_t>(step - gap_step);
  for (const StateId state : from) {
    states_[state].has_edges = true;
    if (step >= gap_step)
      states_[state].gaps.push_back(target);
    else if (step == any_step)
      states_[state].by_any.push_back(target);
    else
      building_[(std::uint64_t{state} << 32) | step].push_back(target);
  }
  return target;
}

void Sequences::add_needs(std::uint32_t filter, const WordClasses& classes) {
  Filter& it = filters_[filter];
  const Need first = rarest(it.needs, classes);
  for (const ClassId id : first) by_class_[id].push_back(filter);
  const auto at = static_cast<std::uint32_t>(needs_.size());
  for (const Need& need : it.needs) {
    if (need == first) continue;
    needs_.push_back(static_cast<std::uint32_t>(need.size()));
    needs_.insert(needs_.end(), need.begin(), need.end());
  }
  if (needs_.size() > at) {
    needs_.push_back(0);
    it.other_needs = at;
  }
  it.needs = {};
}

void Sequences::finish(const WordClasses& classes) {
  std::uint32_t slots = 0;
  for (State& state : states_) {
    state.slot = slots;
    slots += state.gap + 1;
  }
  seen_.assign(slots, {0, 0});
  awake_.assign(states_.size(), 0);
  seen_filter_.assign(filters_.size(), 0);
  by_class_.resize(classes.size());
  for (std::uint32_t i = 0; i < filters_.size(); ++i) add_needs(i, classes);
  std::vector<std::vector<Edge>> by_state(states_.size());
  for (const auto& [key, targets] : building_)
    for (const StateId target : targets)
      by_state[key >> 32].push_back({static_cast<ClassId>(key), target});
  for (StateId state = 0; state < states_.size(); ++state) {
    std::sort(by_state[state].begin(), by_state[state].end());
    states_[state].first_edge = static_cast<std::uint32_t>(edges_.size());
    edges_.insert(edges_.end(), by_state[state].begin(), by_state[state].end());
    states_[state].end_edge = static_cast<std::uint32_t>(edges_.size());
  }
  building_.clear();
  steps_.clear();
  rules_.clear();
}

}  // namespace pipeline

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

std::size_t Sequences::WayHash::operator()(const Way& way) const {
  constexpr std::uint64_t odd = 0x9E3779B97F4A7C15ULL;
  std::uint64_t hash = way.step * odd;
  for (const StateId state : way.from) hash = ((hash ^ (hash >> 32)) + state) * odd;
  return static_cast<std::size_t>(hash ^ (hash >> 32));
}

void Sequences::add(std::uint32_t rule, const PatternNode& tree, WordClasses& classes,
                    const PatternNode* also) {
  of_tree_.emplace_back();  // `step` notes the states in it
  const StateSet ends = build({0}, tree, classes);
  for (const StateId state : ends) states_[state].rules.push_back(rule);
  if (rule >= ends_twice_.size()) ends_twice_.resize(rule + 1);
  // A rule may be made of several trees, as a group is.
  ends_twice_[rule] = ends_twice_[rule] || ends.size() > 1 || !rules_.insert(rule).second;
  std::vector<Need> needs = needs_of(tree, classes);
  if (also != nullptr)
    for (Need& need : needs_of(*also, classes)) needs.push_back(std::move(need));
  needs_.add(std::move(needs));
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
    merge(either, Needs::rarest(of_child, classes));
  }
  if (!tests.empty()) merge(either, {classes.of(tests)});
  return {either};
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
      steps_.try_emplace(Way{from, step}, static_cast<StateId>(states_.size()));
  of_tree_.back().push_back(known->second);
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
      building_.push_back({state, {static_cast<ClassId>(step), target}});
  }
  return target;
}

void Sequences::find_starts(const WordClasses& classes) {
  beginning_by_.assign(classes.size(), {});
  awake_by_.assign(classes.size(), 0);
  for (std::uint32_t i = states_[0].first_edge; i < states_[0].end_edge; ++i) {
    Part& part = beginning_by_[edges_[i].by];
    if (part.first == part.end) part.first = i;
    part.end = i + 1;
  }
  std::unordered_map<StateId, ClassId> begins_by;
  for (const Edge& start : edges_of(0)) {
    begins_by.emplace(start.target, start.by);
  }
  for (const auto& states : of_tree_) {
    starts_of_.emplace_back();
    for (const StateId state : states)
      if (const auto it = begins_by.find(state); it != begins_by.end())
        starts_of_.back().push_back({it->second, state});
  }
}

void Sequences::finish(const WordClasses& classes) {
  std::uint32_t slots = 0;
  for (State& state : states_) {
    state.slot = slots;
    slots += state.gap + 1;
  }
  seen_.assign(slots, {0, 0});
  awake_.assign(states_.size(), 0);
  needs_.finish(classes);
  std::sort(building_.begin(), building_.end());
  auto edge = building_.begin();
  for (StateId state = 0; state < states_.size(); ++state) {
    states_[state].first_edge = static_cast<std::uint32_t>(edges_.size());
    for (; edge != building_.end() && edge->first == state; ++edge) edges_.push_back(edge->second);
    states_[state].end_edge = static_cast<std::uint32_t>(edges_.size());
  }
  find_starts(classes);
  building_.clear();
  steps_.clear();
  rules_.clear();
}

}  // namespace pipeline

#include "pipeline/tag/matcher.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "pipeline/lexicon/pattern_shape.h"

namespace pipeline {
namespace {

constexpr std::uint32_t last_bit = 63;

using Groups = std::map<std::string, std::vector<GroupMember>>;
using Kind = PatternNode::Kind;

// Both halves as one; what lies between was not asked for.
SequenceMatch joined(const SequenceMatch& first, const SequenceMatch& second, std::uint32_t rule) {
  const std::uint32_t shift = second.begin - first.begin;
  std::uint64_t words = first.words;
  if (shift > last_bit) {
    words |= std::uint64_t{1} << last_bit;
  } else {
    words |= second.words << shift;
    if (shift > 0 && second.words >> (last_bit + 1 - shift) != 0)
      words |= std::uint64_t{1} << last_bit;
  }
  return {rule, first.begin, second.end, words};
}

// The word tests among a group's members, and those of groups that are members themselves.
void collect_tests(const Groups& groups, const PatternNode& member, std::vector<WordTest>& tests,
                   std::set<std::string>& seen) {
  if (member.kind == Kind::word) tests.push_back(member.word);
  if (member.kind == Kind::alternatives)
    for (const PatternNode& child : member.children) collect_tests(groups, child, tests, seen);
  if (member.kind == Kind::group && seen.insert(member.group).second)
    for (const GroupMember& it : groups.at(member.group))
      collect_tests(groups, it.tree, tests, seen);
}

bool is_single(const PatternNode& member) {
  return member.kind == Kind::word ||
         (member.kind == Kind::alternatives &&
          std::all_of(member.children.begin(), member.children.end(), is_single));
}

// How many levels of groups with phrases lie under these nodes.
unsigned depth_under(const Groups& groups, const PatternNode& node,
                     std::map<std::string, unsigned>& depths) {
  unsigned depth = 0;
  for (const PatternNode& child : node.children)
    depth = std::max(depth, depth_under(groups, child, depths));
  if (node.kind != Kind::group) return depth;
  const auto known = depths.find(node.group);
  if (known != depths.end()) return known->second;
  bool has_phrases = false;
  for (const GroupMember& member : groups.at(node.group)) {
    depth = std::max(depth, depth_under(groups, member.tree, depths));
    has_phrases = has_phrases || !is_single(member.tree);
  }
  return depths[node.group] = depth + (has_phrases ? 1 : 0);
}

}  // namespace

void Rules::add(const PatternNode& tree, WordClasses& classes) {
  const std::uint32_t rule = count_++;
  const auto add_part = [&](const PatternNode& part, std::uint8_t half, const PatternNode* other) {
    sequences_.add(static_cast<std::uint32_t>(parts_.size()), part, classes, other);
    parts_.push_back({rule, tree.words, half});
  };
  if (tree.kind != Kind::window) return add_part(tree, 0, nullptr);
  add_part(tree.children[0], 1, &tree.children[1]);
  add_part(tree.children[1], 2, &tree.children[0]);
}

void Rules::match(const SentenceWords& words, const WordClasses& classes,
                  const std::vector<Phrase>& phrases, std::vector<SequenceMatch>& matches) {
  found_.clear();
  sequences_.match(words, classes, phrases, found_);
  const std::size_t first = matches.size();
  halves_.clear();
  for (SequenceMatch match : found_) {
    const std::uint32_t number = match.rule;
    const Part& part = parts_[number];
    match.rule = part.rule;
    if (part.half == 0)
      matches.push_back(match);
    else
      (part.half == 1 ? halves_[number].first : halves_[number - 1].second).push_back(match);
  }
  if (halves_.empty()) return;
  join_windows(matches);
  // Halves that are alike find each other twice; what covers more stays.
  const auto key = [](const SequenceMatch& m) { return std::tuple(m.end, m.rule, m.begin); };
  const auto begin = matches.begin() + static_cast<std::ptrdiff_t>(first);
  std::sort(begin, matches.end(), [&](const SequenceMatch& a, const SequenceMatch& b) {
    return std::tuple(key(a), b.words) < std::tuple(key(b), a.words);
  });
  const auto is_same = [&](const auto& a, const auto& b) { return key(a) == key(b); };
  matches.erase(std::unique(begin, matches.end(), is_same), matches.end());
}

void Rules::join_windows(std::vector<SequenceMatch>& matches) {
  for (const auto& [number, halves] : halves_) {
    join(halves.first, halves.second, parts_[number], matches);
    join(halves.second, halves.first, parts_[number], matches);
  }
}

// Each of `others` with the nearest of `ones` that ends before it.
void Rules::join(const std::vector<SequenceMatch>& ones, const std::vector<SequenceMatch>& others,
                 const Part& part, std::vector<SequenceMatch>& joined_matches) const {
  for (const SequenceMatch& second : others) {
    const auto after =
        std::upper_bound(ones.begin(), ones.end(), second.begin,
                         [](std::uint32_t begin, const SequenceMatch& m) { return begin < m.end; });
    if (after == ones.begin()) continue;
    const SequenceMatch& first = *std::prev(after);
    if (second.begin - first.end > part.words) continue;
    joined_matches.push_back(joined(first, second, part.rule));
  }
}

Matcher::Matcher(const Lexicon& lexicon, Vocabulary& vocabulary) : classes_(vocabulary) {
  add_groups(lexicon);
  for (std::uint32_t i = 0; i < lexicon.patterns.size(); ++i) {
    const PatternNode& tree = lexicon.patterns[i].tree;
    patterns_.add(spans_passage(tree) ? tree.children[0] : tree, classes_);
    if (!spans_passage(tree)) continue;
    second_halves_.add(tree.children[1], classes_);
    spanning_.push_back(i);
  }
  for (const Cue& cue : lexicon.cues) cues_.add(cue.tree, classes_);
  for (const FalseFriend& it : lexicon.false_friends) false_friends_.add(it.tree, classes_);
  for (GroupLevel& level : levels_) level.sequences.finish(classes_);
  patterns_.finish(classes_);
  cues_.finish(classes_);
  false_friends_.finish(classes_);
  second_halves_.finish(classes_);
}

void Matcher::add_groups(const Lexicon& lexicon) {
  for (const auto& [name, members] : lexicon.groups) {
    std::vector<WordTest> tests;
    std::set<std::string> seen{name};
    for (const GroupMember& it : members) collect_tests(lexicon.groups, it.tree, tests, seen);
    classes_.named(name, tests);
  }
  std::map<std::string, unsigned> depths;
  for (const auto& [name, members] : lexicon.groups) {
    PatternNode group;
    group.kind = Kind::group;
    group.group = name;
    const unsigned depth = depth_under(lexicon.groups, group, depths);
    for (const auto& [text, member, source] : members) {
      if (is_single(member)) continue;
      if (levels_.size() < depth) levels_.resize(depth);
      GroupLevel& level = levels_[depth - 1];
      const ClassId id = std::as_const(classes_).named(name);
      if (level.classes.empty() || level.classes.back() != id) level.classes.push_back(id);
      level.sequences.add(static_cast<std::uint32_t>(level.classes.size() - 1), member, classes_);
    }
  }
}

void Matcher::find_phrases(const SentenceWords& words) {
  phrases_.clear();
  for (GroupLevel& level : levels_) {
    found_.clear();
    level.sequences.match(words, classes_, phrases_, found_);
    if (found_.empty()) continue;
    for (const SequenceMatch& match : found_)
      phrases_.push_back({match.begin, match.end, level.classes[match.rule]});
    std::sort(phrases_.begin(), phrases_.end(), [](const Phrase& a, const Phrase& b) {
      return std::tie(a.begin, a.end, a.is) < std::tie(b.begin, b.end, b.is);
    });
  }
}

void Matcher::match_patterns(const SentenceWords& words, std::vector<SequenceMatch>& matches) {
  find_phrases(words);
  patterns_.match(words, classes_, phrases_, matches);
}

void Matcher::match_cues(const SentenceWords& words, std::vector<SequenceMatch>& matches) {
  cues_.match(words, classes_, phrases_, matches);
}

void Matcher::match_false_friends(const SentenceWords& words, std::vector<SequenceMatch>& matches) {
  false_friends_.match(words, classes_, phrases_, matches);
}

void Matcher::match_second_halves(const SentenceWords& words, std::vector<SequenceMatch>& matches) {
  find_phrases(words);
  second_halves_.match(words, classes_, phrases_, matches);
  for (SequenceMatch& match : matches) match.rule = spanning_[match.rule];
}

}  // namespace pipeline

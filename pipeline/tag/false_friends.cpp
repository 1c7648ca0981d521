#include "pipeline/tag/false_friends.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace pipeline {
namespace {

// A stretch with a gap takes in what stands in the gap.
bool is_mistaken(const SequenceMatch& match, const SequenceMatch& friend_match) {
  if (match.begin >= friend_match.begin && match.end <= friend_match.end) return true;
  const std::uint32_t begin = std::max(match.begin, friend_match.begin);
  const std::uint32_t end = std::min(match.end, friend_match.end);
  for (std::uint32_t word = begin; word < end; ++word)
    if (covers(match, word) && covers(friend_match, word)) return true;
  return false;
}

}  // namespace

FalseFriends::FalseFriends(const Lexicon& lexicon) {
  const std::size_t patterns = lexicon.patterns.size();
  std::vector<bool> has_any(patterns + lexicon.factors.size());
  for (const FalseFriend& it : lexicon.false_friends) {
    owners_.push_back(it.pattern ? *it.pattern : patterns + it.factor);
    has_any[owners_.back()] = true;
  }
  for (std::size_t i = 0; i < patterns; ++i) {
    factors_.push_back(patterns + lexicon.patterns[i].factor);
    is_concerned_.push_back(has_any[i] || has_any[factors_.back()]);
  }
}

bool FalseFriends::concern(const std::vector<SequenceMatch>& matches) const {
  return std::any_of(matches.begin(), matches.end(),
                     [&](const SequenceMatch& match) { return is_concerned_[match.rule]; });
}

std::vector<FalseMatch> FalseFriends::take_out(std::vector<SequenceMatch>& matches,
                                               std::vector<SequenceMatch> friends) const {
  std::vector<FalseMatch> taken;
  if (friends.empty()) return taken;
  const auto key = [&](const SequenceMatch& m) { return std::pair(owners_[m.rule], m.begin); };
  std::sort(friends.begin(), friends.end(), [&](const SequenceMatch& a, const SequenceMatch& b) {
    return std::tuple(key(a), a.end, a.rule) < std::tuple(key(b), b.end, b.rule);
  });
  std::uint32_t longest = 0;
  for (const SequenceMatch& it : friends) longest = std::max(longest, it.end - it.begin);
  const auto friend_of = [&](const SequenceMatch& match,
                             std::size_t owner) -> const SequenceMatch* {
    const std::uint32_t from = match.begin > longest ? match.begin - longest : 0;
    auto it = std::lower_bound(
        friends.begin(), friends.end(), std::pair(owner, from),
        [&](const SequenceMatch& m, const auto& wanted) { return key(m) < wanted; });
    for (; it != friends.end() && key(*it) < std::pair(owner, match.end); ++it)
      if (is_mistaken(match, *it)) return &*it;
    return nullptr;
  };
  std::erase_if(matches, [&](const SequenceMatch& match) {
    if (!is_concerned_[match.rule]) return false;
    const SequenceMatch* found = friend_of(match, match.rule);
    if (found == nullptr) found = friend_of(match, factors_[match.rule]);
    if (found != nullptr) taken.push_back({match, *found});
    return found != nullptr;
  });
  return taken;
}

}  // namespace pipeline

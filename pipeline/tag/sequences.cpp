#include "pipeline/tag/sequences.h"

#include <algorithm>
#include <utility>

namespace pipeline {
namespace {

constexpr std::uint32_t none = ~std::uint32_t{0};
constexpr std::uint32_t last_bit = 63;

// Bits for words [from, to) after a match's beginning.
std::uint64_t bits(std::uint32_t from, std::uint32_t to) {
  std::uint64_t set = 0;
  for (std::uint32_t i = from; i < to; ++i) {
    set |= std::uint64_t{1} << std::min(i, last_bit);
    if (i >= last_bit) break;
  }
  return set;
}

}  // namespace

void SentenceWords::clear() {
  tokens.clear();
  classes.clear();
  break_before.clear();
}

bool covers(const SequenceMatch& match, std::uint32_t word) {
  if (word < match.begin || word >= match.end) return false;
  return (match.words >> std::min(word - match.begin, last_bit) & 1) != 0;
}

const std::uint32_t* Sequences::edges(StateId state, ClassId by) const {
  const std::uint64_t key = (std::uint64_t{state} << 32) | by;
  for (std::size_t slot = (key * 0x9E3779B97F4A7C15ULL) >> shift_;;
       slot = (slot + 1) & (table_.size() - 1)) {
    if (table_[slot].key == key) return &targets_[table_[slot].targets];
    if (table_[slot].key == 0) return &targets_[0];
  }
}

// One item a state and width of gap, the one that began first; unless every beginning counts.
bool Sequences::is_new(const Item& item) {
  const std::uint32_t slot = states_[item.state].slot + item.gap_left;
  if (every_beginning_) {
    if (!entered_.insert((std::uint64_t{slot} << 32) | item.begin).second) return false;
    next_.push_back(item);
    return true;
  }
  auto& [round, place] = seen_[slot];
  if (round != round_) {
    round = round_;
    place = static_cast<std::uint32_t>(next_.size());
    next_.push_back(item);
    return true;
  }
  if (next_[place].begin <= item.begin) return false;
  next_[place] = item;
  return true;
}

void Sequences::enter(const Item& item) {
  if (!is_new(item)) return;
  for (const StateId gap : states_[item.state].gaps)
    if (awake_[gap] == sentence_) enter({gap, states_[gap].gap, item.begin, item.words});
}

// To each of the targets by words [at, end).
void Sequences::go(const std::uint32_t* targets, std::uint32_t begin, std::uint64_t so_far,
                   std::uint32_t at, std::uint32_t end) {
  for (; *targets != none; ++targets) {
    if (awake_[*targets] != sentence_) continue;
    const Item item{*targets, states_[*targets].gap, begin, so_far | bits(at - begin, end - begin)};
    if (end == at + 1)
      enter(item);
    else
      later_.push_back({end, item});
  }
}

void Sequences::advance(const Item& item, const SentenceWords& words, const WordClasses& classes,
                        std::uint32_t at) {
  const State& state = states_[item.state];
  if (state.gap > 0 && item.gap_left > 0)
    enter({item.state, item.gap_left - 1, item.begin, item.words});
  if (!state.has_edges) return;
  for (const ClassId is : classes.classes(words.classes[at]))
    go(edges(item.state, is), item.begin, item.words, at, at + 1);
  for (const StateId target : state.by_any) {
    const std::uint32_t targets[] = {target, none};
    go(targets, item.begin, item.words, at, at + 1);
  }
  for (const Phrase* phrase = phrase_; phrase != phrases_end_ && phrase->begin == at; ++phrase)
    go(edges(item.state, phrase->is), item.begin, item.words, at, phrase->end);
}

void Sequences::begin_at(std::uint32_t at, const SentenceWords& words, const WordClasses& classes) {
  for (const ClassId is : classes.classes(words.classes[at]))
    if (starts_[is] != 0) go(&targets_[starts_[is]], at, 0, at, at + 1);
  for (; phrase_ != phrases_end_ && phrase_->begin == at; ++phrase_)
    if (starts_[phrase_->is] != 0) go(&targets_[starts_[phrase_->is]], at, 0, at, phrase_->end);
}

void Sequences::report(std::uint32_t end, std::vector<SequenceMatch>& matches) const {
  const auto first = static_cast<std::ptrdiff_t>(matches.size());
  for (const Item& item : next_)
    for (const std::uint32_t rule : states_[item.state].rules) {
      const SequenceMatch match{rule, item.begin, end, item.words};
      const auto same = every_beginning_ || !ends_twice_[rule]
                            ? matches.end()
                            : std::find_if(matches.begin() + first, matches.end(),
                                           [&](const auto& other) { return other.rule == rule; });
      if (same == matches.end())
        matches.push_back(match);
      else if (match.begin < same->begin)
        *same = match;
    }
}

bool Sequences::can_match(const Filter& filter) const {
  return std::all_of(filter.needs.begin(), filter.needs.end(), [&](const Need& need) {
    return std::any_of(need.begin(), need.end(),
                       [&](ClassId id) { return seen_class_[id] == sentence_; });
  });
}

bool Sequences::wake(const SentenceWords& words, const WordClasses& classes,
                     const std::vector<Phrase>& phrases) {
  ++sentence_;
  present_.clear();
  const auto see = [&](ClassId id) {
    if (std::exchange(seen_class_[id], sentence_) != sentence_ && !by_class_[id].empty())
      present_.push_back(id);
  };
  for (const WordClasses::Range range : words.classes)
    for (const ClassId id : classes.classes(range)) see(id);
  for (const Phrase& phrase : phrases) see(phrase.is);
  bool is_any_awake = false;
  for (const ClassId id : present_)
    for (const std::uint32_t i : by_class_[id]) {
      if (std::exchange(seen_filter_[i], sentence_) == sentence_ || !can_match(filters_[i]))
        continue;
      is_any_awake = true;
      for (const StateId state : filters_[i].states) awake_[state] = sentence_;
    }
  return is_any_awake;
}

void Sequences::match(const SentenceWords& words, const WordClasses& classes,
                      const std::vector<Phrase>& phrases, std::vector<SequenceMatch>& matches) {
  if (!wake(words, classes, phrases)) return;
  active_.clear();
  later_.clear();
  phrase_ = phrases.data();
  phrases_end_ = phrases.data() + phrases.size();
  for (std::uint32_t at = 0; at < words.size(); ++at) {
    const bool is_idle = active_.empty() && later_.empty() && words.classes[at].empty() &&
                         (phrase_ == phrases_end_ || phrase_->begin != at);
    if (is_idle) continue;
    next_.clear();
    entered_.clear();
    ++round_;
    for (const Item& item : active_)
      if (words.break_before[at] == 0 || states_[item.state].gap > 0)
        advance(item, words, classes, at);
    begin_at(at, words, classes);
    const auto due = std::partition(later_.begin(), later_.end(),
                                    [&](const Later& later) { return later.at != at + 1; });
    for (auto it = due; it != later_.end(); ++it) enter(it->item);
    later_.erase(due, later_.end());
    report(at + 1, matches);
    active_.clear();
    for (const Item& item : next_)
      if (states_[item.state].has_edges || item.gap_left > 0) active_.push_back(item);
  }
}

}  // namespace pipeline

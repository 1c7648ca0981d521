#include "pipeline/tag/sequences.h"

#include <algorithm>
#include <utility>

namespace pipeline {
namespace {

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

bool covers(const SequenceMatch& match, std::uint32_t word) {
  if (word < match.begin || word >= match.end) return false;
  return (match.words >> std::min(word - match.begin, last_bit) & 1) != 0;
}

std::span<const Sequences::Edge> Sequences::edges_of(StateId state) const {
  return std::span(edges_).subspan(states_[state].first_edge,
                                   states_[state].end_edge - states_[state].first_edge);
}

std::span<const Sequences::Edge> Sequences::edges_by(StateId state, ClassId by) const {
  const auto edges = edges_of(state);
  const auto [first, last] =
      std::equal_range(edges.begin(), edges.end(), Edge{by, 0},
                       [](const Edge& a, const Edge& b) { return a.by < b.by; });
  return {first, last};
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

void Sequences::go(StateId target, std::uint32_t begin, std::uint64_t so_far, std::uint32_t at,
                   std::uint32_t end) {
  if (awake_[target] != sentence_) return;
  const Item item{target, states_[target].gap, begin, so_far | bits(at - begin, end - begin)};
  if (end == at + 1)
    enter(item);
  else
    later_.push_back({end, item});
}

// Held against each other from the shorter side; both rise.
void Sequences::go_by_word(const Item& item, std::span<const ClassId> classes, std::uint32_t at) {
  const auto edges = edges_of(item.state);
  if (edges.size() > classes.size()) {
    for (const ClassId id : classes)
      for (const Edge& edge : edges_by(item.state, id))
        go(edge.target, item.begin, item.words, at, at + 1);
    return;
  }
  for (const Edge& edge : edges)
    if (std::binary_search(classes.begin(), classes.end(), edge.by))
      go(edge.target, item.begin, item.words, at, at + 1);
}

void Sequences::advance(const Item& item, const SentenceWords& words, const WordClasses& classes,
                        std::uint32_t at) {
  const State& state = states_[item.state];
  if (state.gap > 0 && item.gap_left > 0)
    enter({item.state, item.gap_left - 1, item.begin, item.words});
  if (!state.has_edges) return;
  go_by_word(item, classes.classes(words.kinds[at]), at);
  for (const StateId target : state.by_any) go(target, item.begin, item.words, at, at + 1);
  for (const Phrase* phrase = phrase_; phrase != phrases_end_ && phrase->begin == at; ++phrase)
    for (const Edge& edge : edges_by(item.state, phrase->is))
      go(edge.target, item.begin, item.words, at, phrase->end);
}

const Sequences::Begins& Sequences::begins_of(KindId kind, const WordClasses& classes) {
  constexpr std::uint64_t known = std::uint64_t{1} << mark_count;
  if (kind >= begins_.size()) begins_.resize(std::max<std::size_t>(kind + 1, begins_.size() * 2));
  Begins& begins = begins_[kind];
  if (begins.marks != 0) return begins;
  begins = {known, static_cast<std::uint32_t>(begin_classes_.size()), 0};
  for (const ClassId id : classes.classes(kind))
    if (beginning_by_[id].first != beginning_by_[id].end) {
      begins.marks |= mark_of(id);
      begin_classes_.push_back(id);
    }
  begins.end = static_cast<std::uint32_t>(begin_classes_.size());
  return begins;
}

void Sequences::begin_at(std::uint32_t at, const SentenceWords& words, const WordClasses& classes) {
  const KindId kind = words.kinds[at];
  if (kind != 0) {
    const Begins& begins = begins_of(kind, classes);
    if ((begins.marks & start_marks_) != 0)
      for (std::uint32_t i = begins.first; i < begins.end; ++i) {
        const ClassId by = begin_classes_[i];
        if (awake_by_[by] != sentence_) continue;
        for (std::uint32_t e = beginning_by_[by].first; e < beginning_by_[by].end; ++e)
          go(edges_[e].target, at, 0, at, at + 1);
      }
  }
  for (; phrase_ != phrases_end_ && phrase_->begin == at; ++phrase_)
    for (const Edge& edge : edges_by(0, phrase_->is)) go(edge.target, at, 0, at, phrase_->end);
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

bool Sequences::wake(const SentenceWords& words, const WordClasses& classes,
                     const std::vector<Phrase>& phrases) {
  const std::span<const std::uint32_t> trees = needs_.met_by(words, phrases, classes);
  if (trees.empty()) return false;
  ++sentence_;
  start_marks_ = 0;
  for (const std::uint32_t tree : trees) {
    for (const StateId state : of_tree_[tree]) awake_[state] = sentence_;
    for (const Edge& start : starts_of_[tree]) {
      awake_by_[start.by] = sentence_;
      start_marks_ |= mark_of(start.by);
    }
  }
  return true;
}

void Sequences::match(const SentenceWords& words, const WordClasses& classes,
                      const std::vector<Phrase>& phrases, std::vector<SequenceMatch>& matches) {
  if (!wake(words, classes, phrases)) return;
  active_.clear();
  later_.clear();
  phrase_ = phrases.data();
  phrases_end_ = phrases.data() + phrases.size();
  for (std::uint32_t at = 0; at < words.size(); ++at) {
    const bool is_idle = active_.empty() && later_.empty() && words.kinds[at] == 0 &&
                         (phrase_ == phrases_end_ || phrase_->begin != at);
    if (is_idle) continue;
    next_.clear();
    if (every_beginning_) entered_.clear();
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

// Many sequences of word classes sought at one go: "vertrouwen [3] winnen" and "vertrouwen hebben
// in <partij>" share their first step. An automaton whose edges are classes; in a sentence only the
// sequences take part that it can hold (needs.h). Cost a word: the beginnings under way and those
// that can be, not the number of sequences.
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "pipeline/lexicon/pattern.h"
#include "pipeline/tag/needs.h"

namespace pipeline {

struct SequenceMatch {
  std::uint32_t rule = 0;
  std::uint32_t begin = 0, end = 0;  // words of the sentence
  std::uint64_t words =
      0;  // bit i: word begin + i was asked for (not in a gap); bit 63: and all after

  friend bool operator==(const SequenceMatch&, const SequenceMatch&) = default;
};

// Whether the match asked for a word of the sentence.
bool covers(const SequenceMatch& match, std::uint32_t word);

class Sequences {
 public:
  // `every_beginning`: not only the longest match at each end, but all.
  explicit Sequences(bool every_beginning = false) : every_beginning_(every_beginning) {}
  // `tree` holds no window; its word tests and groups become classes of `classes`, where the groups
  // are known by name. Where `also` cannot be in a sentence, the rule need not be found either.
  void add(std::uint32_t rule, const PatternNode& tree, WordClasses& classes,
           const PatternNode* also = nullptr);
  // To be called once, after the last `add`.
  void finish(const WordClasses& classes);
  bool empty() const { return states_.size() <= 1; }

  // Appends for each rule and each word at which it can end its longest match (or every match), in
  // order of end.
  // `phrases` in order of begin.
  void match(const SentenceWords& words, const WordClasses& classes,
             const std::vector<Phrase>& phrases, std::vector<SequenceMatch>& matches);

 private:
  using StateId = std::uint32_t;
  using StateSet = std::vector<StateId>;  // rising
  struct State {
    std::uint32_t gap = 0;   // may pass over so many words
    bool has_edges = false;  // any way on
    std::uint32_t first_edge = 0, end_edge = 0;
    std::vector<StateId> by_any, gaps;  // after any word; at once
    std::vector<std::uint32_t> rules;   // that end here
    std::uint32_t slot = 0;             // first of gap + 1 places in `seen_`
  };
  struct Edge {
    ClassId by = 0;
    StateId target = 0;

    friend auto operator<=>(const Edge&, const Edge&) = default;
  };
  struct Item {
    StateId state = 0;
    std::uint32_t gap_left = 0, begin = 0;
    std::uint64_t words = 0;
  };
  struct Later {
    std::uint32_t at = 0;
    Item item;
  };

  using Need = Needs::Need;
  static std::vector<Need> needs_of(const PatternNode& node, WordClasses& classes);
  // Wakes the states of the rules that the sentence can hold; false if there are none.
  bool wake(const SentenceWords& words, const WordClasses& classes,
            const std::vector<Phrase>& phrases);

  void find_starts(const WordClasses& classes);
  StateSet build(const StateSet& from, const PatternNode& node, WordClasses& classes);
  StateSet build_alternatives(const StateSet& from, const PatternNode& node, WordClasses& classes);
  // The one state reached from all of `from` by this step.
  StateId step(const StateSet& from, std::uint64_t step);
  std::span<const Edge> edges_of(StateId state) const;
  std::span<const Edge> edges_by(StateId state, ClassId by) const;

  void advance(const Item& item, const SentenceWords& words, const WordClasses& classes,
               std::uint32_t at);
  static constexpr unsigned mark_count = 63;  // the bit left over says that a kind is known
  static std::uint64_t mark_of(ClassId id) { return std::uint64_t{1} << (id % mark_count); }
  // What a word of some kind can begin: its classes that begin anything, and a mark for each.
  struct Begins {
    std::uint64_t marks = 0;  // 0: not known yet
    std::uint32_t first = 0, end = 0;
  };
  const Begins& begins_of(KindId kind, const WordClasses& classes);
  void begin_at(std::uint32_t at, const SentenceWords& words, const WordClasses& classes);
  // To `target` by words [at, end).
  void go(StateId target, std::uint32_t begin, std::uint64_t so_far, std::uint32_t at,
          std::uint32_t end);
  void go_by_class(const Item& item, ClassId by, std::uint32_t at, std::uint32_t end);
  void go_by_word(const Item& item, std::span<const ClassId> classes, std::uint32_t at);
  void enter(const Item& item);
  bool is_new(const Item& item);
  void report(std::uint32_t end, std::vector<SequenceMatch>& matches) const;

  std::vector<State> states_{State{}};         // the first is the beginning
  Needs needs_;                                // by tree, in the order in which they were added
  std::vector<std::vector<StateId>> of_tree_;  // the states made for it
  std::vector<std::vector<Edge>> starts_of_;   // by tree: those that leave the beginning
  std::vector<bool> ends_twice_;               // by rule: in more than one state
  struct Way {                                 // all states that are left by this step
    StateSet from;
    std::uint64_t step = 0;

    friend bool operator==(const Way&, const Way&) = default;
  };
  struct WayHash {
    std::size_t operator()(const Way& way) const;
  };
  std::unordered_map<Way, StateId, WayHash> steps_;
  std::set<std::uint32_t> rules_;                   // added so far
  std::vector<std::pair<StateId, Edge>> building_;  // an edge and the state that it leaves
  struct Part {
    std::uint32_t first = 0, end = 0;
  };
  std::vector<Part>
      beginning_by_;         // by class: its edges from the beginning, empty where it has none
  std::vector<Edge> edges_;  // by state, rising

  // While matching.
  bool every_beginning_;
  std::unordered_set<std::uint64_t> entered_;  // slot and beginning, if every beginning counts
  std::vector<Item> active_, next_;
  std::vector<Later> later_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> seen_;  // by slot: round, place in next_
  std::uint32_t round_ = 0;
  std::uint32_t sentence_ = 0;
  std::vector<std::uint32_t> awake_;  // by state: in which sentence
  // By class: in which sentence an edge by it from the beginning is awake; and marks of those.
  std::vector<std::uint32_t> awake_by_;
  std::uint64_t start_marks_ = 0;
  std::vector<Begins> begins_;                               // by kind
  std::vector<ClassId> begin_classes_;                       // of each kind
  const Phrase *phrase_ = nullptr, *phrases_end_ = nullptr;  // the ones not begun yet
};

}  // namespace pipeline

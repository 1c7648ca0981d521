// Many sequences of word classes sought at one go: "vertrouwen [3] winnen" and "vertrouwen hebben
// in <partij>" share their first step. An automaton whose edges are classes; cost a word: its
// classes times the beginnings under way, not the number of sequences.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "pipeline/lexicon/pattern.h"
#include "pipeline/tag/word_classes.h"

namespace pipeline {

// A sentence's words (no punctuation). Next to each other are words with no break between them.
struct SentenceWords {
  std::vector<std::uint32_t> tokens;  // of the document
  std::vector<KindId> kinds;
  std::vector<std::uint8_t> break_before;  // comma, full stop, dash, colon, semicolon

  std::uint32_t size() const { return static_cast<std::uint32_t>(tokens.size()); }
  void clear();
};

// The classes that a sentence's words and phrases are in.
class Presence {
 public:
  void begin(const SentenceWords& words, const WordClasses& classes);
  void add(ClassId id) { seen_[id] = round_; }
  bool has(ClassId id) const { return seen_[id] == round_; }

 private:
  std::vector<std::uint32_t> seen_;  // by class: in which round
  std::uint32_t round_ = 0;
};

// Words [begin, end) are, together, of a class: "raad van bestuur" of <bestuur>.
struct Phrase {
  std::uint32_t begin = 0, end = 0;
  ClassId is = 0;
};

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
             const std::vector<Phrase>& phrases, const Presence& presence,
             std::vector<SequenceMatch>& matches);

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

  // At least one of these classes must be there.
  using Need = std::vector<ClassId>;
  struct Filter {  // for a tree of a rule
    std::vector<Need> needs;
    std::vector<StateId> states;
    std::uint32_t other_needs = 0;  // where those but the rarest lie in `needs_`; 0: there are none
  };
  static std::vector<Need> needs_of(const PatternNode& node, WordClasses& classes);
  static Need rarest(const std::vector<Need>& needs, const WordClasses& classes);
  void add_needs(std::uint32_t filter, const WordClasses& classes);
  // Wakes the states of the rules that the sentence can hold; false if there are none.
  bool wake(const SentenceWords& words, const WordClasses& classes,
            const std::vector<Phrase>& phrases, const Presence& presence);
  bool wake_one(std::uint32_t filter, const Presence& presence);
  bool has_needs(std::uint32_t at, const Presence& presence) const;

  StateSet build(const StateSet& from, const PatternNode& node, WordClasses& classes);
  StateSet build_alternatives(const StateSet& from, const PatternNode& node, WordClasses& classes);
  // The one state reached from all of `from` by this step.
  StateId step(const StateSet& from, std::uint64_t step);
  // What a word of this kind can begin, or need; found out when it is first met.
  struct OfKind {
    std::vector<std::uint32_t> filters;  // of which it is a rarest need
    std::vector<StateId> starts;
    bool is_known = false;
  };
  const OfKind& of_kind(KindId kind, const WordClasses& classes);
  std::span<const Edge> edges_of(StateId state) const;
  std::span<const Edge> edges_by(StateId state, ClassId by) const;

  void advance(const Item& item, const SentenceWords& words, const WordClasses& classes,
               std::uint32_t at);
  void begin_at(std::uint32_t at, const SentenceWords& words, const WordClasses& classes);
  // To `target` by words [at, end).
  void go(StateId target, std::uint32_t begin, std::uint64_t so_far, std::uint32_t at,
          std::uint32_t end);
  void go_by_class(const Item& item, ClassId by, std::uint32_t at, std::uint32_t end);
  void go_by_word(const Item& item, std::span<const ClassId> classes, std::uint32_t at);
  void enter(const Item& item);
  bool is_new(const Item& item);
  void report(std::uint32_t end, std::vector<SequenceMatch>& matches) const;

  std::vector<State> states_{State{}};  // the first is the beginning
  std::vector<Filter> filters_;
  std::vector<std::uint32_t> needs_{0};  // each its length and its classes; then a length of 0
  std::vector<std::vector<std::uint32_t>>
      by_class_;                  // filters, by the classes of their rarest need
  std::vector<bool> ends_twice_;  // by rule: in more than one state
  std::map<std::pair<StateSet, std::uint64_t>, StateId> steps_;
  std::set<std::uint32_t> rules_;                                     // added so far
  std::unordered_map<std::uint64_t, std::vector<StateId>> building_;  // state and class -> states
  std::vector<Edge> edges_;                                           // by state, rising

  // While matching.
  bool every_beginning_;
  std::unordered_set<std::uint64_t> entered_;  // slot and beginning, if every beginning counts
  std::vector<Item> active_, next_;
  std::vector<Later> later_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> seen_;  // by slot: round, place in next_
  std::uint32_t round_ = 0;
  std::uint32_t sentence_ = 0;
  std::vector<std::uint32_t> seen_filter_, awake_;  // by number: in which sentence
  std::vector<OfKind> kinds_;
  const Phrase *phrase_ = nullptr, *phrases_end_ = nullptr;  // the ones not begun yet
};

}  // namespace pipeline

// What the words around a match make of it: the rules of docs/lexicon-format.md, in their order.
//   "Er was geen gedeelde visie": base succes, turned once by "geen" -> faal
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "pipeline/lexicon/lexicon.h"
#include "pipeline/tag/clauses.h"
#include "pipeline/tag/sequences.h"

namespace pipeline {

// What made the valence what it is.
enum class Decision : std::uint8_t {
  base,          // the pattern's own
  turned,        // an odd number of turning cues
  turned_twice,  // an even number
  helped,        // neutral, and a cue gave it a good turn
  hindered,      // an unfavourable cue
  question,
  interviewer
};

struct Judgement {
  Valence valence = Valence::neutral;
  Modality modality = Modality::fact;
  Decision decision = Decision::interviewer;
  unsigned turns = 0;                      // how often it was denied
  std::vector<std::uint32_t> not_denying;  // of its cues: they turn it, but it stays there
  std::vector<std::uint32_t> cues;         // that had a part in it: places in `cues` of the context

  friend bool operator==(const Judgement&, const Judgement&) = default;
};

// A sentence as the rules see it.
struct ContextSentence {
  std::vector<SequenceMatch> cues;  // `rule`: place in Lexicon::cues; in order of beginning
  Clauses clauses;
  // By clause: the one that it refers back to; itself, where it does not.
  std::vector<std::uint32_t> refers_to;
  // By word: something new begins here (after a comma, with "en" or "of", another match).
  std::vector<std::uint8_t> parts;
  std::vector<ClauseWord::Attribute> attributes;  // by word
  // The word with which the answer begins to the question before it; 0: there is none.
  std::uint32_t answer = 0;
  bool is_question = false;
};

// What part a cue has in a judgement, or why it has none.
enum class CuePart : std::uint8_t {
  applied,
  spent,         // all its words are the pattern's own
  other_way,     // it looks to the other side
  too_far,       // beyond its reach
  other_clause,  //
  not_nearest,   // another turning cue stands nearer, and something parts them
  switched_off,  // the factor does not heed its class
  no_effect,     // it only ends clauses
  overtaken      // a longer cue covers its words
};

class Context {
 public:
  explicit Context(const Lexicon& lexicon) : cues_(lexicon.cues) {}

  // Rule 3: of cues that overlap and compete, the longest stay; those without effect go. In order
  // of beginning. `words`: of the sentence; `matches`: words that patterns took, which belong to no
  // pseudo-negation any more ("stonden er niet alleen voor").
  void settle(std::vector<SequenceMatch>& cues, std::size_t words,
              std::span<const SequenceMatch> matches = {}) const;
  // Whether the cue only marks where a clause begins.
  bool ends_clause(const SequenceMatch& cue) const;
  // `off`: cues that do not count for this target.
  Judgement judge(const SequenceMatch& target, Valence base, const ContextSentence& sentence,
                  CueSet off = {}) const;
  bool is_condition(const SequenceMatch& cue) const {
    return cue_of(cue).cue_class == CueClass::condition;
  }
  // Of `sentence.cues[cue]` in what `judge` made of the target.
  CuePart part_of(std::uint32_t cue, const SequenceMatch& target, const ContextSentence& sentence,
                  const Judgement& judged, CueSet off = {}) const;

 private:
  enum class Side : std::uint8_t { before, after };
  struct InReach {
    std::uint32_t cue = 0;  // place in the sentence's cues
    Side side = Side::before;
    bool leaves_it = false;  // it is turned, but not denied: "afspraken die niemand nakwam"
  };

  const Cue& cue_of(const SequenceMatch& match) const { return cues_[match.rule]; }
  bool is_counterpart(const SequenceMatch& a, const SequenceMatch& b) const;
  std::optional<InReach> reach_of(std::uint32_t cue, const SequenceMatch& target,
                                  const ContextSentence& sentence) const;
  std::vector<InReach> in_reach(const SequenceMatch& target, const ContextSentence& sentence,
                                CueSet off) const;
  unsigned turns(const ContextSentence& sentence, std::span<const InReach> reaching, Side side,
                 std::vector<std::uint32_t>& used) const;

  static bool denies(std::span<const InReach> reaching, std::uint32_t cue);
  bool is_negated(const SequenceMatch& cue, const ContextSentence& sentence,
                  const std::vector<std::uint32_t>& used) const;

  const std::vector<Cue>& cues_;
};

// Rule 6: the one that takes less (more) from the claim: feit, twijfel, wens, voorwaarde, vraag.
Modality weaker(Modality a, Modality b);
Modality stronger(Modality a, Modality b);

// Rule 5, the table.
struct Push {
  unsigned turns = 0;
  bool helps = false, hinders = false;
};
Valence valence_after(Valence base, const Push& push);
Decision decision_after(Valence base, const Push& push);

}  // namespace pipeline

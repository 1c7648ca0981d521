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
#include "pipeline/tag/valence.h"

namespace pipeline {

// Where a claim stands in its sentence, for when another one of the same factor says the opposite.
struct Standing {
  std::uint32_t after_contrast = 0;  // words of contrast up to its clause
  bool is_conceded = false;          // "hoewel er vertrouwen was", "ondanks het overleg"
  bool is_aside = false;             // in a clause that only says more of something, or why

  friend bool operator==(const Standing&, const Standing&) = default;
};

struct Judgement {
  Valence valence = Valence::neutral;
  Modality modality = Modality::fact;
  Decision decision = Decision::interviewer;
  unsigned turns = 0;                      // how often it was denied
  std::vector<std::uint32_t> not_denying;  // of its cues: they turn it, but it stays there
  std::vector<std::uint32_t> cues;         // that had a part in it: places in `cues` of the context
  Standing standing;

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
  std::vector<Standing> standings;                // by clause
  // By cue: all its words are those of one pattern of the factor at hand.
  std::vector<std::uint8_t> spent;
  // The word with which the answer begins to the question before it; 0: there is none.
  std::uint32_t answer = 0;
  bool is_question = false;
  // Where the question begins, after something that is told: "Er is hier niks, | waar moet je dan
  // heen?"
  std::uint32_t question = 0;
};

// What part a cue has in a judgement, or why it has none.
enum class CuePart : std::uint8_t {
  applied,
  spent,         // its words are the pattern's own, or those of another of the factor
  no_denial,     // it stands too far from a claim of failure to deny it
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
  // Whether the cue only marks where a clause begins; whether that stands against what came before.
  bool ends_clause(const SequenceMatch& cue) const;
  bool is_contrast(const SequenceMatch& cue) const;
  // `off`: cues that do not count for this target.
  Judgement judge(const SequenceMatch& target, Valence base, const ContextSentence& sentence,
                  CueSet off = {}) const;
  // Whether both are of one class.
  bool is_alike(const SequenceMatch& a, const SequenceMatch& b) const {
    return cue_of(a).cue_class == cue_of(b).cue_class;
  }
  bool is_condition(const SequenceMatch& cue) const {
    return cue_of(cue).cue_class == CueClass::condition;
  }
  // Of `sentence.cues[cue]` in what `judge` made of the target.
  CuePart part_of(std::uint32_t cue, const SequenceMatch& target, Valence base,
                  const ContextSentence& sentence, const Judgement& judged, CueSet off = {}) const;

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
  std::vector<InReach> in_reach(const SequenceMatch& target, Valence base,
                                const ContextSentence& sentence, CueSet off) const;
  bool says_its_own(const SequenceMatch& target, const ContextSentence& sentence) const;
  bool leaves_claim(const InReach& reaching, const SequenceMatch& target, Valence base,
                    const ContextSentence& sentence) const;
  unsigned turns(const ContextSentence& sentence, std::span<const InReach> reaching, Side side,
                 std::vector<std::uint32_t>& used) const;

  bool is_part_of_another(std::uint32_t cue, std::span<const InReach> reaching,
                          const ContextSentence& sentence) const;
  static bool denies(std::span<const InReach> reaching, std::uint32_t cue);
  std::optional<std::uint32_t> negation_by(const SequenceMatch& cue,
                                           const ContextSentence& sentence) const;

  const std::vector<Cue>& cues_;
};

}  // namespace pipeline

// The cues and clauses of one sentence, and what they make of the words in it: "Er was geen
// vertrouwen, maar wel overleg" has the cue "geen", which reaches "vertrouwen", and "maar", which
// keeps it from "overleg".
#pragma once

#include <span>
#include <vector>

#include "pipeline/tag/clause_words.h"
#include "pipeline/tag/context.h"
#include "pipeline/tag/matcher.h"
#include "pipeline/tag/sentence_view.h"

namespace pipeline {

class SentenceContext {
 public:
  // All must outlive it and belong to the same thread.
  SentenceContext(const Context& context, Matcher& matcher, const Vocabulary& vocabulary)
      : context_(context), matcher_(matcher), vocabulary_(vocabulary), clause_words_(vocabulary) {}

  // `matches`: all that count, of any factor.
  void look_at(const SentencePlace& place, const SentenceView& view,
               std::span<const SequenceMatch> matches);
  // To be called before `judge` for the matches of each factor that count: what refers back refers
  // to them, and a cue that is among their words is theirs.
  void attend_to(std::span<const SequenceMatch> matches);
  Judgement judge(const SequenceMatch& target, Valence base, CueSet off = {}) const {
    return context_.judge(target, base, sentence_, off);
  }

  // What part `cues()[cue]` has in what was made of the target.
  CuePart part_of(std::uint32_t cue, const SequenceMatch& target, Valence base,
                  const Judgement& judged, CueSet off = {}) const {
    return context_.part_of(cue, target, base, sentence_, judged, off);
  }

  // What `Judgement::cues` counts.
  const std::vector<SequenceMatch>& cues() const { return sentence_.cues; }

 private:
  void open_clause(const SequenceMatch& cue);
  void join_particles(const SentenceView& view);
  void note_spent(std::span<const SequenceMatch> matches);
  void find_question();
  void find_standings(const SentencePlace& place, const SentenceView& view);

  const Context& context_;
  Matcher& matcher_;
  const Vocabulary& vocabulary_;
  ClauseWords clause_words_;
  ContextSentence sentence_;
  std::vector<ClauseWord> words_;
};

}  // namespace pipeline

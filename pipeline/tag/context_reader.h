// What the words around some words say of them, whatever a lexicon's patterns are: with
// "vertrouwen" in "Er was waarschijnlijk geen vertrouwen" negated by "geen" and made uncertain by
// "waarschijnlijk". For measuring the rules of context on their own.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "pipeline/language/analyse.h"
#include "pipeline/lexicon/lexicon.h"
#include "pipeline/model/factor.h"

namespace pipeline {

enum class Polarity : std::uint8_t { affirmed, negated, twice_negated };

struct AppliedCue {
  Span span;  // its words, first to last
  CueClass cue_class = CueClass::negation;

  friend bool operator==(const AppliedCue&, const AppliedCue&) = default;
};

struct WordsInContext {
  Polarity polarity = Polarity::affirmed;
  Modality modality = Modality::fact;
  std::vector<AppliedCue> cues;  // that had a part in it, in order of beginning

  friend bool operator==(const WordsInContext&, const WordsInContext&) = default;
};

class ContextReader {
 public:
  // Takes the cues of the lexicon only. The vocabulary must outlive it and belongs to the same
  // thread.
  ContextReader(const Lexicon& lexicon, Vocabulary& vocabulary);
  ~ContextReader();
  ContextReader(ContextReader&&) noexcept;

  // Of the words that `target`, a span of `text`, touches, those in the first sentence. Where it
  // touches none, nothing is said of them. An interviewer's words are part of a question.
  WordsInContext operator()(std::string_view text, const Segmented& segmented,
                            const Analysed& analysed, Span target) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace pipeline

// Analysed text -> codings. Each distinct word is held against the lexicon once and becomes a small
// set of integers; patterns are matched over those, longest match first within a factor; cues in
// the clause then turn the valence or set the modality, and all that mattered is kept as evidence.
//   "Er was geen gedeelde visie." -> gedeelde-visie, faal, feit; "gedeelde visie", ontkenning
//   "geen"
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "pipeline/language/analyse.h"
#include "pipeline/lexicon/lexicon.h"
#include "pipeline/model/coding.h"
#include "pipeline/tag/trace.h"

namespace pipeline {

class Tagger {
 public:
  // Compiles the lexicon against a vocabulary, which must outlive the tagger and belongs to the
  // same thread. 1,500 patterns take milliseconds.
  Tagger(const Lexicon& lexicon, Vocabulary& vocabulary);
  ~Tagger();
  Tagger(Tagger&&) noexcept;

  // Codings in order of passage, sentence and factor; one factor once a sentence (twice where
  // opposite valences stand side by side). Spans are of `text`. An interviewer's words are neutral
  // at most; passages that are not to be coded or are in a foreign language have none. Linear in
  // the text, whatever the size of the lexicon.
  std::vector<Coding> operator()(std::string_view text, const Segmented& segmented,
                                 const Analysed& analysed) const;

  // The same, and what all sentences are coded as and why, in one go.
  struct Traced {
    std::vector<Coding> codings;
    std::vector<SentenceTrace> traces;
  };
  Traced traced(std::string_view text, const Segmented& segmented, const Analysed& analysed) const;

  // What the sentences that touch `part`, a span of `text`, are coded as and why, and what did not
  // count. Codes the whole text anew.
  std::vector<SentenceTrace> trace(std::string_view text, const Segmented& segmented,
                                   const Analysed& analysed, Span part) const;

 private:
  struct State;
  Traced traced(std::string_view text, const Segmented& segmented, const Analysed& analysed,
                Span part) const;

  std::unique_ptr<State> state_;
};

}  // namespace pipeline

// All that a lexicon found in a sentence and what became of it, for whoever asks why. In "Er was
// geen gedeelde visie, maar wel contact" the pattern "gedeelde visie" counts and is turned by
// "geen"; "visie" lost to it; "maar" only ended the clause.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "pipeline/model/factor.h"
#include "pipeline/model/span.h"
#include "pipeline/tag/context.h"

namespace pipeline {

struct TracedCue {
  std::size_t cue = 0;  // place in Lexicon::cues
  Span match;
  CuePart part = CuePart::applied;

  friend bool operator==(const TracedCue&, const TracedCue&) = default;
};

struct TracedMatch {
  enum class Fate : std::uint8_t {
    counted,
    outranked,     // another pattern of the factor has its words
    overruled,     // the sentence says the opposite of the factor, and that goes before it
    false_friend,  // it only looks like the factor
    half,          // the other half is nowhere in the passage
    unsupported,   // weak, and nothing else speaks of the factor
    in_heading     // neutral, and stands in a heading
  };
  std::size_t pattern = 0;  // place in Lexicon::patterns
  Span match;
  Fate fate = Fate::counted;
  // What went before it: a place in patterns, or of a false friend in Lexicon::false_friends.
  std::optional<std::size_t> rival;
  Span rival_match = {};
  // What the words around it made of it; of `counted`, `unsupported` and `in_heading`.
  Valence valence = Valence::neutral;
  Modality modality = Modality::fact;
  Decision decision = Decision::interviewer;
  std::vector<TracedCue> cues = {};  // all of the sentence

  friend bool operator==(const TracedMatch&, const TracedMatch&) = default;
};

struct SentenceTrace {
  std::uint32_t sentence = 0;  // of the document
  Span span;
  bool is_interviewer = false, is_heading = false;
  std::vector<TracedMatch> matches;

  friend bool operator==(const SentenceTrace&, const SentenceTrace&) = default;
};

}  // namespace pipeline

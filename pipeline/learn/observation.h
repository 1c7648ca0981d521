// What models see of one sentence: its words and where it stands, and apart from that what the
// lexicon makes of it. "We belden elkaar niet op" has the features w:opbellen, w:elkaar, w:niet and
// the hit communicatie, faal, by a pattern of two words that "niet" turned.
#pragma once

#include <cstdint>
#include <vector>

#include "pipeline/learn/feature_names.h"
#include "pipeline/model/factor.h"

namespace pipeline {

// What the lexicon found of one factor.
struct LexiconHit {
  FactorId factor;
  bool is_counted = false;  // else it fell, and the marks say why
  Valence valence = Valence::neutral;
  Modality modality = Modality::fact;
  std::vector<FeatureId> marks;  // about the match: its strength, its cues; rising, each once

  friend bool operator==(const LexiconHit&, const LexiconHit&) = default;
};

struct Observation {
  std::vector<FeatureId> features;           // rising, each once
  std::vector<LexiconHit> hits;              // one a factor, by factor
  bool is_interviewer = false;               // then every coding is neutral
  std::uint32_t words = 0, known_words = 0;  // words, and those of which the names know the lemma

  friend bool operator==(const Observation&, const Observation&) = default;
};

}  // namespace pipeline

// A coding: this sentence speaks of this factor, in this sense, says this coder, because of these
// words. "Er was geen gedeelde visie" is gedeelde-visie, faal, by the pattern "gedeelde visie" and
// the cue "geen".
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/model/document.h"
#include "pipeline/model/factor.h"
#include "pipeline/model/span.h"

namespace pipeline {

// One reason for a coding: a pattern and the words it matched, a cue that turned the valence or set
// the modality, or a pattern that lost to a longer one and is kept to be seen.
struct Evidence {
  enum class Kind : std::uint8_t { pattern, cue, outranked };
  Kind kind = Kind::pattern;
  std::string rule;    // the pattern as the lexicon writes it, or "ontkenning: geen"
  std::string source;  // where it stands: "visie.toml:12"
  Span match;          // the matched words, first to last

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

enum class CodingStatus : std::uint8_t { proposed, accepted, rejected };

struct Coding {
  std::uint32_t passage = 0;  // index into the document's passages
  Span span;                  // a sentence, or what a person marked
  FactorId factor;
  Valence valence = Valence::neutral;
  Modality modality = Modality::fact;
  std::string coder;  // a person's name, or "lexicon samenwerking@1.0.0"
  CodingStatus status = CodingStatus::proposed;
  std::vector<Evidence> evidence;

  friend bool operator==(const Coding&, const Coding&) = default;
};

}  // namespace pipeline

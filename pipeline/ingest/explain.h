// Why a coding of a stored document is there: the document is coded anew, and what the lexicon
// found in that sentence for that factor is told, with what did not count.
#pragma once

#include <vector>

#include "pipeline/ingest/stages.h"
#include "pipeline/model/coded_document.h"
#include "pipeline/tag/near_miss.h"
#include "pipeline/tag/trace.h"

namespace pipeline {

struct CodingTrace {
  // Whether the lexicon and the program still code so; else the matches say how they code now.
  bool is_current = false;
  std::vector<TracedMatch> matches;  // of the factor in that sentence; spans are of the source
};

CodingTrace explain(const CodedDocument& document, const Coding& coding, const Lexicon& lexicon,
                    Stages& stages);

// Why a text is not coded with a factor: what was found and did not count, and what came near.
// Spans are of `staged.clean.text`.
struct AbsenceTrace {
  Staged staged;
  std::vector<TracedMatch> lost;   // patterns that match and do not count, and why
  std::vector<NearMiss> near;      // patterns that nearly match, nearest first
  std::vector<TracedMatch> found;  // those that count: the factor is there after all

  bool is_coded() const;  // whether the factor is coded after all
  FactorId factor;
};
// `factor`: place in Lexicon::factors.
AbsenceTrace explain_absence(const std::string& text, std::size_t factor, const Lexicon& lexicon,
                             Stages& stages);

// Spans of the clean text brought to the source.
TracedMatch to_source(TracedMatch match, const OffsetMap& map);

}  // namespace pipeline

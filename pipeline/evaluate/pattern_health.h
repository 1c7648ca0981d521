// How each pattern of a lexicon does in a study: how often it codes, where, by whom it was said,
// what people thought of it. "vertrouwensband: 12 treffers in 4 documenten, 9 daarvan in één" leans
// on one conversation.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "pipeline/evaluate/coders.h"
#include "pipeline/model/coded_document.h"
#include "pipeline/model/result.h"
#include "pipeline/model/table.h"

namespace pipeline {

// A pattern that the lexicon has.
struct KnownPattern {
  FactorId factor;
  PatternName name;
  Valence base = Valence::neutral;

  friend bool operator==(const KnownPattern&, const KnownPattern&) = default;
};

struct PatternHealth {
  KnownPattern pattern;
  bool is_known = true;    // false: codings name it, the lexicon has it no more
  std::uint64_t hits = 0;  // codings that rest on it, decided or not
  std::uint64_t lost = 0;  // in which a longer one went before it
  std::uint64_t documents = 0, speakers = 0;
  std::uint64_t accepted = 0, rejected = 0;
  std::uint64_t turned = 0;            // succes that became faal, or the other way about
  std::uint64_t largest_document = 0;  // hits in the document that has most

  friend bool operator==(const PatternHealth&, const PatternHealth&) = default;
};

// One a known pattern, in their order, then those that are known no more. A pattern is known by
// factor and text.
std::vector<PatternHealth> pattern_health(const CorpusFacts& facts, const EvidenceFacts& evidence,
                                          std::span<const KnownPattern> known);

// Orders: treffers, documenten, sprekers, verworpen, gekeerd, grootste (most first), aanvaard
// (least first), patroon (by name). The error names them.
Result<void> sort_health(std::vector<PatternHealth>& patterns, const std::string& order);

// Only those with hits; `most` rows, 0: all.
Table health_table(std::span<const PatternHealth> patterns, std::size_t most = 0);
// Patterns of the lexicon that never code anything, in their order.
Table unused_table(std::span<const PatternHealth> patterns, std::size_t most = 0);

}  // namespace pipeline

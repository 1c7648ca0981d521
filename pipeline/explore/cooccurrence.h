// Which factors are named together: in a sentence, a passage, a turn, a document or a case; more
// often than if each were named for itself, and in the same sense? Vertrouwen and afspraken stand
// in 31 passages together, in 19 of them both as succes.
//   Jaccard   P. Jaccard (1912), on units; LL: T. Dunning (1993), over four cells; statistics/
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "pipeline/explore/subject.h"

namespace pipeline {

// A turn is what one speaker says until another does: passages next to each other; what nobody says
// is in no turn. A sentence is the span of a coding.
enum class TogetherIn : std::uint8_t { sentence, passage, turn, document, case_ };
// Dutch or English names ("zin", "sentence"); the error names the Dutch ones.
Result<TogetherIn> together_in(std::string_view name);

// Units that hold both factors. What a factor is in a unit: succes or faal if it is only that there
// (beside neutraal), mixed if it is both, else neutral. Each unit is in one of the last four.
struct PairCounts {
  std::uint32_t both = 0, documents = 0;  // documents: with such a unit
  std::uint32_t success = 0, failure = 0, mixed = 0, neutral = 0;

  friend bool operator==(const PairCounts&, const PairCounts&) = default;
};

// All pairs of factors, by their numbers in factors_of (items.h), less one.
struct Pairs {
  std::size_t factors = 0;
  std::uint64_t units = 0;          // that take part, whether anything was coded there or not
  std::vector<std::uint32_t> with;  // units with each factor
  std::vector<PairCounts> counts;   // [first * factors + second], first < second

  const PairCounts& of(std::size_t first, std::size_t second) const {
    return counts[std::min(first, second) * factors + std::max(first, second)];
  }
};
// `sentences`: of each passage of the facts; only looked at where sentences are the unit.
Pairs count_pairs(const Subject& subject, TogetherIn in,
                  const std::vector<std::uint32_t>& sentences);

enum class PairMeasure : std::uint8_t { count, jaccard, likelihood };

struct CooccurrenceSpec {
  TogetherIn in = TogetherIn::passage;
  bool as_matrix = false;
  PairMeasure measure = PairMeasure::count;  // of a matrix; a list is sorted by it
  std::uint32_t least = 1;                   // units together, of a list
  std::size_t most = 50;                     // rows of a list; 0: all
};

Table cooccurrence(const Subject& subject, const std::vector<std::uint32_t>& sentences,
                   const CooccurrenceSpec& spec);

}  // namespace pipeline

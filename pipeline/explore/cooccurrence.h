// Which factors are named together: in a sentence, a passage, a turn, by a speaker, in a document
// or a case; more often than if each were named for itself, and in the same sense? Vertrouwen and
// afspraken stand in 31 passages together, in 19 of them both as succes.
//   Jaccard   P. Jaccard (1912), on units; LL: T. Dunning (1993), over four cells; statistics/
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "pipeline/explore/subject.h"

namespace pipeline {

// A turn is what one speaker says until another does: passages next to each other; what nobody says
// is in no turn. Of a speaker is all that he says, in several documents if a table says so. A
// sentence is the span of a coding.
enum class TogetherIn : std::uint8_t { sentence, passage, turn, speaker, document, case_ };
// Dutch or English names, one or many ("zin", "sentences"); the error names the Dutch ones.
Result<TogetherIn> together_in(std::string_view name);
// "zin", "zinnen", in the language that is spoken.
struct TogetherWords {
  std::string_view one, many;
};
TogetherWords unit_words(TogetherIn in);

// Units that hold both factors. What a factor is in a unit: succes or faal if it is only that there
// (beside neutraal), mixed if it is both, else neutral. Each unit is in one of the last four.
struct PairCounts {
  std::uint32_t both = 0;
  std::uint32_t documents = 0;  // with such a unit; none is counted where units reach over several
  std::uint32_t success = 0, failure = 0, mixed = 0, neutral = 0;

  friend bool operator==(const PairCounts&, const PairCounts&) = default;
};

// All pairs of factors, by their numbers in factors_of (items.h), less one.
struct Pairs {
  std::size_t factors = 0;
  std::vector<std::uint32_t> with;                 // units with each factor
  std::vector<std::uint32_t> successes, failures;  // codings of each factor, in a unit or in none
  std::vector<PairCounts> counts;                  // [first * factors + second], first < second

  const PairCounts& of(std::size_t first, std::size_t second) const {
    return counts[std::min(first, second) * factors + std::max(first, second)];
  }
};
Pairs count_pairs(const Subject& subject, TogetherIn in);
// How many units take part, whether anything was coded there or not. `sentences`: of each passage
// of the facts; only looked at where sentences are the unit.
std::uint64_t units_in(const Subject& subject, TogetherIn in,
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

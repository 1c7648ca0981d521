// What people decided about a lexicon's proposals in a study, and what they coded themselves: of 20
// proposals for "vertrouwen" 12 were accepted and 4 rejected, 4 are open; 3 sentences that someone
// coded so the lexicon passed over.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "pipeline/evaluate/coders.h"
#include "pipeline/model/coded_document.h"
#include "pipeline/model/factor.h"
#include "pipeline/model/table.h"

namespace pipeline {

// What a coding is, seen from the lexicon.
enum class Verdict : std::uint8_t {
  open,      // proposed, not decided
  accepted,  // and so right
  rejected,
  found,   // coded by a person; the lexicon has the factor there too, if not accepted
  missed,  // coded by a person only
  same,    // coded by a person, and counted already: as accepted, or for another person
};

// One a coding of the facts. Codings of one factor are about the same where their spans overlap in
// one passage. What a person withdrew (a rejected coding of their own) is `same`.
std::vector<Verdict> verdicts(const CorpusFacts& facts);

struct DecisionCounts {
  std::uint64_t open = 0, accepted = 0, rejected = 0, found = 0, missed = 0;

  bool is_any_decided() const { return accepted + rejected + found + missed > 0; }
  friend bool operator==(const DecisionCounts&, const DecisionCounts&) = default;
};
DecisionCounts count_decisions(std::span<const Verdict> verdicts);

enum class DecisionRows : std::uint8_t { coder, factor, valence, pattern };
// Precision is of what was decided; recall of what people accepted or coded. Patterns only have
// proposals, and stand in the order of their rejections.
Table decision_table(const CorpusFacts& facts, const EvidenceFacts& evidence,
                     std::span<const Factor> factors, DecisionRows rows);

}  // namespace pipeline

// The rating matrix: what each factor was for each case. A cell holds counts by valence, who said
// it, the two strongest quotations each way, a proposal by a rule that can be changed, and what a
// person made of it. vertrouwen x westerbeek -> 7 succes, 1 faal, 3 speakers, +2.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "pipeline/model/coded_document.h"
#include "pipeline/model/factor.h"
#include "pipeline/model/rating.h"
#include "pipeline/model/result.h"
#include "pipeline/report/dimension.h"
#include "pipeline/report/frequency.h"
#include "pipeline/report/scope.h"

namespace pipeline {

struct MatrixSpec {
  std::string columns = "case";
  RatingRule rule;
  bool empty_factors = false;
  FrequencyScope scope;
};

struct RatedCell {
  std::uint32_t success = 0, failure = 0, neutral = 0;
  std::uint32_t sources = 0;        // speakers, and documents where nobody is named
  std::vector<std::string> roles;   // attribute rol of those who speak, in order of the alphabet
  std::vector<CodingId> codings;    // all of them
  std::vector<CodingId> successes;  // the strongest, at most two
  std::vector<CodingId> failures;
  Rating proposal = Rating::missing;
  std::optional<ConfirmedRating> confirmed;
  bool is_changed = false;  // what it was confirmed on is not what is there now

  Rating rating() const { return confirmed ? *confirmed->rating : proposal; }
  bool has_anything() const { return !codings.empty() || confirmed; }
};

struct RatingMatrix {
  Dimension factors, columns;    // columns: without "(geen)"
  std::vector<RatedCell> cells;  // row by row
  Selection selection;
  std::vector<ConfirmedRating> without_cell;  // confirmed, of what is not in the matrix any more

  const RatedCell& at(std::size_t factor, std::size_t column) const {
    return cells[factor * columns.values.size() + column];
  }
  RatedCell& at(std::size_t factor, std::size_t column) {
    return cells[factor * columns.values.size() + column];
  }
};

// `evidence`: which patterns codings rest on. Error: no such attribute, or one of codings.
Result<RatingMatrix> rating_matrix(const CorpusFacts& facts, const EvidenceFacts& evidence,
                                   std::span<const Factor> factors, const MatrixSpec& spec,
                                   std::span<const ConfirmedRating> confirmed);

// The rules in words, as notes.
std::vector<std::string> rule_notes(const RatingRule& rule);

}  // namespace pipeline

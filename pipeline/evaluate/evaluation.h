// A lexicon as one more coder: its codings of sentences held against people's, and people's against
// each other, as Tables. Of factor "vertrouwen" the lexicon gave 20, of which 15 stand in the
// consensus: precision 75 % (53 to 89).
#pragma once

#include <span>
#include <string>
#include <vector>

#include "pipeline/evaluate/coders.h"
#include "pipeline/evaluate/compare.h"
#include "pipeline/model/factor.h"
#include "pipeline/model/result.h"
#include "pipeline/model/table.h"

namespace pipeline {

struct Evaluation {
  CoderCodings lexicon;
  std::vector<CoderCodings> people;  // at least one; names differ; the same units as the lexicon
  std::vector<Factor> factors;       // of the lexicon, in its order
  Reference reference;               // what tables but the first hold the lexicon against
};

// `against`: the name of one of the people; empty: the consensus of all. The error names them.
Result<Reference> reference_named(std::span<const CoderCodings> people, const std::string& against);

// One row a comparison: the lexicon with the consensus, with each person, people in pairs.
Table overview_table(const Evaluation& evaluation);
// Factors in the order of the lexicon, those that it lacks after them; with the people's own F1 and
// kappa (mean over pairs) beside them.
Table factor_table(const Evaluation& evaluation);
// succes, faal, neutraal: codings with that valence, and what the lexicon made of them.
Table valence_table(const Evaluation& evaluation);
// Patterns that stand in a coding, those that were wrong most often first.
Table pattern_table(const Evaluation& evaluation);

// A macro mean is over factors with at least so many codings in the reference.
inline constexpr std::uint64_t macro_minimum = 5;

}  // namespace pipeline

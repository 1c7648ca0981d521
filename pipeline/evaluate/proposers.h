// Several proposers held against what people say of the same sentences: the lexicon by itself, what
// was learned, and both together, in a row each, or in columns beside each other by factor.
#pragma once

#include <span>

#include "pipeline/evaluate/coders.h"
#include "pipeline/evaluate/compare.h"
#include "pipeline/model/factor.h"
#include "pipeline/model/table.h"

namespace pipeline {

// Precision, recall, F1 and F1 with valence of each, with 95 % intervals.
Table proposers_table(std::span<const CoderCodings> proposers, const Reference& reference);
// The same by valence: succes, faal, neutraal; F1 of each proposer.
Table proposers_by_valence(std::span<const CoderCodings> proposers, const Reference& reference);
// Factors in the order of `factors`, those that these lack after them.
Table proposers_by_factor(std::span<const CoderCodings> proposers, const Reference& reference,
                          std::span<const Factor> factors);

}  // namespace pipeline

#include "pipeline/ingest/study_matrix.h"

#include <set>
#include <utility>

#include "pipeline/ingest/rating_basis.h"

namespace pipeline {
namespace {

using CellName = std::pair<std::string, std::string>;  // factor and column

CellName name_of(const ConfirmedRating& rating) {
  return {rating.factor, rating.value};
}

std::set<CellName> changed_in(const RatingMatrix& whole, const Store& store) {
  std::set<CellName> changed;
  for (const RatedCell& cell : whole.cells)
    if (cell.confirmed && rating_basis(store, cell.codings) != cell.confirmed->basis)
      changed.insert(name_of(*cell.confirmed));
  return changed;
}

}  // namespace

Result<RatingMatrix> study_matrix(const Store& store, const CorpusFacts& facts,
                                  std::span<const Factor> factors, const MatrixSpec& spec) {
  const EvidenceFacts evidence = store.evidence(facts);
  const std::vector<ConfirmedRating> confirmed = store.ratings();
  auto matrix = rating_matrix(facts, evidence, factors, spec, confirmed);
  if (!matrix || confirmed.empty()) return matrix;
  // Ratings were given on all that is said of a factor in a case, whatever this matrix is
  // restricted to.
  std::set<CellName> changed;
  if (spec.scope == FrequencyScope{}) {
    changed = changed_in(*matrix, store);
  } else {
    MatrixSpec unrestricted = spec;
    unrestricted.scope = {};
    const auto whole = rating_matrix(facts, evidence, factors, unrestricted, confirmed);
    if (!whole) return tl::unexpected(whole.error());
    changed = changed_in(*whole, store);
  }
  for (RatedCell& cell : matrix->cells)
    cell.is_changed = cell.confirmed && changed.contains(name_of(*cell.confirmed));
  return matrix;
}

}  // namespace pipeline

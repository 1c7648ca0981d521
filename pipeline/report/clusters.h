// What can be dealt out by chance over the columns of a table, so that what one source says often
// is not taken for independent: whole documents; of a document whose speakers lie in several
// columns, its speakers.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/report/counted.h"

namespace pipeline {

struct Clusters {
  std::string plural;                // "documenten", "documenten en sprekers"
  Dimension of;                      // of passages; the last value: those in no tested column
  std::vector<std::uint32_t> group;  // of each cluster: its place in `columns`
};

// `columns`: those that are compared. None where the columns are no matter of whole passages, where
// a speaker lies in two of them, or where no column has more than one to deal out.
std::optional<Clusters> find_clusters(const CorpusFacts& facts, const CountedCells& counted,
                                      const std::vector<std::size_t>& columns);

}  // namespace pipeline

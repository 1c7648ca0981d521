// The lines of a concordance, from the passages that a query finds: only those that will be shown
// are made, the others are counted.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/cli/searching.h"
#include "pipeline/search/concordance.h"

namespace pipeline {

struct WantedLines {
  KwicWindow window;
  std::vector<std::string> columns;  // document, spreker, tijd, valentie or an attribute
  std::vector<KwicKey> keys;         // to sort by
  std::uint64_t most = 0;
  std::uint64_t sample = 0, seed = 1;  // draw so many of all first; 0: do not draw
};

struct Concordance {
  std::vector<KwicLine> lines;
  std::uint64_t all = 0, passages = 0;  // hits, and the passages that were found
};

// Memory: the lines that are wanted, and four bytes a passage for a sample.
Concordance concordance_of(const Searcher& searcher, const PreparedQuery& query,
                           const WantedLines& wanted);

}  // namespace pipeline

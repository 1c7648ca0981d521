// Where a query stands in the passages that it finds, as positions of their words (index/stream.h):
// "vertrouwen" in "er is vertrouwen" stands at 3. For what counts the words around it.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "pipeline/index/index.h"
#include "pipeline/search/search.h"

namespace pipeline {

struct FoundPlaces {
  PassageId passage{};
  std::vector<std::uint32_t> positions;  // rising, each once

  friend bool operator==(const FoundPlaces&, const FoundPlaces&) = default;
};

// Whether it asks for codings, whose words the index does not know: of a pattern it has the first.
bool asks_for_codings(const PreparedQuery& query);

// In the passage with this stream, rising, each once.
std::vector<std::uint32_t> positions_of(const PreparedQuery& query, std::string_view stream);

// `passages` rise; those where the query has no place are left out. Reads the index alone.
std::vector<FoundPlaces> places_of(const Index& index, const PreparedQuery& query,
                                   std::span<const PassageId> passages);

}  // namespace pipeline

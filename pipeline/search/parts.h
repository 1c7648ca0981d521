// What the parts of a query find by themselves, for who finds nothing with all of them together:
//   vertrouwen rol:wethouder binnen:zin  ->  vertrouwen 43, rol:wethouder 0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/search/search.h"

namespace pipeline {

struct QueryPart {
  std::string text;  // as it stands in the query
  std::uint64_t passages = 0;

  friend bool operator==(const QueryPart&, const QueryPart&) = default;
};

// Parts that must all be there (AND, NEAR, binnen:), in the order of `query`; empty where it has no
// two of them, or cannot be read. What must not be there (NOT) is no part. Cost: a search each.
std::vector<QueryPart> parts_alone(const Search& search, std::string_view query);

}  // namespace pipeline

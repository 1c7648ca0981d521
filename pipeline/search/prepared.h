// What is inside a PreparedQuery.
#pragma once

#include <memory>

#include "pipeline/search/match.h"
#include "pipeline/search/search.h"

namespace Xapian {
class Query;
}

namespace pipeline {

struct PreparedQuery::State {
  MatchNode meaning;
  std::shared_ptr<const Xapian::Query> passages;
};

}  // namespace pipeline

// `binnen:zin` among the parts of a query: it says where the others must stand together, and goes
// from a part among others to what holds them: (within (all visie gemeente) binnen:zin).
#pragma once

#include <cstdint>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "pipeline/search/query.h"

namespace pipeline {

struct QueryMistake {
  std::string message;
  std::uint32_t offset = 0;  // in the query
};

bool is_scope(const QueryNode& node);

// One node of that kind; a single child is itself.
QueryNode join(QueryNode::Kind kind, std::vector<QueryNode> children);

// What stands side by side in a query, one or more of it, as one node.
tl::expected<QueryNode, QueryMistake> gather(std::vector<QueryNode> parts);

}  // namespace pipeline

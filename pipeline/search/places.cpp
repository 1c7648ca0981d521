#include "pipeline/search/places.h"

#include <algorithm>

#include "pipeline/index/passage_words.h"
#include "pipeline/search/match.h"
#include "pipeline/search/prepared.h"

namespace pipeline {
namespace {

bool has_coding(const MatchNode& node) {
  return node.kind == MatchNode::Kind::coding || std::ranges::any_of(node.children, has_coding);
}

}  // namespace

bool asks_for_codings(const PreparedQuery& query) {
  return has_coding(query.state().meaning);
}

std::vector<std::uint32_t> positions_of(const PreparedQuery& query, std::string_view stream) {
  std::vector<std::uint32_t> positions;
  for (const HitPlace& hit : hit_places(query.state().meaning, stream))
    positions.push_back(hit.position);
  std::ranges::sort(positions);
  positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
  return positions;
}

std::vector<FoundPlaces> places_of(const Index& index, const PreparedQuery& query,
                                   std::span<const PassageId> passages) {
  std::vector<FoundPlaces> found(passages.size());
  for_each_stream(index, passages, [&](std::size_t place, std::string_view stream) {
    found[place] = {passages[place], positions_of(query, stream)};
  });
  std::erase_if(found, [](const FoundPlaces& it) { return it.positions.empty(); });
  return found;
}

}  // namespace pipeline

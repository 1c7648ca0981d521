#include "pipeline/search/places.h"

#include <algorithm>

#include "pipeline/index/fields.h"
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

std::vector<FoundPlaces> places_of(const Index& index, const PreparedQuery& query,
                                   std::span<const PassageId> passages) {
  std::vector<FoundPlaces> found(passages.size());
  for_each_stream(index, passages, [&](std::size_t place, std::string_view stream) {
    found[place].passage = passages[place];
    auto& positions = found[place].positions;
    for (const HitPlace& hit : hit_places(query.state().meaning, stream))
      positions.push_back(hit.position);
    std::ranges::sort(positions);
    positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
  });
  std::erase_if(found, [](const FoundPlaces& it) { return it.positions.empty(); });
  return found;
}

FoundPlaces places_of(PassageId passage, const FoundHits& found) {
  FoundPlaces places{passage, {}};
  std::uint32_t position = 0;
  auto hit = found.hits.begin();
  for (const Sentence& sentence : found.segmented.sentences) {
    const std::uint32_t before = position;
    for (std::uint32_t t = sentence.first_token; t < sentence.end_token; ++t) {
      const Token& token = found.segmented.tokens[t];
      if (!token.is_word()) continue;
      ++position;
      while (hit != found.hits.end() && hit->end <= token.span.begin) ++hit;
      if (hit != found.hits.end() && overlap(*hit, token.span))
        places.positions.push_back(position);
    }
    if (position != before) position += sentence_gap;
  }
  return places;
}

}  // namespace pipeline

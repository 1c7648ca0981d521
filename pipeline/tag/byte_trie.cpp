#include "pipeline/tag/byte_trie.h"

#include <utility>

namespace pipeline {
namespace {

constexpr unsigned first_bits = 8;

}  // namespace

ByteTrie::ByteTrie()
    : edges_(std::size_t{1} << first_bits), shift_(64 - first_bits), first_value_{none} {}

void ByteTrie::insert(std::string_view key, std::uint32_t value) {
  std::uint32_t node = 0;
  for (const char byte : key) {
    const std::uint32_t known = child(node, byte);
    node = known == none ? add_child(node, byte) : known;
  }
  values_.push_back({value, first_value_[node]});
  first_value_[node] = static_cast<std::uint32_t>(values_.size() - 1);
}

std::uint32_t ByteTrie::add_child(std::uint32_t node, char byte) {
  if (first_value_.size() * 2 > edges_.size()) grow();
  const auto added = static_cast<std::uint32_t>(first_value_.size());
  first_value_.push_back(none);
  const std::uint64_t key = key_of(node, byte);
  std::size_t slot = slot_of(key);
  while (edges_[slot].key != 0) slot = (slot + 1) & (edges_.size() - 1);
  edges_[slot] = {key, added};
  return added;
}

void ByteTrie::grow() {
  const std::vector<Edge> old = std::exchange(edges_, std::vector<Edge>(edges_.size() * 2));
  --shift_;
  for (const Edge& edge : old) {
    if (edge.key == 0) continue;
    std::size_t slot = slot_of(edge.key);
    while (edges_[slot].key != 0) slot = (slot + 1) & (edges_.size() - 1);
    edges_[slot] = edge;
  }
}

}  // namespace pipeline

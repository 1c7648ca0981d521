// Strings -> numbers, asked by "which of you does this text begin with?": with "zorg" and "zo" in
// it, "zorgen" gives both. A text that is far from all of them is left after two or three letters,
// however many strings there are.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace pipeline {

class ByteTrie {
 public:
  ByteTrie();
  // One string may bear several numbers.
  void insert(std::string_view key, std::uint32_t value);
  bool empty() const { return values_.empty(); }

  // Calls take(value, length of the key) for each key that `text` begins with.
  template <typename Take>
  void prefixes(std::string_view text, Take take) const {
    std::uint32_t node = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      node = child(node, text[i]);
      if (node == none) return;
      for (std::uint32_t v = first_value_[node]; v != none; v = values_[v].next)
        take(values_[v].value, i + 1);
    }
  }

 private:
  static constexpr std::uint32_t none = ~std::uint32_t{0};
  struct Edge {
    std::uint64_t key = 0;  // parent node and byte, plus one; 0: free
    std::uint32_t node = 0;
  };
  struct Value {
    std::uint32_t value, next;
  };

  static std::uint64_t key_of(std::uint32_t node, char byte) {
    return ((std::uint64_t{node} << 8) | static_cast<unsigned char>(byte)) + 1;
  }
  std::size_t slot_of(std::uint64_t key) const {
    return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15ULL) >> shift_);
  }
  std::uint32_t child(std::uint32_t node, char byte) const {
    const std::uint64_t key = key_of(node, byte);
    for (std::size_t slot = slot_of(key);; slot = (slot + 1) & (edges_.size() - 1)) {
      if (edges_[slot].key == key) return edges_[slot].node;
      if (edges_[slot].key == 0) return none;
    }
  }
  std::uint32_t add_child(std::uint32_t node, char byte);
  void grow();

  std::vector<Edge> edges_;  // open addressing, a power of two
  unsigned shift_ = 0;       // 64 - log2 of its size
  std::vector<std::uint32_t> first_value_;
  std::vector<Value> values_;
};

}  // namespace pipeline

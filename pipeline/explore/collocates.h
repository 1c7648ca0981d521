// The words that stand around others: what is said next to "gemeente", or next to all that is coded
// as vertrouwen? Neighbours are counted within so many words, or within the sentence; never across
// the end of a sentence.
//   logDice   P. Rychly (2008); MI: K. Church and P. Hanks (1990), not multiplied by the window
//   LL        of the words in windows against all other words, four cells: T. Dunning (1993), S.
//             Evert, "Corpora and collocations" (2008), section 4.2
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/explore/items.h"
#include "pipeline/search/places.h"

namespace pipeline {

inline constexpr std::uint32_t whole_sentence = 0;

struct Neighbours {
  std::uint64_t left = 0, right = 0;
  std::uint32_t documents = 0, speakers = 0;

  std::uint64_t both() const { return left + right; }
  friend bool operator==(const Neighbours&, const Neighbours&) = default;
};

struct CollocateCounts {
  std::vector<Neighbours> of;      // by number of the word
  std::vector<std::uint64_t> all;  // occurrences, by number, in all passages that take part
  std::uint64_t words = 0;         // in those
  std::uint64_t nodes = 0, node_words = 0;
  std::uint64_t window_words = 0;  // words that are a neighbour of some node
};

// Words next to each other that were found are one node. A word in the windows of two nodes is a
// neighbour once, of the nearest (the one before it, where both are as near). The words of nodes
// are nobody's neighbours. `found`: by passage, rising.
CollocateCounts count_collocates(const Subject& subject, const Items& words,
                                 std::span<const FoundPlaces> found, std::uint32_t window);

enum class CollocateOrder : std::uint8_t { log_dice, likelihood, mutual_information, count };

struct CollocateSpec {
  std::string query;
  std::uint32_t window = 5;  // words on either side; whole_sentence
  std::uint64_t least = 3;
  CollocateOrder order = CollocateOrder::log_dice;
  std::size_t most = 50;
  std::function<bool(std::string_view)> is_left_out = {};
};

Table collocates(const Subject& subject, const Items& words, std::span<const FoundPlaces> found,
                 const CollocateSpec& spec);

}  // namespace pipeline

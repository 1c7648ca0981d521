// What stands out in one part of a corpus against another: which words, or which factors, do those
// who tell of success say more often than those who tell of failure? "samen" 41 times in 12,000
// words against 9 in 11,000.
//   LL            T. Dunning (1993), over four cells; statistics/contingency.h
//   log ratio     A. Hardie (2014); simple maths: A. Kilgarriff (2009); statistics/association.h
//   p             of LL as a chi-square of one degree, for all items together after S. Holm (1979)
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/explore/items.h"
#include "pipeline/search/places.h"

namespace pipeline {

enum class KeyOrder : std::uint8_t { likelihood, ratio, simple_maths };
enum class KeySide : std::uint8_t { both, in, against };

struct KeynessSpec {
  std::string in_query, against_query;  // against_query empty: all other passages
  std::vector<PassageId> in;            // rising
  std::optional<std::vector<PassageId>> against;
  // Where they are given, of those passages only the sentences in which the query has a place take
  // part, by the positions that it hits; rising by passage.
  std::optional<std::vector<FoundPlaces>> in_places, against_places;
  std::uint64_t least = 3;  // occurrences, where there are more of them
  double added = 100;       // of simple maths, a million
  KeyOrder order = KeyOrder::likelihood;
  KeySide side = KeySide::both;
  std::size_t most = 50;                                   // of each side; 0: all
  std::function<bool(std::string_view)> is_left_out = {};  // words that are not shown
};

// Both subsets, less the passages (or sentences) that are in both.
struct Subset {
  std::vector<std::uint32_t> passages;    // places in the facts, rising
  std::optional<PassageItems> sentences;  // of them, where not all of a passage takes part
  std::uint64_t units = 0, words = 0;     // passages or sentences
};
struct Subsets {
  Subset in, against;
  std::uint64_t shared_units = 0, shared_words = 0;
};
Subsets subsets_of(const Subject& subject, const Items& items, const KeynessSpec& spec);

struct Key {
  std::uint32_t item = 0;
  Spread in, against;
  double likelihood = 0, ratio = 0, simple_maths = 0, p = 1;

  bool stands_out() const { return ratio > 0; }  // in, rather than against
};

// By number, as SpreadCounter gives them; those of which there are `least`, strongest first.
std::vector<Key> keys_of(std::span<const Spread> in, std::span<const Spread> against,
                         std::uint64_t in_words, std::uint64_t against_words,
                         const KeynessSpec& spec);

// The error says that a subset has no words.
Result<Table> keyness(const Subject& subject, const Items& items, const KeynessSpec& spec);

}  // namespace pipeline

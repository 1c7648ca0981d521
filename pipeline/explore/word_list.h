// The words of a study, or two to four of them next to each other in a sentence, with how often and
// how widely they stand: "samen" 412 times, in 38 documents; "op een lijn" 9 times.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "pipeline/explore/items.h"
#include "pipeline/search/places.h"

namespace pipeline {

inline constexpr unsigned longest_ngram = 4;

// So many words next to each other, numbered where they begin; those that stand fewer than `least`
// times have no number. Cost: `length` times all words.
Items ngrams_of(const Items& words, unsigned length, std::uint64_t least,
                const std::vector<std::uint32_t>& passages);

enum class WordOrder : std::uint8_t { count, spread, alphabet };

// The words that some coding rests on: where its evidence stands, by passage, rising.
struct Touched {
  std::vector<FoundPlaces> places;
  std::function<bool(std::string_view)> is_function_word;  // does not count in the totals
};
// How often each item stands at those places, in the passages that take part.
std::vector<std::uint64_t> count_at(const Subject& subject, const Items& items,
                                    std::span<const FoundPlaces> places);

struct WordListSpec {
  unsigned length = 1;
  std::uint64_t least = 1;  // groups that stand once are never listed
  WordOrder order = WordOrder::count;
  std::size_t most = 50;
  std::function<bool(std::string_view)> is_left_out = {};  // of more words: the first or the last
  std::optional<Touched> touched = {};                     // of single words: how many of them are
};

Table word_list(const Subject& subject, const Items& words, const WordListSpec& spec);

}  // namespace pipeline

// The words of all passages as numbers, read from the index in one go, for those who count them
// all: lists of words, keyness, dispersion. "We delen een visie." is 1 2 3 4 0; the next "visie" is
// a 4 again. Four bytes a word: 3.7 million words take 15 MB.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/index/index.h"

namespace pipeline {

// Numbers terms as they come, from 1. Not for two threads at once.
class TermNumbers {
 public:
  TermNumbers();
  std::uint32_t number(std::string_view term);
  // 0: it has none.
  std::uint32_t find(std::string_view term) const;
  std::string_view text(std::uint32_t number) const {
    return std::string_view(texts_).substr(ends_[number - 1], ends_[number] - ends_[number - 1]);
  }
  std::size_t size() const { return ends_.size() - 1; }

 private:
  // A part of the hash, so that other words at a place are seldom looked at.
  struct Slot {
    std::uint32_t hash = 0, number = 0;  // number 0: free
  };
  std::size_t place_of(std::string_view term, std::uint64_t hash) const;
  void grow();

  std::string texts_;
  std::vector<std::size_t> ends_{0};  // of the texts, one behind the other
  std::vector<Slot> slots_;           // a power of two
};

// What stands in each passage of a list: numbers in the order of the text, with a 0 after each
// sentence.
struct PassageItems {
  struct Place {
    std::size_t begin = 0, end = 0;
  };
  std::vector<Place> places;  // a passage each
  std::vector<std::uint32_t> items;

  std::span<const std::uint32_t> of(std::size_t passage) const {
    return std::span(items).subspan(places[passage].begin,
                                    places[passage].end - places[passage].begin);
  }
};

// A lemma as its sentence has it: of "werkten ... samen" the verb is samenwerken, and "samen" stays
// a word. Forms are folded; an index without exact forms has lemmas in their place.
enum class WordKind : std::uint8_t { lemmas, forms };

// Calls `take` with the place in `ids`, which rise, and the stream (stream.h) of each passage that
// the index has, in its order.
using TakeStream = std::function<void(std::size_t, std::string_view)>;
void for_each_stream(const Index& index, std::span<const PassageId> ids, const TakeStream& take);

// The words of one stream (stream.h) behind what `items` holds.
void append_words(std::string_view stream, WordKind kind, TermNumbers& terms,
                  std::vector<std::uint32_t>& items);

// Of the passages `ids`, which rise; one that the index lacks has no words. Cost: all of the
// index's words.
PassageItems read_words(const Index& index, std::span<const PassageId> ids, WordKind kind,
                        TermNumbers& terms);

// How many sentences with words each of those passages has; much cheaper than its words.
std::vector<std::uint32_t> sentences_in(const Index& index, std::span<const PassageId> ids);

}  // namespace pipeline

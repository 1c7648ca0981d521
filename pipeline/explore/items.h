// What is counted, words or factors, as numbers by passage; and how often and how widely each of
// them stands in some passages: "vertrouwen" 41 times, in 12 documents, with 9 speakers.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/explore/subject.h"
#include "pipeline/index/passage_words.h"

namespace pipeline {

struct Items {
  PassageItems of;    // a passage of the facts each
  TermNumbers names;  // a lemma or form, folded; of a factor its id
  About about = About::words;
  WordKind kind = WordKind::lemmas;

  std::size_t size() const { return names.size(); }
};

// In their order.
std::vector<PassageId> passage_ids(const CorpusFacts& facts);

// Cost: all words of the index.
Items words_of(const Index& index, const CorpusFacts& facts, WordKind kind);
// A factor once for each coding that takes part. Factors are numbered in the order of the lexicon.
Items factors_of(const Subject& subject);

// "Geteld: woorden, als lemma ...": the first note of a table.
std::string unit_note(const Items& items);

struct Spread {
  std::uint64_t occurrences = 0;
  std::uint32_t documents = 0, speakers = 0;

  friend bool operator==(const Spread&, const Spread&) = default;
};

// In how many units each item stands, by number. `passages`: places in the facts, each once;
// `unit`: of each passage of the facts (report/count.h), those without one count for none.
std::vector<std::uint32_t> units_with(const PassageItems& of, std::size_t items,
                                      std::span<const std::uint32_t> passages,
                                      const std::vector<std::uint32_t>& unit);

// Counts items in passages. A person of several documents is one speaker; what nobody says counts
// for none.
class SpreadCounter {
 public:
  explicit SpreadCounter(const CorpusFacts& facts);
  // By number; [0] counts nothing.
  std::vector<Spread> operator()(const PassageItems& of, std::size_t items,
                                 std::span<const std::uint32_t> passages) const;

 private:
  std::vector<std::uint32_t> documents_, speakers_;
};

// How many words those passages have, as their items count them.
std::uint64_t words_in(const CorpusFacts& facts, const Items& items,
                       std::span<const std::uint32_t> passages);

}  // namespace pipeline

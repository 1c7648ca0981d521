// Keyword in context: each hit of a query on a line of its own, with what stands before and after
// it, sorted by the words beside it.
//   ... na twee jaar was er eindelijk  [vertrouwen]  tussen de partijen ...
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/model/document.h"
#include "pipeline/model/result.h"
#include "pipeline/search/hit_finder.h"

namespace pipeline {

enum class KwicUnit : std::uint8_t { words, sentence, passage };

// How much stands on either side: at most so many words of the passage, or the rest of the sentence
// or passage.
struct KwicWindow {
  KwicUnit unit = KwicUnit::words;
  std::uint32_t left = 8, right = 8;  // words
};
inline constexpr std::size_t kwic_sort_words = 5;

struct KwicLine {
  PassageId passage{};
  Span span;                               // of the node, in the passage's text
  std::string left, node, right;           // as they stand there, white space between them too
  std::vector<std::string> before, after;  // folded words beside the node, nearest first
  std::vector<std::string> values;         // whatever else is told of it; lines sort by it, too

  friend bool operator==(const KwicLine&, const KwicLine&) = default;
};

// A line for each stretch of hits without other words in between, in the order of the text; `text`
// is what the hits were found in. Values are left to the caller.
std::vector<KwicLine> kwic_lines(std::string_view text, const FoundHits& found, PassageId passage,
                                 const KwicWindow& window);

// L1 is the word before the node, R2 the second one behind it; anything else names a column.
struct KwicKey {
  enum class Kind : std::uint8_t { before, after, value };
  Kind kind = Kind::after;
  std::size_t place = 0;  // of a word, from 0; of a value, in KwicLine::values

  friend bool operator==(const KwicKey&, const KwicKey&) = default;
};

// "R1,R2,rol"; `values` names what KwicLine::values holds. Words go as far as L5 and R5.
Result<std::vector<KwicKey>> kwic_keys(std::string_view text, std::span<const std::string> values);

// By the first key, then the next; what is equal stays in its order. A word that is not there comes
// first.
void sort_lines(std::vector<KwicLine>& lines, std::span<const KwicKey> keys);

// The first so many of the lines that pass by, by their keys: holds twice that number at most.
class FirstLines {
 public:
  FirstLines(std::uint64_t most, std::vector<KwicKey> keys) : most_(most), keys_(std::move(keys)) {}

  // Whether a line that comes after all these may be among the first.
  bool takes_more() const { return !keys_.empty() || lines_.size() < most_; }
  void add(KwicLine line);
  std::vector<KwicLine> take();

 private:
  std::uint64_t most_;
  std::vector<KwicKey> keys_;
  std::vector<KwicLine> lines_;
};

// How many lines hits at these places of a passage's stream make, which rise (search/places.h).
// None where that is for the text to tell: words right behind one another are one node, unless
// there is a comma between them.
std::optional<std::size_t> count_lines(std::span<const std::uint32_t> positions);

// So many of the numbers below `all`, drawn without preference, rising; all of them, if there are
// no more. The same seed draws the same. Cost and memory: what is drawn.
std::vector<std::uint64_t> draw_places(std::uint64_t all, std::uint64_t number, std::uint64_t seed);

}  // namespace pipeline

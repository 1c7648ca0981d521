// Patterns of a factor that nearly match a sentence, and what keeps them from it: of `vertrouwen
// [3] winnen` in "Zij hebben ons vertrouwen" the word `winnen` is missing.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/tag/pieces.h"

namespace pipeline {

struct NearMiss {
  enum class Reason : std::uint8_t {
    missing,      // a piece is nowhere in the sentence
    too_far,      // more words in between than the pattern allows
    broken,       // a comma or the like in between
    order,        // the pieces stand the other way about
    other_form,   // `words` is a form of what is asked for exactly
    in_compound,  // `words` holds it as a part of a compound
    other_class   // `words` is no noun (verb ...) here
  };
  std::size_t pattern = 0;  // place in Lexicon::patterns
  Reason reason = Reason::missing;
  std::vector<Span> found;  // pieces that are there, in order
  std::string wanted;       // the piece that is not, as a pattern: "winnen", "<partij>"
  Span words = {};          // what comes near it
  std::uint32_t between = 0, allowed = 0;  // words: too_far
  double share = 0;                        // of the pattern that is there, 0 to 1

  friend bool operator==(const NearMiss&, const NearMiss&) = default;
};

// Nearest first: those of which most is there. Only patterns of which a word of content, or
// something much like it, is there and that do not match. `finder` looks at the sentence and is of
// the same factor; a pattern whose halves stand in different sentences is left out.
std::vector<NearMiss> near_misses(const Lexicon& lexicon, std::size_t factor, PieceFinder& finder,
                                  Vocabulary& vocabulary);

// A piece as a lexicon writes it, of alternatives the first three: "(contact|overleg|gesprek|…)".
std::string piece_text(const PatternNode& node);

}  // namespace pipeline

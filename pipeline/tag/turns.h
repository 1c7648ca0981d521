// The second halves of patterns such as `vertrouwen ~beurt gemeente`, which may stand in any
// sentence of the passage: "Er was vertrouwen. Dat kwam door de gemeente." The coding belongs to
// the sentence of the first half; the second is evidence.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "pipeline/lexicon/lexicon.h"
#include "pipeline/model/coding.h"
#include "pipeline/tag/codings.h"
#include "pipeline/tag/sequences.h"

namespace pipeline {

struct SecondHalf {
  std::uint32_t pattern = 0;         // place in Lexicon::patterns
  std::uint32_t sentence = 0;        // rising within a passage
  std::uint32_t begin = 0, end = 0;  // words of that sentence
  Span span;                         // of the text
};

class Turns {
 public:
  explicit Turns(const Lexicon& lexicon);

  void begin_passage() { is_known_ = false; }
  // Whether there is a first half among the matches, so that the passage's second halves must be
  // known; few passages have one.
  bool asks_for_halves(const std::vector<SequenceMatch>& matches) const;
  // All of the passage, in any order.
  void know(std::vector<SecondHalf> halves);
  // Takes out matches of a first half that has no second one elsewhere in the passage.
  void take_out_single(std::uint32_t sentence, std::vector<SequenceMatch>& matches) const;
  // Adds the second halves to codings [first, ...) that came of `wins`.
  void add_evidence(std::uint32_t sentence, std::span<const Win> wins, std::vector<Coding>& codings,
                    std::size_t first) const;

 private:
  bool is_half(const SequenceMatch& match) const;
  // In the same sentence if it can be, else in the nearest; nullptr: there is none.
  const SecondHalf* second_of(const SequenceMatch& first, std::uint32_t sentence) const;

  const Lexicon& lexicon_;
  bool has_any_ = false, is_known_ = false;
  std::vector<SecondHalf> halves_;  // by pattern, sentence and place
};

}  // namespace pipeline

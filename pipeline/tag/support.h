// Whether weak patterns say enough. "Ruimte" alone may be about a hall; with another word of the
// same factor in the passage, or with a judgement on it ("gebrek aan ruimte"), it counts.
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <vector>

#include "pipeline/lexicon/lexicon.h"
#include "pipeline/model/coding.h"
#include "pipeline/tag/codings.h"

namespace pipeline {

class Support {
 public:
  explicit Support(const Lexicon& lexicon);

  // A sentence's matches, and its codings: those from `first` on.
  void note(std::span<const Win> wins, std::span<const SequenceMatch> cues,
            const std::vector<Coding>& codings, std::size_t first);
  // Takes out codings by weak patterns that nothing in the passage supports; those that are
  // supported get the pattern that does as evidence.
  void end_passage(std::vector<Coding>& codings);

 private:
  struct Pending {
    std::size_t coding = 0, factor = 0;
  };
  bool is_judged(const Win& win, std::span<const SequenceMatch> cues) const;

  const Lexicon& lexicon_;
  bool has_weak_ = false;
  std::map<std::size_t, Evidence> strong_;  // by factor: the first in the passage
  std::vector<Pending> pending_;
};

}  // namespace pipeline

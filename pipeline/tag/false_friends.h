// Matches that only look like their factor: "ruimte" in "een ruimte huren", where the pattern says
// niet = ['ruimte huren']. They neither count nor compete.
#pragma once

#include <cstdint>
#include <vector>

#include "pipeline/lexicon/lexicon.h"
#include "pipeline/tag/sequences.h"

namespace pipeline {

struct FalseMatch {
  SequenceMatch match;         // of Lexicon::patterns
  SequenceMatch mistaken_for;  // of Lexicon::false_friends
};

class FalseFriends {
 public:
  explicit FalseFriends(const Lexicon& lexicon);

  // Whether any of these patterns has a false friend, so that it is worth looking for them.
  bool concern(const std::vector<SequenceMatch>& matches) const;
  // Takes out the matches that share a word with a match of a false friend of their pattern or
  // factor, or lie within its stretch. Linear in what stands within reach of each other.
  std::vector<FalseMatch> take_out(std::vector<SequenceMatch>& matches,
                                   std::vector<SequenceMatch> friends) const;

 private:
  // Patterns bear their own number, factors come after the patterns.
  std::vector<std::size_t> owners_;   // by false friend
  std::vector<std::size_t> factors_;  // by pattern: its factor as an owner
  std::vector<bool> is_concerned_;    // by pattern
};

}  // namespace pipeline

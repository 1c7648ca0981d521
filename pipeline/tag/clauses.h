// A sentence -> its clauses, as far as word classes and punctuation show them:
//   "De afspraken, | die we maakten, | werden niet nagekomen" -> 0, 1, 0
// What only refers back ("afspraken zijn er, maar die helpen niet") goes with what it refers to. A
// comma and "en" divide only where a verb of its own follows ("geen vertrouwen, openheid en
// respect" is one clause).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace pipeline {

// What of a word matters here.
struct ClauseWord {
  enum class Break : std::uint8_t { none, comma, strong };
  Break before = Break::none;
  bool is_verb = false;
  bool is_coordinator = false;  // en, of, noch
  bool opens_clause = false;    // omdat, terwijl; or a cue that ends clauses: maar, want
  bool refers_back = false;     // dat, dit, die, het, daarover
  bool is_matched = false;      // a pattern of the factor at hand asked for it
};

// The number of its clause for each word.
std::vector<std::uint32_t> clauses_of(std::span<const ClauseWord> words);

}  // namespace pipeline

// What the words of a query stand for in the texts of a study, so that one can see what it is going
// to find: "werkte" -> the lemma werken, which stands there as werken 40 times and as werkte 12
// times; "*partner" -> partner, ketenpartner.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/index/index.h"
#include "pipeline/search/match.h"

namespace pipeline {

struct CaughtWord {
  enum class Kind : std::uint8_t { lemma, form, apart };  // apart: "werkten … samen"
  std::string word;                                       // folded
  std::string lemma;                                      // of a form; empty where it is not known
  Kind kind = Kind::form;
  std::uint64_t words = 0, passages = 0;

  friend bool operator==(const CaughtWord&, const CaughtWord&) = default;
};

struct ExpandedWord {
  std::string written;  // as the query has it
  // Of a word its lemmas, each followed by the forms that it has in the texts; of a wildcard the
  // lemmas and forms that it fits. Most frequent first.
  std::vector<CaughtWord> caught;

  friend bool operator==(const ExpandedWord&, const ExpandedWord&) = default;
};

// Each word once, in the order of the query.
std::vector<ExpandedWord> expand(const MatchNode& query, const Index& index);

}  // namespace pipeline

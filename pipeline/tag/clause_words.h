// A sentence's words as the cutting of clauses needs them: which is a verb that makes a clause,
// which opens one. "Dieren die niet verzorgd worden": "die" opens a relative clause, "verzorgd" is
// a participle, "worden" may be its verb.
#pragma once

#include <cstdint>
#include <vector>

#include "pipeline/tag/clauses.h"
#include "pipeline/tag/sentence_view.h"

namespace pipeline {

class ClauseWords {
 public:
  // Must outlive it and belong to the same thread.
  explicit ClauseWords(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}
  std::vector<ClauseWord> operator()(const SentencePlace& place, const SentenceView& view);

 private:
  const Vocabulary& vocabulary_;
  std::vector<std::uint32_t>
      roles_;  // by word id: what the form means to clauses; 0: not asked yet
};

}  // namespace pipeline

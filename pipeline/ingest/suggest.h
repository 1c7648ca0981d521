// Words and phrases that stand out in the passages that are coded with a factor, and that its
// patterns do not find yet: candidates for a person to judge.
//   afstemming: "over de schutting", 9 times there, 2 times elsewhere, in 4 documents
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/language/word_table.h"
#include "pipeline/lexicon/lexicon.h"
#include "pipeline/store/store.h"
#include "pipeline/store/study.h"

namespace pipeline {

struct SuggestOptions {
  std::uint64_t fewest = 3;         // occurrences in the factor's passages
  double least_likelihood = 10.83;  // log-likelihood; 10.83 is p < 0.001 for one comparison
  std::size_t most = 30;            // suggestions
  std::size_t examples = 2;         // each, of different documents where there are
};

struct SuggestedPlace {
  PassageId passage{};
  Span sentence, words;  // of the stored text
};

struct Suggestion {
  std::string phrase;                                 // lemmas, as a pattern would write them
  std::uint64_t target = 0, rest = 0, documents = 0;  // documents: with it in the factor's passages
  double log_likelihood = 0, log_ratio = 0;
  std::vector<SuggestedPlace> examples;
};

struct Suggestions {
  std::uint64_t passages = 0, all_passages = 0;    // coded with the factor; all
  std::uint64_t target_words = 0, rest_words = 0;  // in those, and in the others
  std::vector<Suggestion> list;                    // highest log-likelihood first
};

// Codings by anyone count, but rejected ones; interviewers' passages do not. What the lexicon's
// patterns of the factor match in most of its places is left out, and so is a phrase that only
// stands within a longer one. Reads the texts three times, one at a time.
Suggestions suggest_patterns(const Store& store, const Settings& settings, const WordTable& words,
                             const Lexicon& lexicon, const FactorId& factor,
                             const SuggestOptions& options);

}  // namespace pipeline

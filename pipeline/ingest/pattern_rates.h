// In how many sentences of a study each pattern of a lexicon is found. One that is found in very
// many says nothing: `*en*` in two of three sentences.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "pipeline/language/vocabulary.h"
#include "pipeline/lexicon/lexicon.h"
#include "pipeline/store/store.h"
#include "pipeline/store/study.h"

namespace pipeline {

struct PatternRates {
  std::uint64_t sentences = 0;
  std::vector<std::uint64_t> found;  // sentences, one a pattern of the lexicon

  double rate(std::size_t pattern) const {
    return sentences == 0 ? 0.0
                          : static_cast<double>(found[pattern]) / static_cast<double>(sentences);
  }
};

// Reads the texts of the study one by one; writes nothing. The words it meets are added to `words`,
// for whom wants to hold wildcards against them.
PatternRates pattern_rates(const Store& store, const Settings& settings, const Lexicon& lexicon,
                           Vocabulary& words);

// Patterns found in more than a fifth of the sentences, of twenty at least: what a sentence says in
// particular cannot be told by them.
std::vector<std::size_t> patterns_nearly_everywhere(const PatternRates& rates);

}  // namespace pipeline

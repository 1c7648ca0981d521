// How much more often something stands in one part of a corpus than in the rest: "schutting" 9
// times in 4.000 words about afstemming, 2 times in the other 30.000.
#pragma once

#include <cstdint>

namespace pipeline {

struct KeynessCounts {
  std::uint64_t target = 0, rest = 0;              // occurrences
  std::uint64_t target_words = 0, rest_words = 0;  // sizes of the two parts
};

// G2 of the whole table of two by two: 2 * sum of O * ln(O / E) over its four cells, 0 * ln(0) = 0.
// T. Dunning, "Accurate methods for the statistics of surprise and coincidence", Computational
// Linguistics 19 (1993). Never negative; 0 where there is nothing to compare. Tools that leave out
// the two cells of the other words give somewhat less.
double log_likelihood(const KeynessCounts& counts);

// log2 of the ratio of the relative frequencies: 1 is twice as often, -1 half as often; an
// occurrence of 0 counts as 0.5. A. Hardie, "Log Ratio: an informal introduction" (2014). 0 where a
// part is empty.
double log_ratio(const KeynessCounts& counts);

}  // namespace pipeline

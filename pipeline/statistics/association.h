// How strongly two things go together: a word and its neighbour, two factors in a sentence, a word
// and one part of a corpus.
//   t score      K. Church, W. Gale, P. Hanks and D. Hindle, in: Lexical Acquisition (1991) 115-164
//   MI           K. Church and P. Hanks, Computational Linguistics 16 (1990) 22-29: log2
//   logDice      P. Rychly, "A lexicographer-friendly association score", RASLAN 2008, 6-9
//   Jaccard      P. Jaccard, New Phytologist 11 (1912) 37-50; Dice: L.R. Dice, Ecology 26 (1945)
//   log ratio    A. Hardie, "Log Ratio: an informal introduction" (2014); a 0 counts as 0.5
//   simple maths A. Kilgarriff, "Simple maths for keywords", Corpus Linguistics 2009: relative
//                frequencies a million, with a constant added to both
//   LL, 2 terms  P. Rayson and R. Garside, Comparing Corpora (2000) 1-6: leaves out the cells of
//   the
//                other words; the four-term G2 stands in contingency.h
#pragma once

#include <cstdint>

#include "pipeline/statistics/contingency.h"
#include "pipeline/statistics/figure.h"

namespace pipeline {

// x and y together, each on its own, and all places where they could have been. Expectations are
// not multiplied by the size of a window.
struct Together {
  std::uint64_t both = 0, x = 0, y = 0, all = 0;
};
TwoByTwo two_by_two(const Together& counts);
Figure t_score(const Together& counts);
Figure mutual_information(const Together& counts, double span = 1);  // span: words a window
Figure log_dice(const Together& counts);                             // at most 14; needs no `all`
Figure jaccard(const Together& counts);
Figure dice(const Together& counts);

// Occurrences in a part of a corpus and in the rest, and the sizes of both in words.
struct KeynessCounts {
  std::uint64_t target = 0, rest = 0, target_words = 0, rest_words = 0;
};
double log_likelihood(const KeynessCounts& counts);            // four terms; 0: nothing to compare
double log_likelihood_two_terms(const KeynessCounts& counts);  // 0: nothing to compare
// The p of a log-likelihood of two by two cells, for one comparison: 3.84 is 0.05, 10.83 is 0.001.
double likelihood_p(double log_likelihood);
double log_ratio(const KeynessCounts& counts);  // 0 where a part is empty
Figure simple_maths(const KeynessCounts& counts, double added = 1);

}  // namespace pipeline

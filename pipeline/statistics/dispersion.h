// How evenly something is spread over the parts of a corpus (documents, cases). Which way a measure
// runs is not the same for all: a table must say so.
//   DP, DPnorm   S.Th. Gries, Int. J. of Corpus Linguistics 13 (2008) 403-437; normed as in J.
//                Lijffijt and S.Th. Gries, the same 17 (2012) 147-149: 0 is even, 1 is all in one
//                part
//   D            A. Juilland, D. Brodin and C. Davidovitch, Frequency Dictionary of French Words
//                (1970): 1 is even; of relative frequencies, with the population's deviation
//   D2           J.B. Carroll, Computer Studies in the Humanities and Verbal Behavior 3 (1970)
//   61-65 S            I. Rosengren, Etudes de linguistique appliquee 1 (1971) 103-127: 1 is even
//   KLD          S. Kullback and R.A. Leibler, Annals of Math. Statistics 22 (1951), in bits: 0 is
//   even
#pragma once

#include <cstdint>
#include <span>

#include "pipeline/statistics/figure.h"

namespace pipeline {

struct CorpusPart {
  std::uint64_t size = 0, occurrences = 0;  // size: words, more than 0
};

Figure gries_dp(std::span<const CorpusPart> parts);
// The same from the parts that have an occurrence alone, with the words of all parts together; none
// where nothing occurs. For what stands in few of many parts.
Figure gries_dp_of_few(std::span<const CorpusPart> parts_with, std::uint64_t all_words);
Figure gries_dp_normed(std::span<const CorpusPart> parts);
Figure juilland_d(std::span<const CorpusPart> parts);
Figure carroll_d2(std::span<const CorpusPart> parts);
Figure rosengren_s(std::span<const CorpusPart> parts);
Figure kullback_leibler(std::span<const CorpusPart> parts);
std::uint64_t range_of(std::span<const CorpusPart> parts);  // parts with an occurrence

}  // namespace pipeline

// How far coders agree beyond chance, from what each of them made of the same units (sentences,
// documents). Units are given as counts: how many coders put the unit into each category; a coder
// who did not judge a unit is simply not counted there.
//   percent agreement  of a unit: the share of pairs of coders that agree; mean over units
//   pairable           1 - D_o of Krippendorff: the same, but a unit weighs as its values
//   Cohen's kappa      J. Cohen, Educational and Psychological Measurement 20 (1960) 37-46
//   Scott's pi         W.A. Scott, Public Opinion Quarterly 19 (1955) 321-325
//   Fleiss' kappa      J.L. Fleiss, Psychological Bulletin 76 (1971) 378-382; with units that not
//                      all have judged as in K.L. Gwet, Handbook of Inter-Rater Reliability (2014)
//   Brennan-Prediger   R.L. Brennan and D.J. Prediger, Ed. and Psych. Measurement 41 (1981) 687-699
//   AC1                K.L. Gwet, British J. of Math. and Stat. Psychology 61 (2008) 29-48
//   alpha              K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011)
//   Holsti             O.R. Holsti, Content Analysis for the Social Sciences and Humanities (1969)
// All cost units times categories.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "pipeline/statistics/figure.h"

namespace pipeline {

struct Ratings {
  std::size_t categories = 0;         // of the scheme, whether they occur or not
  std::vector<std::uint32_t> counts;  // a row a unit, `categories` long

  std::size_t units() const { return categories == 0 ? 0 : counts.size() / categories; }
  std::span<const std::uint32_t> unit(std::size_t number) const {
    return std::span(counts).subspan(number * categories, categories);
  }
};

Figure percent_agreement(const Ratings& ratings);
Figure pairable_agreement(const Ratings& ratings);
Figure fleiss_kappa(const Ratings& ratings);  // of two coders: Scott's pi
Figure brennan_prediger(const Ratings& ratings);
Figure gwet_ac1(const Ratings& ratings);
double chance_agreement_fleiss(const Ratings& ratings);

// `square`: two coders' categories against each other, row by row; rows are the first coder's.
Figure cohen_kappa(std::span<const std::uint64_t> square);
double chance_agreement_cohen(std::span<const std::uint64_t> square);
Ratings ratings_of(std::span<const std::uint64_t> square);

// What the distance between two categories is: of names; of ranks; of numbers.
enum class Metric : std::uint8_t { nominal, ordinal, interval, ratio };
// `values`: the categories as numbers, rising; only their order counts for `ordinal`, and nothing
// of them for `nominal`, for which they may be left out.
Figure krippendorff_alpha(const Ratings& ratings, Metric metric,
                          std::span<const double> values = {});

// 2M / (N1 + N2): M shared codings of N1 by the one coder and N2 by the other.
Figure holsti(std::uint64_t shared, std::uint64_t first, std::uint64_t second);

}  // namespace pipeline

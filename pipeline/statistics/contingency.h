// Do rows and columns of a table of counts hang together? Factors by outcome of the case: are some
// named more often where the collaboration failed?
//   chi-square   K. Pearson, Philosophical Magazine 50 (1900) 157-175
//   Yates        for tables of two by two: F. Yates, Supplement to the JRSS 1 (1934) 217-235
//   G2           T. Dunning, Computational Linguistics 19 (1993) 61-74: 2 * sum of O ln(O / E)
//   Cramer's V   H. Cramer, Mathematical Methods of Statistics (1946): sqrt(chi2 / (n (min - 1)))
//   Fisher       R.A. Fisher, Statistical Methods for Research Workers (5th ed., 1934),
//   section 21.02;
//                two-sided: all tables that are no likelier than this one
//   permutation  E.S. Edgington, Randomization Tests (1980); p as in B. Phipson and G.K. Smyth,
//   Stat.
//                Appl. in Genetics and Mol. Biology 9 (2010) 39: (1 + as extreme) / (1 + draws)
//   Holm         S. Holm, Scandinavian Journal of Statistics 6 (1979) 65-70
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "pipeline/statistics/figure.h"

namespace pipeline {

struct CountTable {
  std::size_t columns = 0;
  std::vector<double> counts;  // row by row

  std::size_t rows() const { return columns == 0 ? 0 : counts.size() / columns; }
};

struct ChiSquare {
  double value = 0, p = 1;
  std::size_t freedom = 0;
  double smallest_expected = 0;  // below 5 the p is not to be trusted
};

// Rows and columns without any count are an empty margin.
tl::expected<ChiSquare, Undefined> chi_square(const CountTable& table);
Figure cramers_v(const CountTable& table);
double g_square(const CountTable& table);  // never negative; cells of 0 add nothing

struct TwoByTwo {
  std::uint64_t a = 0, b = 0, c = 0, d = 0;  // rows (a, b) and (c, d)
};
CountTable table_of(const TwoByTwo& counts);
Figure chi_square_yates(const TwoByTwo& counts);  // |ad - bc| lessened by n/2, not below 0
// The two-sided p of the table given its margins, of at most 2^32 counts. Cost: the smallest
// margin.
double fisher_exact(const TwoByTwo& counts);

// Units (documents) that are drawn whole, each in a group and with its own counts of the columns.
struct ClusteredCounts {
  std::size_t groups = 0, columns = 0;
  std::vector<std::uint32_t> group;  // of each unit
  std::vector<double> counts;        // a row a unit
};
inline constexpr unsigned permutation_draws = 9999;
// The p of the chi-square of group by column, if groups were dealt out to the units by chance. What
// one speaker says ten times is so not taken for ten independent sayings. Seeded: the same counts
// give the same p. Cost: draws times units times columns.
Figure permutation_p(const ClusteredCounts& counts);

// p values adjusted for how many they are, in the order given.
std::vector<double> holm(std::span<const double> p_values);

}  // namespace pipeline

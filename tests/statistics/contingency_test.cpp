#include "pipeline/statistics/contingency.h"

#include <gtest/gtest.h>

#include <cmath>

namespace pipeline {
namespace {

// By hand: expected 10 x 9 / 19 and so on; n (ad - bc)^2 / (product of margins).
TEST(ChiSquare, IsWhatComesOutByHand) {
  const double by_hand = 19.0 * (7 * 7 - 2 * 3) * (7 * 7 - 2 * 3) / (9.0 * 10 * 10 * 9);
  const auto chi = chi_square(table_of({7, 2, 3, 7}));
  EXPECT_NEAR(chi->value, by_hand, 1e-12);
  EXPECT_EQ(chi->freedom, 1U);
  EXPECT_NEAR(chi->smallest_expected, 81.0 / 19, 1e-12);
  const double corrected = 19.0 * (43 - 9.5) * (43 - 9.5) / 8100;
  EXPECT_NEAR(*chi_square_yates({7, 2, 3, 7}), corrected, 1e-12);
  EXPECT_NEAR(*cramers_v(table_of({7, 2, 3, 7})), std::sqrt(by_hand / 19), 1e-12);
}

// The 5 % points of the distribution, as every table of it has them.
TEST(ChiSquare, GivesTheChanceOfItsValue) {
  const CountTable table{3, {20, 10, 10, 10, 20, 10}};
  const auto chi = chi_square(table);
  EXPECT_EQ(chi->freedom, 2U);
  EXPECT_NEAR(chi->value, 20.0 / 3, 1e-12);
  EXPECT_NEAR(chi->p, std::exp(-chi->value / 2), 1e-12) << "two degrees of freedom";
}

TEST(ChiSquare, SaysWhyThereIsNone) {
  EXPECT_EQ(chi_square({2, {0, 0, 0, 0}}).error(), Undefined::nothing_counted);
  EXPECT_EQ(chi_square({2, {3, 0, 2, 0}}).error(), Undefined::empty_margin);
  EXPECT_EQ(chi_square({3, {1, 2, 3}}).error(), Undefined::one_category);
  EXPECT_EQ(cramers_v({2, {3, 0, 2, 0}}).error(), Undefined::empty_margin);
  EXPECT_EQ(chi_square_yates({3, 0, 2, 0}).error(), Undefined::empty_margin);
  EXPECT_EQ(chi_square_yates({}).error(), Undefined::nothing_counted);
  EXPECT_EQ(to_string(Undefined::empty_margin), "een rij of kolom is leeg");
}

// Fisher's tea: 3 of 4 cups right. Tables no likelier: 16 + 16 + 1 + 1 of 70.
TEST(FisherExact, TastesTea) {
  EXPECT_NEAR(fisher_exact({3, 1, 1, 3}), 34.0 / 70, 1e-9);
  EXPECT_NEAR(fisher_exact({4, 0, 0, 4}), 2.0 / 70, 1e-9);
  EXPECT_EQ(fisher_exact({0, 0, 0, 0}), 1);
  EXPECT_EQ(fisher_exact({5, 0, 3, 0}), 1);
}

// Three documents a group, each with all its codings on one side: 2 of the 20 ways to deal them out
// part them as well, so p is near 0.1, though every document says it twenty times.
TEST(PermutationP, TakesDocumentsWhole) {
  ClusteredCounts counts{2, 2, {0, 0, 0, 1, 1, 1}, {20, 0, 20, 0, 20, 0, 0, 20, 0, 20, 0, 20}};
  EXPECT_NEAR(*permutation_p(counts), 0.1, 0.01);
  EXPECT_EQ(permutation_p(counts), permutation_p(counts)) << "seeded";
  EXPECT_LT(chi_square({2, {60, 0, 0, 60}})->p, 1e-20) << "as if all sayings were independent";
  counts.counts.assign(12, 0);
  EXPECT_EQ(permutation_p(counts).error(), Undefined::nothing_counted);
}

// Holm 1979: 0.01 x 4, 0.02 x 3, then never less than the one before.
TEST(Holm, MultipliesByWhatIsLeft) {
  const double p[] = {0.03, 0.01, 0.04, 0.02};
  const auto adjusted = holm(p);
  EXPECT_NEAR(adjusted[1], 0.04, 1e-12);
  EXPECT_NEAR(adjusted[3], 0.06, 1e-12);
  EXPECT_NEAR(adjusted[0], 0.06, 1e-12);
  EXPECT_NEAR(adjusted[2], 0.06, 1e-12);
  EXPECT_TRUE(holm({}).empty());
}

}  // namespace
}  // namespace pipeline

#include "pipeline/statistics/agreement.h"

#include <gtest/gtest.h>

namespace pipeline {
namespace {

// Cohen 1960, p. 45: 200 units, three categories.
constexpr std::uint64_t cohen[] = {88, 14, 18, 10, 40, 10, 2, 6, 12};
// Gwet 2008, by hand: 10 units, yes and no; 8 both yes, 1 both no.
constexpr std::uint64_t gwet[] = {8, 1, 0, 1};

TEST(CohenKappa, IsWhatCohenPrinted) {
  EXPECT_NEAR(*cohen_kappa(cohen), 0.492, 0.0005);
  EXPECT_NEAR(*percent_agreement(ratings_of(cohen)), 0.70, 1e-12);
}

// po = 0.9. Scott: shares (17/20, 3/20), pe = 0.745. Gwet: pe = 2 * 0.85 * 0.15 = 0.255.
TEST(ScottAndGwet, AreWhatComesOutByHand) {
  const Ratings ratings = ratings_of(gwet);
  EXPECT_NEAR(*fleiss_kappa(ratings), (0.9 - 0.745) / (1 - 0.745), 1e-12);
  EXPECT_NEAR(*gwet_ac1(ratings), (0.9 - 0.255) / (1 - 0.255), 1e-12);
  EXPECT_NEAR(*brennan_prediger(ratings), 0.8, 1e-12);
}

// Krippendorff 2011, section C: four coders, twelve units, some of them missing.
Ratings krippendorff() {
  const std::vector<std::vector<int>> units{{1, 1, 1},    {2, 2, 3, 2}, {3, 3, 3, 3}, {3, 3, 3, 3},
                                            {2, 2, 2, 2}, {1, 2, 3, 4}, {4, 4, 4, 4}, {1, 1, 2, 1},
                                            {2, 2, 2, 2}, {5, 5, 5},    {1, 1},       {3}};
  Ratings ratings{5, std::vector<std::uint32_t>(5 * units.size())};
  for (std::size_t u = 0; u < units.size(); ++u)
    for (const int value : units[u]) ++ratings.counts[u * 5 + static_cast<std::size_t>(value - 1)];
  return ratings;
}

TEST(KrippendorffAlpha, IsWhatKrippendorffPrinted) {
  const double values[] = {1, 2, 3, 4, 5};
  EXPECT_NEAR(*krippendorff_alpha(krippendorff(), Metric::nominal), 0.743, 0.0005);
  EXPECT_NEAR(*krippendorff_alpha(krippendorff(), Metric::ordinal, values), 0.815, 0.0005);
  EXPECT_NEAR(*krippendorff_alpha(krippendorff(), Metric::interval, values), 0.849, 0.0005);
  EXPECT_NEAR(*krippendorff_alpha(krippendorff(), Metric::ratio, values), 0.797, 0.0005);
}

TEST(PercentAgreement, DependsOnHowUnitsWithMissingValuesWeigh) {
  EXPECT_NEAR(*percent_agreement(krippendorff()), 0.8182, 0.00005);
  EXPECT_NEAR(*pairable_agreement(krippendorff()), 0.800, 1e-12);
}

TEST(Agreement, IsUndefinedWhereChanceCannotBeTold) {
  const Ratings always{2, {2, 0, 2, 0}};
  EXPECT_EQ(*percent_agreement(always), 1);
  EXPECT_EQ(fleiss_kappa(always), tl::unexpected(Undefined::one_category));
  EXPECT_EQ(krippendorff_alpha(always, Metric::nominal), tl::unexpected(Undefined::one_category));
  EXPECT_EQ(gwet_ac1(Ratings{1, {2, 2}}), tl::unexpected(Undefined::one_category));
  EXPECT_EQ(brennan_prediger(Ratings{1, {2, 2}}), tl::unexpected(Undefined::one_category));
  constexpr std::uint64_t yes[] = {20, 0, 0, 0}, none[] = {0, 0, 0, 0};
  EXPECT_EQ(cohen_kappa(yes), tl::unexpected(Undefined::one_category));
  EXPECT_EQ(cohen_kappa(none), tl::unexpected(Undefined::nothing_shared));
}

TEST(Agreement, IsUndefinedWhereNoUnitHasTwoCoders) {
  const Ratings single{2, {1, 0, 0, 1}};
  EXPECT_EQ(percent_agreement(single), tl::unexpected(Undefined::nothing_shared));
  EXPECT_EQ(pairable_agreement(single), tl::unexpected(Undefined::nothing_shared));
  EXPECT_EQ(krippendorff_alpha(single, Metric::nominal), tl::unexpected(Undefined::nothing_shared));
}

TEST(Holsti, CountsSharedCodingsOfBoth) {
  EXPECT_NEAR(*holsti(40, 50, 55), 80.0 / 105, 1e-12);
  EXPECT_EQ(holsti(0, 0, 0), tl::unexpected(Undefined::nothing_counted));
}

}  // namespace
}  // namespace pipeline

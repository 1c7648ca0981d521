#include "pipeline/statistics/unitizing.h"

#include <gtest/gtest.h>

namespace pipeline {
namespace {

// Krippendorff 2004, p. 254: two coders, a continuum of 300 from 150, two categories.
constexpr Continuum continuum{2, 150, 300};
const std::vector<MarkedUnit> c{
    {0, 225, 70}, {0, 370, 30}, {1, 220, 80}, {1, 355, 20}, {1, 400, 20}};
const std::vector<MarkedUnit> k{{0, 180, 60}, {0, 300, 50}, {1, 180, 60}, {1, 300, 50}};

TEST(UnitizingAlpha, IsWhatKrippendorffPrinted) {
  const UnitizingDisagreement of_c = unitizing_disagreement(c, continuum);
  const UnitizingDisagreement of_k = unitizing_disagreement(k, continuum);
  EXPECT_NEAR(of_c.observed, 0.0144, 0.00005);
  EXPECT_NEAR(of_c.expected, 0.0532, 0.00005);
  EXPECT_NEAR(of_k.observed, 0, 1e-12);
  EXPECT_NEAR(of_k.expected, 0.0490, 0.00005);
  EXPECT_NEAR(*unitizing_alpha(std::vector{of_c}), 0.7286, 0.00005);
  EXPECT_NEAR(*unitizing_alpha(std::vector{of_k}), 1, 1e-12);
  // The book adds up rounded terms.
  EXPECT_NEAR(*unitizing_alpha(std::vector{of_c, of_k}), 0.8591, 0.0005);
}

TEST(UnitizingAlpha, IsUndefinedWhereNobodyMarkedAnything) {
  EXPECT_EQ(unitizing_alpha(std::vector{unitizing_disagreement({}, continuum)}),
            tl::unexpected(Undefined::nothing_counted));
}

TEST(UnitizingAlpha, DoesNotDependOnTheOrderOfUnits) {
  std::vector<MarkedUnit> turned(c.rbegin(), c.rend());
  EXPECT_DOUBLE_EQ(unitizing_disagreement(turned, continuum).observed,
                   unitizing_disagreement(c, continuum).observed);
}

}  // namespace
}  // namespace pipeline

#include "pipeline/statistics/proportion.h"

#include <gtest/gtest.h>

namespace pipeline {
namespace {

// Newcombe 1998, table I, method 3, gives four decimals.
TEST(Wilson, GivesTheIntervalsOfNewcombe) {
  const struct {
    std::uint64_t some, all;
    double low, high;
  } rows[] = {{81, 263, 0.2553, 0.3662},
              {15, 148, 0.0624, 0.1605},
              {0, 20, 0.0000, 0.1611},
              {1, 29, 0.0061, 0.1718}};
  for (const auto& row : rows) {
    const auto interval = wilson(row.some, row.all);
    ASSERT_TRUE(interval) << row.some;
    EXPECT_NEAR(interval->low, row.low, 0.00005) << row.some;
    EXPECT_NEAR(interval->high, row.high, 0.00005) << row.some;
  }
}

TEST(Wilson, MirrorsAndStaysWithinBounds) {
  for (std::uint64_t some = 0; some <= 12; ++some) {
    const auto one = wilson(some, 12), other = wilson(12 - some, 12);
    EXPECT_NEAR(one->low, 1 - other->high, 1e-12) << some;
    EXPECT_GE(one->low, 0);
    EXPECT_LE(one->high, 1);
  }
  EXPECT_FALSE(wilson(0, 0));
}

// The same table, method 4.
TEST(WilsonCorrected, GivesTheIntervalsOfNewcombe) {
  const struct {
    std::uint64_t some, all;
    double low, high;
  } rows[] = {{81, 263, 0.2535, 0.3682},
              {15, 148, 0.0598, 0.1644},
              {0, 20, 0.0000, 0.2005},
              {1, 29, 0.0018, 0.1963}};
  for (const auto& row : rows) {
    const auto interval = wilson_corrected(row.some, row.all);
    EXPECT_NEAR(interval->low, row.low, 0.00005) << row.some;
    EXPECT_NEAR(interval->high, row.high, 0.00005) << row.some;
  }
  EXPECT_EQ(wilson_corrected(20, 20)->high, 1);
  EXPECT_FALSE(wilson_corrected(0, 0));
}

}  // namespace
}  // namespace pipeline

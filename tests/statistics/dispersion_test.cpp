#include "pipeline/statistics/dispersion.h"

#include <gtest/gtest.h>

#include <vector>

namespace pipeline {
namespace {

// Gries 2008: five parts, fifty words, "a" 1 to 5 times.
const std::vector<CorpusPart> gries{{9, 1}, {10, 2}, {10, 3}, {10, 4}, {11, 5}};

TEST(Dispersion, IsWhatGriesPrinted) {
  EXPECT_NEAR(*gries_dp(gries), 0.18, 0.0005);
  EXPECT_NEAR(*gries_dp_normed(gries), 0.22, 0.0005);
  EXPECT_NEAR(*juilland_d(gries), 0.785, 0.0005);
  EXPECT_NEAR(*carroll_d2(gries), 0.938, 0.0005);
  EXPECT_NEAR(*rosengren_s(gries), 0.950, 0.0005);
  EXPECT_NEAR(*kullback_leibler(gries), 0.137, 0.0005);
  EXPECT_EQ(range_of(gries), 5U);
}

TEST(Dispersion, HasItsBounds) {
  const std::vector<CorpusPart> even{{10, 2}, {10, 2}, {20, 4}}, one{{10, 0}, {10, 5}};
  EXPECT_NEAR(*gries_dp(even), 0, 1e-12);
  EXPECT_NEAR(*juilland_d(even), 1, 1e-12);
  EXPECT_NEAR(*rosengren_s(even), 1, 1e-12);
  EXPECT_NEAR(*gries_dp_normed(one), 1, 1e-12);
  EXPECT_NEAR(*juilland_d(one), 0, 1e-12);
  EXPECT_NEAR(*carroll_d2(one), 0, 1e-12);
}

TEST(Dispersion, IsUndefinedOfOnePartOrOfNothing) {
  const std::vector<CorpusPart> alone{{10, 2}}, nothing{{10, 0}, {5, 0}};
  for (const auto measure :
       {gries_dp, gries_dp_normed, juilland_d, carroll_d2, rosengren_s, kullback_leibler}) {
    EXPECT_EQ(measure(alone), tl::unexpected(Undefined::one_part));
    EXPECT_EQ(measure(nothing), tl::unexpected(Undefined::nothing_counted));
  }
}

// Parts without an occurrence need not be told.
TEST(Dispersion, OfFewPartsEqualsThatOfAll) {
  const std::vector<CorpusPart> all{{9, 1}, {10, 0}, {10, 3}, {40, 0}, {11, 5}};
  const std::vector<CorpusPart> with{{9, 1}, {10, 3}, {11, 5}};
  EXPECT_NEAR(gries_dp_of_few(with, 80).value(), gries_dp(all).value(), 1e-12);
  EXPECT_EQ(gries_dp_of_few({}, 80).error(), Undefined::nothing_counted);
}

}  // namespace
}  // namespace pipeline

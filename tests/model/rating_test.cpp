#include "pipeline/model/rating.h"

#include <gtest/gtest.h>

namespace pipeline {
namespace {

TEST(Rating, IsReadBackByItsName) {
  for (const char* name : {"-2", "-1", "0", "+1", "+2", "gemengd", "ontbreekt"})
    EXPECT_EQ(to_string(*rating_named(name)), name);
  EXPECT_EQ(rating_named("2"), Rating::strong_success);
  for (const char* name : {"", "3", "+", "+0", "goed"}) EXPECT_FALSE(rating_named(name)) << name;
}

TEST(Rating, HasANumberUnlessItIsMissing) {
  EXPECT_EQ(value_of(Rating::strong_failure), -2);
  EXPECT_EQ(value_of(Rating::success), 1);
  EXPECT_EQ(value_of(Rating::mixed), 0);
  EXPECT_EQ(value_of(Rating::missing), std::nullopt);
}

}  // namespace
}  // namespace pipeline

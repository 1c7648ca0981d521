#include "pipeline/model/span.h"

#include <gtest/gtest.h>

namespace pipeline {
namespace {

TEST(Span, OverlapsOnlyWhereBytesAreShared) {
  EXPECT_TRUE(overlap({0, 4}, {3, 7}));
  EXPECT_FALSE(overlap({0, 3}, {3, 7}));
  EXPECT_TRUE(contains({0, 7}, {3, 7}));
  EXPECT_FALSE(contains({1, 7}, {0, 2}));
}

TEST(Span, SlicesItsBytes) {
  EXPECT_EQ(slice("de zorg", {3, 7}), "zorg");
}

}  // namespace
}  // namespace pipeline

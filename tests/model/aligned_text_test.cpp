#include "pipeline/model/aligned_text.h"

#include <gtest/gtest.h>

namespace pipeline {
namespace {

// "zor\u00adg ﬁjn" (source: soft hyphen at 3..5, ligature at 7..10) -> "zorg fijn".
const OffsetMap zorg_fijn{{{3, 0, 3, 2}, {5, 2, 7, 3}}};

TEST(OffsetMap, LeavesAnUnchangedTextAsItIs) {
  EXPECT_TRUE(OffsetMap{}.is_identity());
  EXPECT_EQ(OffsetMap{}.to_source({3, 9}), (Span{3, 9}));
}

TEST(OffsetMap, GivesWhatWasLeftOutToNeitherNeighbour) {
  EXPECT_EQ(zorg_fijn.to_source({0, 3}), (Span{0, 3}));
  EXPECT_EQ(zorg_fijn.to_source({3, 4}), (Span{5, 6}));
  EXPECT_EQ(zorg_fijn.to_source({0, 4}), (Span{0, 6}));
}

TEST(OffsetMap, TakesAnEditedStretchWhole) {
  EXPECT_EQ(zorg_fijn.to_source({5, 6}), (Span{7, 10}));
  EXPECT_EQ(zorg_fijn.to_source({6, 9}), (Span{7, 12}));
  EXPECT_EQ(zorg_fijn.to_source({7, 9}), (Span{10, 12}));
}

TEST(OffsetMap, GoesBackTheOtherWay) {
  EXPECT_EQ(zorg_fijn.to_derived({0, 6}), (Span{0, 4}));
  EXPECT_EQ(zorg_fijn.to_derived({5, 6}), (Span{3, 4}));
  EXPECT_EQ(zorg_fijn.to_derived({7, 12}), (Span{5, 9}));
}

TEST(OffsetMap, KeepsEmptySpansEmptyAndOrderEverywhere) {
  for (std::uint32_t at = 0; at <= 9; ++at) {
    const Span empty = zorg_fijn.to_source({at, at});
    EXPECT_EQ(empty.begin, empty.end) << at;
    for (std::uint32_t end = at + 1; end <= 9; ++end) {
      const Span span = zorg_fijn.to_source({at, end});
      EXPECT_LT(span.begin, span.end) << at << ' ' << end;
      EXPECT_GE(span.begin, at == 0 ? 0 : zorg_fijn.to_source({at - 1, end}).begin);
    }
  }
}

}  // namespace
}  // namespace pipeline

#include "pipeline/store/place.h"

#include <gtest/gtest.h>

#include <string>

namespace pipeline {
namespace {

Span span_of(std::string_view text, std::string_view words) {
  const auto at = static_cast<std::uint32_t>(text.find(words));
  return {at, at + static_cast<std::uint32_t>(words.size())};
}

TEST(PlaceAgain, FindsWordsThatMovedDown) {
  const std::string former = "Zij vertrouwden ons niet.";
  const std::string changed = "Vooraf.\n\nNog iets.\n\nZij vertrouwden ons niet.";
  EXPECT_EQ(place_again(former, span_of(former, "vertrouwden ons"), changed),
            span_of(changed, "vertrouwden ons"));
}

TEST(PlaceAgain, ChoosesTheOccurrenceWithTheSameSurroundings) {
  const std::string former = "De wethouder zei ja. De manager zei nee.";
  const std::string changed = "Iedereen zei iets. De manager zei nee. De wethouder zei ja.";
  const Span second{former.find("zei", 20) == std::string::npos
                        ? 0U
                        : static_cast<std::uint32_t>(former.find("zei", 20)),
                    static_cast<std::uint32_t>(former.find("zei", 20)) + 3};
  const auto placed = place_again(former, second, changed);
  ASSERT_TRUE(placed);
  EXPECT_EQ(changed.substr(placed->begin - 11, 18), "De manager zei nee");
}

TEST(PlaceAgain, SeesPastOtherLineBreaks) {
  const std::string former = "Er was geen gedeelde visie.";
  const std::string changed = "Er was  geen\ngedeelde visie.";
  EXPECT_EQ(place_again(former, span_of(former, "geen gedeelde visie"), changed), (Span{8, 27}));
}

TEST(PlaceAgain, GivesUpWhereTheWordsAreGone) {
  EXPECT_EQ(place_again("Zij vertrouwden ons", {4, 15}, "Zij wantrouwden ons"), std::nullopt);
  EXPECT_EQ(place_again("   ", {0, 3}, "   "), std::nullopt);
  EXPECT_EQ(place_again("woord", {0, 5}, ""), std::nullopt);
}

}  // namespace
}  // namespace pipeline

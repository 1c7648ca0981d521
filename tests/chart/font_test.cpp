#include "pipeline/chart/font.h"

#include <gtest/gtest.h>

namespace pipeline {
namespace {

// Of Arial, whose metrics are published: an i is 0.222 of the size, an m 0.833.
TEST(Font, HasTheWidthsOfArial) {
  const Font font = Font::open().value();
  EXPECT_NEAR(font.width("i", 100), 22.2, 0.05);
  EXPECT_NEAR(font.width("m", 100), 83.3, 0.05);
  EXPECT_NEAR(font.width("im", 100), 105.5, 0.1);
  EXPECT_GT(font.width("visie", 12, Weight::bold), font.width("visie", 12));
}

TEST(Font, TakesWhatItLacksForWide) {
  const Font font = Font::open().value();
  EXPECT_GT(font.width("\xff", 100), 0);
  EXPECT_NEAR(font.width("\u6f22", 100), 90, 0.01);
}

TEST(Font, BreaksLinesBehindBlanksAndMarks) {
  const Font font = Font::open().value();
  using Lines = std::vector<std::string>;
  EXPECT_EQ(font.lines("Wet- en regelgeving", 1000, 13), Lines{"Wet- en regelgeving"});
  EXPECT_EQ(font.lines("Wet- en regelgeving", 80, 13), (Lines{"Wet- en", "regelgeving"}));
  EXPECT_EQ(font.lines("map/interview", 50, 13), (Lines{"map/", "interview"}));
  EXPECT_EQ(font.lines("onafbreekbaar", 5, 13), Lines{"onafbreekbaar"});
  EXPECT_EQ(font.lines("", 5, 13), Lines{""});
  EXPECT_EQ(font.lines("met --coder of -2", 5, 13), (Lines{"met", "--coder", "of", "-2"}));
}

}  // namespace
}  // namespace pipeline

#include "pipeline/ingest/doubles.h"

#include <gtest/gtest.h>

#include "pipeline/ingest/print.h"

namespace pipeline {
namespace {

std::string numbered(int first, int count) {
  std::string text;
  for (int i = first; i < first + count; ++i) text += "woord" + std::to_string(i) + ' ';
  return text;
}

TEST(Print, IsOfLettersAndDigitsWhateverStandsBetween) {
  const TextPrint print = print_of("Er was g\u00E9\u00E9n over-\nleg, in 2026!");
  EXPECT_EQ(print_of("er  was geen\n\n\u201Coverleg\u201D \u2026 in 2026").hash, print.hash);
  EXPECT_NE(print_of("er was een overleg in 2026").hash, print.hash);
  EXPECT_EQ(print_of("\u201CEr was\u201D \u2014 1 ding\u00A0meer").words, 5U);
  EXPECT_EQ(print_of("").words, 0U);
}

TEST(Print, IsAsLikeAsTheTextsAre) {
  const TextPrint whole = print_of(numbered(0, 4000));
  EXPECT_EQ(likeness(whole, whole), 1.0);
  EXPECT_EQ(likeness(whole, print_of(numbered(9000, 4000))), 0.0);
  EXPECT_NEAR(likeness(whole, print_of(numbered(400, 3600))), 0.9, 0.08);
  EXPECT_NEAR(likeness(whole, print_of(numbered(2000, 4000))), 1.0 / 3, 0.12);
  EXPECT_EQ(likeness({}, {}), 0.0);
}

TEST(Doubles, AreTheSecondOfOneText) {
  Doubles doubles;
  doubles.add_stored("oud.txt", print_of(numbered(0, 30)));
  EXPECT_FALSE(doubles.add("a.txt", print_of(numbered(100, 30))).is_double);
  const auto of_stored = doubles.add("b.txt", print_of(numbered(0, 30)));
  EXPECT_TRUE(of_stored.is_double);
  EXPECT_NE(of_stored.message.find("'oud.txt'"), std::string::npos);
  const auto of_new = doubles.add("c.txt", print_of(numbered(100, 30)));
  EXPECT_TRUE(of_new.is_double);
  EXPECT_NE(of_new.message.find("'a.txt'"), std::string::npos);
}

TEST(Doubles, AreOnlyMentionedWhereTheyDiffer) {
  Doubles doubles;
  doubles.add("a.txt", print_of(numbered(0, 1000)));
  doubles.add("b.txt", print_of(numbered(0, 980)));
  const auto verdict = doubles.add("c.txt", print_of(numbered(0, 979)));
  EXPECT_FALSE(verdict.is_double);
  EXPECT_NE(verdict.message.find("op 'b.txt'; beide tellen mee"), std::string::npos)
      << "the nearest";
  EXPECT_EQ(doubles.add("d.txt", print_of(numbered(500, 1000))).message, "");
}

TEST(Doubles, AreNoShortAnswers) {
  Doubles doubles;
  EXPECT_EQ(doubles.add("a.txt", print_of(numbered(0, 19))).message, "");
  EXPECT_EQ(doubles.add("b.txt", print_of(numbered(0, 19))).message, "");
  doubles.add("c.txt", print_of(numbered(0, 20)));
  EXPECT_TRUE(doubles.add("d.txt", print_of(numbered(0, 20))).is_double);
}

}  // namespace
}  // namespace pipeline

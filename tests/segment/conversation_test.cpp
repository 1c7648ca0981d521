#include "pipeline/segment/conversation.h"

#include <gtest/gtest.h>

#include "pipeline/segment/segment.h"

namespace pipeline {
namespace {

bool is_conversation(const std::string& text) {
  return looks_like_conversation(text, Segmenter()(text));
}

std::string times(int count, const std::string& text) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

TEST(Conversation, IsQuestionsWithAnswersOrDashes) {
  EXPECT_TRUE(
      is_conversation(times(4, "Hoe ging dat bij jullie?\n\nNou, dat ging best goed.\n\n")));
  EXPECT_TRUE(is_conversation(
      times(4, "- Hoe ging dat bij jullie dan?\n- Nou, dat ging best goed, al met al.\n")));
}

TEST(Conversation, IsNoReportAndNoLabelledTranscript) {
  EXPECT_FALSE(
      is_conversation(times(9, "De coöperatie begon klein. Zij groeide daarna snel.\n\n")));
  EXPECT_FALSE(is_conversation(times(9, "Wat is er nodig?\n\n"))) << "a list of questions";
  EXPECT_FALSE(is_conversation(times(3, "Hoe ging dat?\n\nGoed.\n\n"))) << "too short to say";
  EXPECT_FALSE(is_conversation(times(9, "I: Hoe ging dat?\nR: Goed.\n")));
  EXPECT_FALSE(is_conversation(times(9, "\u2013 de kosten van vervoer naar de zorg;\n")))
      << "a list";
  EXPECT_FALSE(is_conversation(""));
}

TEST(Conversation, HasTimesWhereHalfOfItsLinesHaveAMark) {
  EXPECT_TRUE(
      has_times("[00:01] Wij.\n\n[00:05] En?\n[00:09] Goed.\nDus.\nAch.\nToen. #00:00:12-3#\n"));
  EXPECT_FALSE(has_times("[00:01] Wij.\n[00:05] En?\n[00:09] Goed.\n"));
  EXPECT_FALSE(has_times("[00:01] Wij.\n[00:05] En?\n[00:09] Nu.\n[00:10] Ja.\na\nb\nc\nd\ne\n"));
  EXPECT_FALSE(has_times("Om 10:30 uur.\nOm 11:30 uur.\nOm 12:00 uur.\nOm 13:00 uur."));
  EXPECT_FALSE(has_times(""));
}

}  // namespace
}  // namespace pipeline

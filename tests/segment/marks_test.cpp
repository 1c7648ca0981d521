#include "pipeline/segment/marks.h"

#include <gtest/gtest.h>

#include <string>

namespace pipeline {
namespace {

using Reader = std::optional<TimeMark> (*)(std::string_view, std::uint32_t);

std::int64_t ms_of(Reader reader, const std::string& text) {
  const auto mark = reader(text, 0);
  return mark && mark->end == text.size() ? mark->ms : -1;
}

TEST(TimeMarks, HaveHoursMinutesSecondsAndParts) {
  struct Case {
    std::string text;
    std::int64_t ms;
  };
  const Case cases[] = {
      {"[00:12]", 12'000},    {"[1:02:03]", 3'723'000},
      {"[00:01.5]", 1'500},   {"[00:01,25]", 1'250},
      {"[00:01.125]", 1'125}, {"#00:01:02-3#", 62'300},
      {"#00:01:02#", 62'000}, {"[90:00]", 5'400'000},
      {"[0:1]", -1},          {"[00:61]", -1},
      {"[00:00:61]", -1},     {"[00:12", -1},
      {"[12]", -1},           {"[1234:00]", -1},
      {"[00:012]", -1},       {"(00:12)", -1},
      {"00:12", -1},          {"", -1},
  };
  for (const auto& [text, ms] : cases) EXPECT_EQ(ms_of(time_mark_at, text), ms) << text;
}

TEST(TimeMarks, MayBeBareOrInRoundBracketsWhereALineBegins) {
  EXPECT_EQ(ms_of(loose_time_mark_at, "(00:12)"), 12'000);
  EXPECT_EQ(ms_of(loose_time_mark_at, "00:00:12"), 12'000);
  EXPECT_EQ(ms_of(loose_time_mark_at, "[00:12]"), 12'000);
  EXPECT_EQ(ms_of(loose_time_mark_at, "0012"), -1);
}

TEST(TimeMarks, MaySayUntilWhen) {
  for (const std::string_view text :
       {"[00:12 - 00:15]", "[00:12-00:15]", "[00:12 --> 00:15]", "#00:12–00:15#"}) {
    const auto mark = time_mark_at(text, 0);
    ASSERT_TRUE(mark) << text;
    EXPECT_EQ(mark->ms, 12'000) << text;
    EXPECT_EQ(mark->until_ms, 15'000) << text;
  }
  EXPECT_EQ(loose_time_mark_at("00:12 - straks", 0), (TimeMark{5, 12'000}));
  EXPECT_EQ(loose_time_mark_at("00:12 - 00:05", 0),
            (TimeMark{5, 12'000}));  // ends before it begins
}

TEST(TimeMarks, AreFoundAtTheEndOfALine) {
  EXPECT_EQ(time_mark_before_end("Ja. #00:00:05-2#"), (TimeMark{4, 5'200}));
  EXPECT_EQ(time_mark_before_end("Ja. [00:05]"), (TimeMark{4, 5'000}));
  EXPECT_EQ(time_mark_before_end("[00:05]"), (TimeMark{0, 5'000}));
  for (const std::string_view text : {"", "#", "]", "ja [lacht]", "nr. #", "ja (00:05)"})
    EXPECT_FALSE(time_mark_before_end(text)) << text;
}

}  // namespace
}  // namespace pipeline

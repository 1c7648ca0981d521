// Time marks of transcripts: [00:12:04], (00:12), #00:01:02-3# (f4: tenths after the hyphen), and
// a bare 00:12:04 where a line may begin with one; or from when to when: [00:12 - 00:15],
// 00:00:01.200 --> 00:00:05.200.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace pipeline {

struct TimeMark {
  std::uint32_t end = 0;  // offset past the mark
  std::int64_t ms = 0;
  std::optional<std::int64_t> until_ms = {};

  friend bool operator==(const TimeMark&, const TimeMark&) = default;
};

// The mark that begins at `at`, in square brackets or between number signs.
std::optional<TimeMark> time_mark_at(std::string_view text, std::uint32_t at);
// The same, or in round brackets or bare: forms that running text has for clock times too.
std::optional<TimeMark> loose_time_mark_at(std::string_view text, std::uint32_t at);
// The mark of the first kind that ends `text`: its begin (as `end`) and time.
std::optional<TimeMark> time_mark_before_end(std::string_view text);

}  // namespace pipeline

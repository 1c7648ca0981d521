#include "pipeline/search/dates.h"

#include <gtest/gtest.h>

#include <vector>

namespace pipeline {
namespace {

TEST(Dates, HoldTheDaysThatTheySay) {
  const std::vector<std::string> days = {"2024-12-31", "2025-01-01", "2025-12-31", "2026-03-01",
                                         "2026-03-31", "2026-04-01", "2027-01-01"};
  const struct {
    std::string text;
    std::vector<std::size_t> held;
  } cases[] = {
      {"2025", {1, 2}},
      {"2026-03", {3, 4}},
      {"2026-03-31", {4}},
      {"2025..2026", {1, 2, 3, 4, 5}},
      {"2025-12..2026-03", {2, 3, 4}},
      {"2025-12-31..2026-03-01", {2, 3}},
      {"..2025", {0, 1, 2}},
      {"2026-04..", {5, 6}},
      {">=2026-03", {3, 4, 5, 6}},
      {">2026-03", {5, 6}},
      {"<=2025", {0, 1, 2}},
      {"<2025", {0}},
      {"<2026-04", {0, 1, 2, 3, 4}},
      {"<2026-03-31", {0, 1, 2, 3}},
      {"<2025-01-01", {0}},
      {"<2020", {}},
  };
  for (const auto& [text, held] : cases) {
    const auto range = parse_dates(text);
    ASSERT_TRUE(range.has_value()) << text;
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < days.size(); ++i)
      if (range->from <= days[i] && days[i] <= range->to) found.push_back(i);
    EXPECT_EQ(found, held) << text;
  }
}

TEST(Dates, AreNothingElse) {
  for (const char* const text :
       {"", "..", "gisteren", "26", "2026-13", "2026-00", "2026-3", "2026-03-32", "2026..2025",
        "2026...2027", "=2026", ">=", "12-03-2026", "2026-03-12x"})
    EXPECT_FALSE(parse_dates(text).has_value()) << text;
}

}  // namespace
}  // namespace pipeline

#include "pipeline/read/number_format.h"

#include <gtest/gtest.h>

namespace pipeline {
namespace {

struct Row {
  double number;
  const char* format;
  const char* shown;
};

TEST(NumberFormat, ShowsNumbersAsASpreadsheetDoes) {
  const std::vector<Row> rows{{12, "General", "12"},
                              {0.1 + 0.2, "General", "0,3"},
                              {1e21, "General", "1e+21"},
                              {12.5, "0.00", "12,50"},
                              {12.5, "0.##", "12,5"},
                              {12, "0.##", "12"},
                              {1234567.891, "#,##0.0", "1234567,9"},
                              {0.256, "0%", "26%"},
                              {12.5, "[$€-413] #,##0.00", "€ 12,50"},
                              {12.5, "_-\"€\" * #,##0.00_-", "€ 12,50"},
                              {4, "0\" jaar\"", "4 jaar"},
                              {-3, "0;[Red]-0", "-3"},
                              {0.5, "# ?/?", "0,5"},
                              {12000, "0.00E+00", "12000"},
                              {7, "@", "7"},
                              {7, "", "7"}};
  for (const Row& row : rows)
    EXPECT_EQ(shown_number(row.number, row.format), row.shown) << row.format;
}

TEST(NumberFormat, GivesDatesTheFormThatCanBeSorted) {
  const std::vector<Row> rows{{46093, "d mmmm yyyy", "2026-03-12"},
                              {46093, "[$-413]d-mmm-yy;@", "2026-03-12"},
                              {46093, "mmm yyyy", "2026-03"},
                              {46093, "yyyy", "2026"},
                              {46093.586806, "d-m-yyyy h:mm", "2026-03-12 14:05"},
                              {46093.99999999, "d-m-yyyy h:mm:ss", "2026-03-13 00:00:00"},
                              {0.586806, "h:mm", "14:05"},
                              {1.5, "[h]:mm", "36:00"},
                              {59, "d-m-yyyy", "1900-02-28"},
                              {61, "d-m-yyyy", "1900-03-01"},
                              {2958465, "d-m-yyyy", "9999-12-31"},
                              {2958466, "d-m-yyyy", "2958466"},
                              {-1, "d-m-yyyy", "-1"}};
  for (const Row& row : rows)
    EXPECT_EQ(shown_number(row.number, row.format), row.shown) << row.format;
  EXPECT_EQ(shown_number(44631, "d-m-yyyy", Epoch::y1904), "2026-03-12");
  EXPECT_EQ(shown_number(46093, builtin_format(14)), "2026-03-12");
  EXPECT_EQ(shown_number(46093, builtin_format(49)), "46093");
}

}  // namespace
}  // namespace pipeline

#include "pipeline/model/utf8.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace pipeline {
namespace {

TEST(Utf8, WritesWhatItReads) {
  for (const char32_t value : {U'\0', U'a', U'\x7F', U'\x80', U'é', U'\x7FF', U'\x800', U'…',
                               U'\xFFFF', U'\U00010000', U'😀', U'\U0010FFFF'}) {
    std::string text = "x";
    append(text, value);
    const CodePoint read = code_point_at(text, 1);
    EXPECT_EQ(read.value, value);
    EXPECT_EQ(read.size, text.size() - 1);
    EXPECT_EQ(code_point_before(text, text.size()), read);
  }
}

TEST(Utf8, CountsCodePointsAndNotBytes) {
  for (const auto& [text, count] : std::vector<std::pair<std::string, std::size_t>>{
           {"", 0}, {"ideeën", 6}, {"één", 3}, {"€ 5…", 4}, {"😀!", 2}})
    EXPECT_EQ(count_code_points(text), count) << text;
}

TEST(Utf8, TellsWellFormedFromOther) {
  struct Row {
    std::string bytes;
    std::uint32_t size;
  };
  for (const Row& row :
       {Row{"a", 1}, Row{"\x7F", 1}, Row{"\xC2\x80", 2}, Row{"\xE0\xA0\x80", 3},
        Row{"\xED\x9F\xBF", 3}, Row{"\xEE\x80\x80", 3}, Row{"\xF0\x90\x80\x80", 4},
        Row{"\xF4\x8F\xBF\xBF", 4},
        // On its own, cut off, longer than need be, a surrogate, past the last one.
        Row{"\x80", 0}, Row{"\xC3", 0}, Row{"\xC3(", 0}, Row{"\xE2\x82", 0}, Row{"\xC0\x80", 0},
        Row{"\xE0\x9F\xBF", 0}, Row{"\xF0\x8F\xBF\xBF", 0}, Row{"\xED\xA0\x80", 0},
        Row{"\xF4\x90\x80\x80", 0}, Row{"\xF5\x80\x80\x80", 0}, Row{"\xFF", 0}}) {
    EXPECT_EQ(well_formed_size(row.bytes, 0), row.size) << testing::PrintToString(row.bytes);
    EXPECT_EQ(well_formed_size("x" + row.bytes + "é", 1), row.size)
        << testing::PrintToString(row.bytes);
  }
}

}  // namespace
}  // namespace pipeline

#include "pipeline/model/utf8.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace pipeline

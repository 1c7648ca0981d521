#include "pipeline/language/function_words.h"

#include <gtest/gtest.h>

#include "tests/support/word_table.h"

namespace pipeline {
namespace {

TEST(FunctionWords, AreToldFromWordsThatSaySomethingByTheirFirstReading) {
  const auto is_function = [](std::string_view word) {
    const auto readings = word_table().readings(word);
    return !readings.empty() && is_function_word(readings.front());
  };
  for (const char* word : {"de", "een", "wij", "van", "en", "omdat", "zijn", "hebben", "kunnen",
                           "niet", "ook", "dan", "er", "dat"})
    EXPECT_TRUE(is_function(word)) << word;
  for (const char* word :
       {"gemeente", "vertrouwen", "samenwerken", "goed", "zorg", "moeilijk", "bellen"})
    EXPECT_FALSE(is_function(word)) << word;
}

}  // namespace
}  // namespace pipeline

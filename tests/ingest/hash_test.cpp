#include "pipeline/ingest/hash.h"

#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"

namespace pipeline {
namespace {

TEST(Hash, IsTheSameForAFileAndForItsBytes) {
  const TemporaryFolder folder;
  for (const std::size_t size : {0U, 1U, 65'535U, 65'536U, 65'537U, 300'000U}) {
    const std::string bytes(size, 'x');
    const auto file = folder.write("a", bytes);
    EXPECT_EQ(hash_of_file(file), hash_of(bytes)) << size;
  }
}

TEST(Hash, IsThirtyTwoDigitsAndTellsBytesApart) {
  EXPECT_EQ(hash_of("vertrouwen").size(), 32U);
  EXPECT_EQ(hash_of("vertrouwen").find_first_not_of("0123456789abcdef"), std::string::npos);
  EXPECT_NE(hash_of("vertrouwen"), hash_of("vertrouwen "));
  EXPECT_NE(hash_of(""), hash_of(std::string(1, '\0')));
}

TEST(Hash, OfAFileThatIsNotThereIsNone) {
  const TemporaryFolder folder;
  EXPECT_EQ(hash_of_file(folder.path() / "nergens"), std::nullopt);
}

}  // namespace
}  // namespace pipeline

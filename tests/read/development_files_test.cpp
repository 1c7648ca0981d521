// The files of others that the readers were developed with, where they lie beside the source tree.
#include <gtest/gtest.h>

#include "tests/support/reading.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;

TEST(DevelopmentFiles, GiveARegularDocumentOrAnError) {
  const fs::path data = fs::path(SAMENSPEL_SOURCE_DIR) / ".." / "shared" / "data";
  if (!fs::exists(data)) GTEST_SKIP() << "there is no " << data;
  unsigned read_files = 0;
  for (const char* folder : {"ingest/files", "transcript"})
    for (const auto& entry : fs::directory_iterator(data / folder)) {
      const auto document = read(entry.path());
      if (document) {
        EXPECT_EQ(broken_promise(*document), "") << entry.path();
        ++read_files;
      } else {
        EXPECT_EQ(document.error().where, entry.path().string());
        EXPECT_NE(document.error().message, "");
      }
    }
  EXPECT_GT(read_files, 0U);
}

}  // namespace
}  // namespace pipeline

// The demonstration corpus shows what can be read, so it has a document of each format.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "pipeline/read/read.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;

TEST(Corpus, HasADocumentOfEachFormat) {
  std::set<std::string> endings;
  for (const auto& entry : fs::recursive_directory_iterator(SAMENSPEL_SOURCE_DIR "/corpus"))
    if (entry.path().filename() != "cases.csv" && entry.path().filename() != "codings.tsv")
      endings.insert(entry.path().extension());
  // A flat ODT is another wrapping, and Whisper's table says what its JSON says.
  for (const Format& format : formats()) {
    if (format.name == "fodt" || format.name == "tsv") continue;
    EXPECT_TRUE(std::ranges::any_of(format.endings, [&](const std::string& ending) {
      return endings.contains(ending);
    })) << format.name;
  }
}

}  // namespace
}  // namespace pipeline

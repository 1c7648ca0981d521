// The sources that a test of the house looks through.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace pipeline {

inline std::string text_of(const std::filesystem::path& file) {
  std::ifstream stream(file);
  return {std::istreambuf_iterator<char>(stream), {}};
}

// Every .h and .cpp of pipeline/.
template <typename Check>
void for_each_source(Check check) {
  const auto folder = std::filesystem::path(SAMENSPEL_SOURCE_DIR) / "pipeline";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.path().extension() == ".h" || entry.path().extension() == ".cpp") check(entry.path());
}

}  // namespace pipeline

// Types of one name in two files would be one type to the linker, which keeps a single destructor
// for both (the one-definition rule, [basic.def.odr]); no compiler says so. Hence a name stands
// once.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <string>
#include <vector>

#include "tests/house/sources.h"

namespace {

namespace fs = std::filesystem;

// Those that other files see: defined at the beginning of a line, outside of an unnamed namespace.
std::vector<std::string> types_in(const fs::path& path) {
  static const std::regex form(
      R"(^(?:struct|class|enum|enum class) (\w+)(?: final)?(?: : [^{]*)? \{)");
  std::vector<std::string> types;
  bool is_hidden = false;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (line == "namespace {") is_hidden = true;
    if (line == "}  // namespace") is_hidden = false;
    if (std::smatch match; !is_hidden && std::regex_search(line, match, form))
      types.push_back(match[1]);
  }
  return types;
}

TEST(NamesOfTypes, StandOnce) {
  std::map<std::string, std::vector<std::string>> places;
  const fs::path root = fs::path(SAMENSPEL_SOURCE_DIR) / "pipeline";
  pipeline::for_each_source([&](const fs::path& path) {
    for (const std::string& type : types_in(path)) places[type].push_back(fs::relative(path, root));
  });
  ASSERT_GT(places.size(), 300U) << "types are not found any more";
  for (const auto& [type, files] : places)
    EXPECT_EQ(files.size(), 1U) << type << " in " << testing::PrintToString(files);
}

}  // namespace

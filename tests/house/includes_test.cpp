// Holds each folder to its line in CMakeLists.txt: whom it may include, and where third-party
// headers may stand.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "tests/house/sources.h"

namespace {

using pipeline::text_of;

namespace fs = std::filesystem;
const fs::path root = SAMENSPEL_SOURCE_DIR;

// Folder -> the folders after USES, and itself and model.
std::map<std::string, std::set<std::string>> allowed_folders() {
  std::map<std::string, std::set<std::string>> allowed;
  const std::string text = text_of(root / "CMakeLists.txt");
  const std::regex line(
      R"((pipeline_library\((\w+)|pipeline_program\(\w+\s+FOLDER\s+(\w+))([^)]*)\))");
  for (std::sregex_iterator it(text.begin(), text.end(), line), end; it != end; ++it) {
    const std::string folder = (*it)[2].matched ? (*it)[2] : (*it)[3];
    allowed[folder] = {folder, "model"};
    std::istringstream words((*it)[4]);
    bool uses = false;
    for (std::string word; words >> word;) {
      if (word == "SOURCES" || word == "USES" || word == "LIBRARIES")
        uses = word == "USES";
      else if (uses)
        allowed[folder].insert(word);
    }
  }
  return allowed;
}

std::set<std::string> headers_in(const fs::path& path, const std::regex& form) {
  std::set<std::string> found;
  const std::string text = text_of(path);
  for (std::sregex_iterator it(text.begin(), text.end(), form), end; it != end; ++it)
    found.insert((*it)[1]);
  return found;
}

std::string folder_of(const fs::path& path) {
  return fs::relative(path, root / "pipeline").begin()->string();
}

TEST(Includes, StayWithinTheFoldersLineInTheBuild) {
  const auto allowed = allowed_folders();
  ASSERT_TRUE(allowed.contains("model"));
  const std::regex own("#include \"pipeline/([a-z]+)/");
  pipeline::for_each_source([&](const fs::path& path) {
    const auto it = allowed.find(folder_of(path));
    ASSERT_NE(it, allowed.end()) << path << " stands in no line of CMakeLists.txt";
    for (const std::string& used : headers_in(path, own))
      EXPECT_TRUE(it->second.contains(used)) << path << " includes pipeline/" << used;
  });
}

TEST(Includes, KeepThirdPartyHeadersOutOfHeaders) {
  // The last is for store/bind.h, which is private to its folder and all templates.
  const std::set<std::string> exceptions{"tl/expected.hpp", "nlohmann/json_fwd.hpp",
                                         "SQLiteCpp/SQLiteCpp.h"};
  const std::regex foreign("#include <([^>]*(?:/|\\.h)[^>]*)>");
  pipeline::for_each_source([&](const fs::path& path) {
    if (path.extension() != ".h") return;
    for (const std::string& header : headers_in(path, foreign))
      EXPECT_TRUE(exceptions.contains(header)) << path << " includes <" << header << '>';
  });
}

TEST(Includes, AreGuardedByPragmaOnce) {
  pipeline::for_each_source([](const fs::path& path) {
    if (path.extension() != ".h") return;
    EXPECT_NE(text_of(path).find("#pragma once"), std::string::npos) << path;
  });
}

}  // namespace

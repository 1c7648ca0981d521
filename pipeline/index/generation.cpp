#include "pipeline/index/generation.h"

#include <charconv>
#include <string>
#include <string_view>
#include <vector>

namespace pipeline {
namespace {

namespace fs = std::filesystem;
constexpr std::string_view name_start = "generation-";

// 0 for anything that is not a generation.
unsigned long number_of(const fs::path& path) {
  const std::string name = path.filename().string();
  if (!name.starts_with(name_start)) return 0;
  unsigned long number = 0;
  const char* const end = name.data() + name.size();
  const auto [stopped, error] = std::from_chars(name.data() + name_start.size(), end, number);
  return error == std::errc() && stopped == end ? number : 0;
}

}  // namespace

std::optional<fs::path> newest_generation(const fs::path& index) {
  std::optional<fs::path> newest;
  if (!fs::is_directory(index)) return newest;
  for (const auto& entry : fs::directory_iterator(index))
    if (number_of(entry.path()) > (newest ? number_of(*newest) : 0)) newest = entry.path();
  return newest;
}

fs::path next_generation(const fs::path& index) {
  const auto newest = newest_generation(index);
  return index / (std::string(name_start) + std::to_string((newest ? number_of(*newest) : 0) + 1));
}

void remove_leftovers(const fs::path& index) {
  const auto newest = newest_generation(index);
  std::vector<fs::path> leftovers;
  for (const auto& entry : fs::directory_iterator(index)) {
    const bool is_ours = number_of(entry.path()) > 0 || entry.path().extension() == ".tmp";
    if (is_ours && entry.path() != newest) leftovers.push_back(entry.path());
  }
  for (const fs::path& leftover : leftovers) fs::remove_all(leftover);
}

}  // namespace pipeline

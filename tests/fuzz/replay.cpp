// Runs a fuzz entry over its seeds where there is no libFuzzer: files, or all files in folders.
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

namespace {

namespace fs = std::filesystem;

void run(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  const std::vector<char> bytes{std::istreambuf_iterator<char>(file), {}};
  const std::vector<std::uint8_t> input(bytes.begin(), bytes.end());
  LLVMFuzzerTestOneInput(input.data(), input.size());
}

}  // namespace

int main(int count, char** arguments) {
  unsigned seeds = 0;
  for (const fs::path& path : std::vector<fs::path>(arguments + 1, arguments + count)) {
    if (!fs::is_directory(path)) {
      run(path);
      ++seeds;
      continue;
    }
    for (const auto& entry : fs::recursive_directory_iterator(path))
      if (entry.is_regular_file()) {
        run(entry.path());
        ++seeds;
      }
  }
  std::printf("%u seeds\n", seeds);
  return seeds > 0 ? 0 : 1;
}

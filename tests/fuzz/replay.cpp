// Runs a fuzz entry over its seeds where there is no libFuzzer: files, or all files in folders.
//   fuzz_NAME [--mutations COUNT] FILE_OR_FOLDER...
// With --mutations also over that many broken forms of them, the same each time. What breaks the
// entry, or takes it more than ten seconds, is left in the file "broken" in the folder one stands
// in, and ends the program.
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "tests/fuzz/mutate.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

namespace {

namespace fs = std::filesystem;

constexpr unsigned longest = 10;  // seconds
const char* const left_behind = "broken";

void run(const std::string& bytes) {
  const std::vector<std::uint8_t> input(bytes.begin(), bytes.end());
  LLVMFuzzerTestOneInput(input.data(), input.size());
}

std::vector<std::string> contents_of(const std::vector<fs::path>& paths) {
  std::vector<fs::path> files;
  for (const fs::path& path : paths) {
    if (!fs::is_directory(path)) files.push_back(path);
    if (!fs::is_directory(path)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(path))
      if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<std::string> contents;
  for (const fs::path& file : files) {
    std::ifstream stream(file, std::ios::binary);
    contents.emplace_back(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
  }
  return contents;
}

void run_mutated(const std::vector<std::string>& seeds, std::size_t count) {
  using Clock = std::chrono::steady_clock;
  std::mt19937 random(20'263);
  double slowest = 0;
  std::signal(SIGALRM, [](int) {
    constexpr char told[] = "more than ten seconds; see the file \"broken\"\n";
    if (::write(STDERR_FILENO, told, sizeof told - 1) < 0) std::_Exit(4);
    std::_Exit(3);
  });
  for (std::size_t i = 0; i < count; ++i) {
    const std::string bytes = pipeline::mutated(seeds[i % seeds.size()], random);
    std::ofstream(left_behind, std::ios::binary) << bytes;
    const auto begun = Clock::now();
    ::alarm(longest);
    run(bytes);
    ::alarm(0);
    slowest = std::max(slowest, std::chrono::duration<double>(Clock::now() - begun).count());
  }
  fs::remove(left_behind);
  std::printf("%zu mutations, the slowest %.2f s\n", count, slowest);
}

}  // namespace

int main(int count, char** arguments) {
  std::vector<std::string> words(arguments + 1, arguments + count);
  std::size_t mutations = 0;
  if (words.size() > 1 && words[0] == "--mutations") {
    mutations = std::strtoul(words[1].c_str(), nullptr, 10);
    words.erase(words.begin(), words.begin() + 2);
  }
  const std::vector<std::string> seeds =
      contents_of(std::vector<fs::path>(words.begin(), words.end()));
  for (const std::string& seed : seeds) run(seed);
  std::printf("%zu seeds\n", seeds.size());
  if (seeds.empty()) return 1;
  if (mutations > 0) run_mutated(seeds, mutations);
  return 0;
}

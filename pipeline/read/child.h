// Another program run on bytes, for formats that it reads and we do not: `catdoc` for old Word
// files. It is started without a shell, gets the bytes as its standard input, and is held to limits
// of time, memory and output; whatever a broken file makes it do, it does not do it to us.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pipeline {

struct ChildLimits {
  std::chrono::milliseconds time{30'000};
  std::uint64_t memory_bytes = 1ULL << 30;
  std::uint64_t output_bytes = 64ULL << 20;
};

enum class ChildEnd { done, failed, too_slow, too_much };

struct ChildOutput {
  ChildEnd end = ChildEnd::failed;
  std::string text;  // its standard output
};

// Where PATH has the program; nothing where it has not.
std::optional<std::string> find_program(const std::string& name);

// Runs the program at `path` to its end or to a limit. `failed`: it could not be started, or ended
// with an error.
ChildOutput run_child(const std::string& path, const std::vector<std::string>& arguments,
                      std::string_view input, const ChildLimits& limits);

}  // namespace pipeline

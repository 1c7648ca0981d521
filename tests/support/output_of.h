// What a command line prints, as a shell runs it.
#pragma once

#include <cstdio>
#include <string>

namespace pipeline {

// Standard output, whole; nothing where the shell cannot be run.
inline std::string output_of(const std::string& command) {
  std::string text;
  std::FILE* const pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return text;
  char block[4096];
  for (std::size_t size = 0; (size = std::fread(block, 1, sizeof block, pipe)) > 0;)
    text.append(block, size);
  pclose(pipe);
  return text;
}

}  // namespace pipeline

// The body of the fuzz entries of the readers: any bytes give a regular document or an error.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "tests/support/reading.h"

namespace pipeline {

inline int read_any(std::string_view bytes, const std::string& name) {
  ReadLimits limits;
  limits.unpacked_bytes = 16 << 20;
  const std::string broken = broken_promise(bytes, name, limits);
  if (broken.empty()) return 0;
  std::fprintf(stderr, "%s: %s\n", name.c_str(), broken.c_str());
  std::abort();
}

}  // namespace pipeline

// The word table of this build, opened once for a test binary.
#pragma once

#include <filesystem>

#include "pipeline/language/word_table.h"

namespace pipeline {

inline const WordTable& word_table() {
  static const WordTable opened =
      WordTable::open(std::filesystem::path(SAMENSPEL_BINARY_DIR) / "words.bin").value();
  return opened;
}

}  // namespace pipeline

// The lexicon that the program comes with, read once a test binary.
#pragma once

#include <filesystem>

#include "pipeline/lexicon/lexicon_file.h"

namespace pipeline {

inline const Lexicon& samenwerking() {
  static const Lexicon lexicon =
      read_lexicon(std::filesystem::path(SAMENSPEL_SOURCE_DIR) / "lexicons/samenwerking").value();
  return lexicon;
}

}  // namespace pipeline

// What the tests of tagging share: the compiled word table and a tiny lexicon.
#pragma once

#include <filesystem>

#include "pipeline/lexicon/lexicon_file.h"
#include "tests/support/word_table.h"

namespace pipeline {

// The tiny lexicon of tests/tag/lexicon: three factors and every class of cue.
inline const Lexicon& tiny_lexicon() {
  static const Lexicon lexicon =
      read_lexicon(std::filesystem::path(SAMENSPEL_SOURCE_DIR) / "tests/tag/lexicon").value();
  return lexicon;
}

}  // namespace pipeline

// What the tests of tagging share: the compiled word table, and a lexicon from a few lines.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/language/word_table.h"
#include "pipeline/lexicon/lexicon_file.h"
#include "pipeline/lexicon/lexicon_reader.h"

namespace pipeline {

inline const WordTable& word_table() {
  static const WordTable table =
      WordTable::open(std::filesystem::path(SAMENSPEL_BINARY_DIR) / "words.bin").value();
  return table;
}

// The tiny lexicon of tests/tag/lexicon: three factors and every class of cue.
inline const Lexicon& tiny_lexicon() {
  static const Lexicon lexicon =
      read_lexicon(std::filesystem::path(SAMENSPEL_SOURCE_DIR) / "tests/tag/lexicon").value();
  return lexicon;
}

}  // namespace pipeline

// The texts of a lexicon's files -> Lexicon, with all mistakes in all of them. Knows no disk, so
// that a test or a fuzzer can hand it any text.
#pragma once

#include <string>
#include <vector>

#include "pipeline/lexicon/lexicon.h"
#include "pipeline/model/result.h"

namespace pipeline {

struct LexiconText {
  std::string name;  // "relatie.toml": says what kind of file it is
  std::string toml;
};

// What Lexicon::hash is of these files; the same in whatever order they come.
std::string hash_of_lexicon(std::vector<LexiconText> files);

// `folder` stands before the names in errors. Errors come in order of file, line and column.
Checked<Lexicon> parse_lexicon(std::vector<LexiconText> files, const std::string& folder);

}  // namespace pipeline

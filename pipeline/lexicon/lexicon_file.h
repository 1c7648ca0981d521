// lexicons/NAME/*.toml -> Lexicon. One file a theme, `lexicon.toml` for the whole, `groepen.toml`
// for word groups, `context.toml` for cues; docs/lexicon-format.md describes them.
#pragma once

#include <filesystem>

#include "pipeline/lexicon/lexicon.h"
#include "pipeline/model/result.h"

namespace pipeline {

// Reads and checks a whole folder. All mistakes are reported, each with file, line, column and a
// fix.
Checked<Lexicon> read_lexicon(const std::filesystem::path& folder);

// What Lexicon::hash is of the lexicon in a folder, without looking at what its files say: whether
// it is still the one that a run used. Errors: a file that cannot be read.
Checked<std::string> lexicon_hash(const std::filesystem::path& folder);

}  // namespace pipeline

// What is not wrong in a lexicon but may not be meant: a word that no one knows, a pattern that
// stands with two factors. Not an error: the lexicon works. tag/lint.h looks for all of it.
//   relatie.toml:12:9: patroon 'vertrowen': 'vertrowen' staat niet in de woordtabel ...
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/lexicon/lexicon.h"

namespace pipeline {

struct LintNote {
  enum class Kind : std::uint8_t { unknown_word, never_matches, covered, duplicate, wide_wildcard };
  Kind kind = Kind::unknown_word;
  Source source;
  std::string message;             // one line, begins with the pattern
  std::vector<std::string> forms;  // wide_wildcard: what it catches

  friend bool operator==(const LintNote&, const LintNote&) = default;
};

std::string_view to_string(LintNote::Kind kind);  // "onbekend-woord", "nooit" ...

// Patterns that stand more than once: with another factor, or with the same one in another
// spelling. In order of the lexicon.
std::vector<LintNote> find_duplicates(const Lexicon& lexicon);

}  // namespace pipeline

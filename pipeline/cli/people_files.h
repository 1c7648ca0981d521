// What people coded in files beside a file of sentences: one file a coder, who is called after it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/cli/command_line.h"
#include "pipeline/evaluate/coding_tables.h"

namespace pipeline {

// Where these files come from, for a command that works on them instead of on a study.
struct PeopleFiles {
  std::string& sentences;
  std::vector<std::string>& codings;
  std::filesystem::path& lexicon;
};
// --sentences and --codings, which need each other, and --lexicon, which needs them. Gives the
// first.
Argument add_people_options(const Command& command, PeopleFiles files,
                            const std::string& about_sentences, const std::string& about_lexicon);

Result<std::vector<CoderCodings>> read_people(const std::vector<std::string>& files,
                                              const std::vector<SentenceRow>& sentences);

}  // namespace pipeline

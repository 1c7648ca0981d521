// What may be a name in files that are to be taken in, or in a study that has taken them in: read
// and cut as ingest would, with nothing stored.
#pragma once

#include <filesystem>
#include <span>
#include <vector>

#include "pipeline/model/result.h"
#include "pipeline/pseudonymise/candidates.h"
#include "pipeline/store/store.h"

namespace pipeline {

struct NamesFound {
  std::vector<Candidate> candidates;
  std::vector<Outcome> outcomes;  // files that could not be read, and why
};

// With what cases.csv says of the files; one that cannot be used is an error.
Checked<NamesFound> names_in_files(std::span<const std::filesystem::path> inputs,
                                   const WordTable& words);
NamesFound names_in_study(const Store& store, const WordTable& words);

}  // namespace pipeline

// What a study knows of its pseudonyms: only that it has them, of how many names, and a number by
// which a run tells whether the list is the one of last time. It stands in the settings of each
// run:
//   "langste_passage=4000 ... pseudoniemen=12/8214990131726354027/1305922748815103224"
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/result.h"
#include "pipeline/pseudonymise/pseudonymise.h"
#include "pipeline/store/store.h"
#include "pipeline/store/study.h"

namespace pipeline {

struct PseudonymMark {
  std::uint64_t names = 0;
  std::uint64_t salt = 0;   // a random number of this study's own
  std::uint64_t print = 0;  // hash of salt and list

  friend bool operator==(const PseudonymMark&, const PseudonymMark&) = default;
};

// None: not pseudonymised.
std::optional<PseudonymMark> pseudonym_mark(std::string_view settings);
std::optional<PseudonymMark> pseudonym_mark(const std::optional<RunRecord>& last);
std::string to_string(const PseudonymMark& mark);  // "pseudoniemen=12/..."

// The mark of a run with this list; the salt stays what it was.
PseudonymMark mark_of(const Pseudonymiser& pseudonymise,
                      const std::optional<PseudonymMark>& former);

struct Pseudonyms {
  Pseudonymiser pseudonymise;
  std::vector<Error> warnings;
};

// Reads names.csv for a study. Refuses a list that lies within the study's folder, and a study.toml
// with a name of the list in it.
Checked<Pseudonyms> open_pseudonyms(const Study& study, const std::filesystem::path& names,
                                    const WordTable& words, PseudonymOptions options);

// A message of a run: names are replaced, those of files in it as documents are renamed.
Said without_names(const Pseudonymiser& pseudonymise, const Said& message);

}  // namespace pipeline

// What people coded elsewhere, from a table with tabs into a study:
//   document                     citaat                        factor      valentie  modaliteit
//   westerbeek/interview.txt     Er was geen vertrouwen.       vertrouwen  faal      feit
//   westerbeek/interview.txt     van 812 tot 840 in code points instead, as columns `begin`, `eind`
// Every line becomes one coding of one person, or is named with what is wrong with it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/lexicon/lexicon.h"
#include "pipeline/model/result.h"
#include "pipeline/store/store.h"

namespace pipeline {

struct ImportReport {
  std::uint64_t lines = 0, added = 0, known = 0;  // known: this coder had coded so already
  std::uint64_t documents = 0;
  Errors errors;  // by line; those lines added nothing
};

// Error: the table has not the columns. `file`: for errors.
Result<ImportReport> import_codings(std::string_view text, const std::string& file,
                                    const std::string& coder, const Lexicon& lexicon, Store& store);

}  // namespace pipeline

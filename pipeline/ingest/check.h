// Is a study whole? The database by its own rules, every text by its hash, every offset by its
// place, the index by what the store holds.
#pragma once

#include <string>
#include <vector>

#include "pipeline/model/result.h"
#include "pipeline/store/study.h"

namespace pipeline {

struct CheckReport {
  std::uint64_t documents = 0, passages = 0, codings = 0;  // looked at
  std::vector<std::string> found;                          // what is wrong, with what to do
};

// Reads everything; writes nothing.
Result<CheckReport> check_study(const Study& study);

}  // namespace pipeline

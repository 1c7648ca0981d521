// What people coded in files beside a file of sentences: one file a coder, who is called after it.
#pragma once

#include <string>
#include <vector>

#include "pipeline/evaluate/coding_tables.h"

namespace pipeline {

Result<std::vector<CoderCodings>> read_people(const std::vector<std::string>& files,
                                              const std::vector<SentenceRow>& sentences);

}  // namespace pipeline

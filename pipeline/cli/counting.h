// What commands that count need: the study opened, its facts, and who takes part.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/session.h"
#include "pipeline/model/coded_document.h"
#include "pipeline/report/frequency.h"

namespace pipeline {

struct ScopeOptions {
  std::string where;
  FrequencyScope scope;
};

// --where, --coder, --interviewers
void add_scope_options(const Command& command, ScopeOptions& options);

struct Counting {
  Study study;
  Store store;
  std::vector<Factor> factors;
  CorpusFacts facts;
  FrequencyScope scope;
};

// Says what is wrong on standard error and gives nothing.
std::optional<Counting> open_to_count(const Session& session, const ScopeOptions& options);

}  // namespace pipeline

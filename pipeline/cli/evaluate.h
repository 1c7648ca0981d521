// The command `evaluate` answers from a file of sentences with people's codings, or from a study:
// by what was accepted and rejected there, or pattern by pattern.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/cli/session.h"
#include "pipeline/cli/tables.h"

namespace pipeline {

struct EvaluateOptions {
  std::string sentences;  // empty: the study
  std::vector<std::string> codings;
  std::filesystem::path lexicon;
  bool names_study = false;
  std::string by = "overzicht", against, disagreements;
  std::size_t show = 0;
  bool names_show = false;
  bool patterns = false, unused = false;
  std::string sort = "treffers", factor;
  TableOptions write;
};

// Each gives the exit status.
int evaluate_sentences(const Session& session, const EvaluateOptions& options);
int evaluate_study(const Session& session, const EvaluateOptions& options);
int evaluate_patterns(const Session& session, const EvaluateOptions& options);

}  // namespace pipeline

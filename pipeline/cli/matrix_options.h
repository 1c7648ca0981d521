// What the commands that show a rating matrix ask of it: its columns and the rule of its proposals.
#pragma once

#include <cstdint>
#include <optional>

#include "pipeline/cli/command_line.h"
#include "pipeline/report/rating_matrix.h"

namespace pipeline {

struct MatrixOptions {
  MatrixSpec spec;
  std::string outcome;
  std::optional<double> mixed;
  std::optional<std::uint32_t> strong_codings, strong_sources, fewest;

  // The rule of a study, but for what the command line says.
  RatingRule rule(const RatingRule& of_study) const;
};

// --columns, --all-factors and the rule. --outcome is the command's own, as it does with it what it
// likes.
void add_matrix_options(const Command& command, MatrixOptions& options);

}  // namespace pipeline

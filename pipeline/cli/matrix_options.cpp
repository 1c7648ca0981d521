#include "pipeline/cli/matrix_options.h"

#include "pipeline/cli/command_line.h"
#include "pipeline/model/tr.h"

namespace pipeline {

RatingRule MatrixOptions::rule(const RatingRule& of_study) const {
  RatingRule rule = of_study;
  rule.mixed = mixed.value_or(rule.mixed);
  rule.strong_codings = strong_codings.value_or(rule.strong_codings);
  rule.strong_sources = strong_sources.value_or(rule.strong_sources);
  rule.fewest = fewest.value_or(rule.fewest);
  return rule;
}

void add_matrix_options(const Command& command, MatrixOptions& options) {
  command.add_option("--columns", options.spec.columns, "De kolommen: case of een ander kenmerk")
      .type_name("WAT")
      .capture_default_str();
  command.add_flag("--all-factors", options.spec.empty_factors,
                   "Ook factoren waar niemand over sprak");
  command
      .add_option("--gemengd", options.mixed,
                  "Voorstel: gemengd als de kleinste kant minstens dit deel is (0 tot 0,5)")
      .type_name("DEEL")
      .within(0.0001, 0.5);
  const auto add = [&](const char* name, std::optional<std::uint32_t>& number,
                       const std::string& what) {
    command.add_option(name, number, what).type_name("N").between(1, 1000);
  };
  add("--sterk-coderingen", options.strong_codings,
      tr("Voorstel: feiten één kant op voor +2 of -2"));
  add("--sterk-sprekers", options.strong_sources, tr("Voorstel: sprekers daarvan voor +2 of -2"));
  add("--minimum", options.fewest, tr("Voorstel: ontbreekt bij minder coderingen"));
}

}  // namespace pipeline

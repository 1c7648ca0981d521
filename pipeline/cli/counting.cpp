#include "pipeline/cli/counting.h"

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/searching.h"

namespace pipeline {

void add_scope_options(const Command& command, ScopeOptions& options) {
  command.add_option("--where", options.where, "Alleen passages die een zoekvraag vindt")
      .type_name("VRAAG");
  command.add_option("--coder", options.scope.coder, "Alleen coderingen van deze codeur")
      .type_name("NAAM");
  command.add_flag("--interviewers", options.scope.interviewers, "Tel interviewers mee");
}

std::optional<Counting> open_to_count(const Session& session, const ScopeOptions& options) {
  auto study = session.study();
  auto store = study ? session.store(*study) : std::nullopt;
  auto factors = store ? session.factors(*study, *store) : std::nullopt;
  if (!factors) return std::nullopt;
  FrequencyScope scope = options.scope;
  if (!options.where.empty()) {
    scope.where = passages_found(session, *factors, options.where);
    scope.where_query = options.where;
    if (!scope.where) return std::nullopt;
  }
  CorpusFacts facts = store->facts();
  return Counting{std::move(*study), std::move(*store), std::move(*factors), std::move(facts),
                  std::move(scope)};
}

}  // namespace pipeline

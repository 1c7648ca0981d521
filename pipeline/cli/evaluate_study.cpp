#include <fmt/format.h>

#include <algorithm>

#include "pipeline/cli/evaluate.h"
#include "pipeline/evaluate/decisions.h"
#include "pipeline/evaluate/pattern_health.h"
#include "pipeline/model/near.h"
#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

constexpr std::size_t most_to_read = 40;  // patterns in a terminal, unless asked for more

constexpr std::pair<std::string_view, DecisionRows> row_kinds[] = {
    {"overzicht", DecisionRows::coder},
    {"factor", DecisionRows::factor},
    {"valentie", DecisionRows::valence},
    {"patroon", DecisionRows::pattern},
};

std::vector<KnownPattern> patterns_of(const Lexicon& lexicon, const std::string& factor) {
  std::vector<KnownPattern> known;
  for (const Pattern& pattern : lexicon.patterns) {
    const FactorId& id = lexicon.factors[pattern.factor].id;
    if (factor.empty() || factor == id)
      known.push_back(
          {id,
           {pattern.text, fmt::format("{}:{}", pattern.source.file, pattern.source.line)},
           pattern.valence});
  }
  return known;
}

// False, and said so, where the lexicon has no such factor.
bool is_factor(const Lexicon& lexicon, const std::string& name) {
  if (name.empty() || lexicon.find(name) != nullptr) return true;
  std::vector<std::string> names;
  for (const Factor& factor : lexicon.factors) names.push_back(factor.id);
  complain(tr("factor '{}' staat niet in het lexicon{}", name, suggest(name, names)));
  return false;
}

// Tables for programs are whole.
std::size_t most_rows(const EvaluateOptions& options) {
  if (options.names_show) return options.show;
  return options.write.format == "tekst" ? most_to_read : 0;
}

}  // namespace

int evaluate_study(const Session& session, const EvaluateOptions& options) {
  const auto study = session.study();
  const auto store = study ? session.store(*study) : std::nullopt;
  const auto factors = store ? session.factors(*study, *store) : std::nullopt;
  if (!factors) return exit_error;
  const CorpusFacts facts = store->facts();
  if (!count_decisions(verdicts(facts)).is_any_decided()) {
    complain(
        tr("in deze studie is nog niets te vergelijken: niemand heeft een voorstel aanvaard of "
           "verworpen of zelf iets gecodeerd; vergelijk met --sentences en --codings, of bekijk de "
           "patronen met --patterns"));
    return exit_nothing_found;
  }
  const auto rows =
      std::ranges::find(row_kinds, options.by, [](const auto& it) { return it.first; });
  print_table(decision_table(facts, store->evidence(facts), *factors, rows->second), options.write);
  return exit_done;
}

int evaluate_patterns(const Session& session, const EvaluateOptions& options) {
  const auto study = session.study();
  const auto store = study ? session.store(*study) : std::nullopt;
  const auto lexicon = store ? session.lexicon(study->lexicon()) : std::nullopt;
  if (!lexicon || !is_factor(*lexicon, options.factor)) return exit_error;
  const CorpusFacts facts = store->facts();
  auto patterns =
      pattern_health(facts, store->evidence(facts), patterns_of(*lexicon, options.factor));
  if (!options.factor.empty())
    std::erase_if(patterns, [&](const auto& it) { return it.pattern.factor != options.factor; });
  if (!options.unused)
    if (const auto sorted = sort_health(patterns, options.sort); !sorted) {
      complain(sorted.error());
      return exit_error;
    }
  const Table table = options.unused ? unused_table(patterns, most_rows(options))
                                     : health_table(patterns, most_rows(options));
  if (table.rows.empty()) {
    complain(options.unused ? tr("elk patroon heeft minstens één treffer")
                            : tr("geen patroon heeft een treffer; is er al iets ingelezen?"));
    return exit_nothing_found;
  }
  print_table(table, options.write);
  return exit_done;
}

}  // namespace pipeline

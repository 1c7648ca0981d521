#include "pipeline/report/case_outcomes.h"

#include <algorithm>

#include "pipeline/model/near.h"
#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(at, begin), text.size());
    parts.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

// The outcome of each case, by the attribute of its passages; a case of which documents say
// different things has none.
CaseOutcomes outcome_of_columns(const RatingMatrix& matrix, const CorpusFacts& facts,
                                const Dimension& outcome) {
  CaseOutcomes found{
      outcome.name, {}, std::vector<std::uint32_t>(matrix.columns.values.size(), no_outcome), {}};
  std::vector<bool> has_several(found.of.size());
  const auto columns = dimension(matrix.columns.name, facts, {});
  std::vector<std::uint32_t> place(columns->values.size(), no_outcome);
  for (std::uint32_t i = 0; i < matrix.columns.values.size(); ++i)
    if (const std::size_t v = place_of(*columns, matrix.columns.values[i].key); v < place.size())
      place[v] = i;
  for (std::size_t i = 0; i < facts.passages.size(); ++i) {
    const std::uint32_t column = place[columns->of[i]], value = outcome.of[i];
    if (!matrix.selection.passages[i] || column == no_outcome) continue;
    if (outcome.values[value].key == no_value) continue;
    if (found.of[column] != no_outcome && found.of[column] != value) has_several[column] = true;
    found.of[column] = value;
  }
  for (std::size_t column = 0; column < found.of.size(); ++column) {
    if (has_several[column]) found.of[column] = no_outcome;
    if (found.of[column] == no_outcome)
      found.left_out.push_back(has_several[column]
                                   ? tr("{} (meer dan één)", matrix.columns.values[column].key)
                                   : matrix.columns.values[column].key);
  }
  return found;
}

// Numbers the outcomes anew: those that were named, or all that occur, in their order.
Result<void> choose(CaseOutcomes& outcomes, const Dimension& outcome,
                    const std::vector<std::string>& named, const RatingMatrix& matrix) {
  std::vector<std::string> known;
  for (std::uint32_t v = 0; v < outcome.values.size(); ++v)
    if (std::ranges::find(outcomes.of, v) != outcomes.of.end())
      known.push_back(outcome.values[v].key);
  for (const std::string& name : named)
    if (std::ranges::find(known, name) == known.end())
      return failure(
          tr("geen case heeft {} '{}'{}", outcomes.attribute, name, suggest(name, known)),
          "--outcome");
  outcomes.values = named.empty() ? known : named;
  if (outcomes.values.size() < 2)
    return failure(tr("er is niets te vergelijken: {}",
                      known.empty() ? tr("geen enkele case heeft een {}", outcomes.attribute)
                                    : tr("alle cases hebben {} '{}'", outcomes.attribute,
                                         outcomes.values.front())),
                   "--outcome");
  for (std::size_t column = 0; column < outcomes.of.size(); ++column) {
    if (outcomes.of[column] == no_outcome) continue;
    const std::string& key = outcome.values[outcomes.of[column]].key;
    const auto at = std::ranges::find(outcomes.values, key);
    if (at == outcomes.values.end()) {
      outcomes.left_out.push_back(matrix.columns.values[column].key + " (" + key + ")");
      outcomes.of[column] = no_outcome;
    } else {
      outcomes.of[column] = static_cast<std::uint32_t>(at - outcomes.values.begin());
    }
  }
  return {};
}

}  // namespace

Result<CaseOutcomes> case_outcomes(const RatingMatrix& matrix, const CorpusFacts& facts,
                                   const std::string& asked) {
  const std::size_t equals = std::min(asked.find('='), asked.size());
  const std::string attribute = asked.substr(0, equals);
  const auto outcome = dimension(attribute, facts, {});
  if (!outcome) return failure(outcome.error().message, "--outcome");
  if (!outcome->of_passages || outcome->name == matrix.columns.name)
    return failure(tr("'{}' is geen kenmerk van een {}", attribute, matrix.columns.noun),
                   "--outcome");
  CaseOutcomes outcomes = outcome_of_columns(matrix, facts, *outcome);
  const auto named = equals == asked.size()
                         ? std::vector<std::string>{}
                         : split(std::string_view(asked).substr(equals + 1), ',');
  if (auto chosen = choose(outcomes, *outcome, named, matrix); !chosen)
    return tl::unexpected(chosen.error());
  return outcomes;
}

}  // namespace pipeline

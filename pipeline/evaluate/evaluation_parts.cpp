#include "pipeline/evaluate/evaluation_parts.h"

#include <fmt/format.h>

#include <algorithm>

#include "pipeline/model/near.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/number.h"

namespace pipeline {

Result<Reference> reference_named(std::span<const CoderCodings> people,
                                  const std::string& against) {
  if (against.empty()) return consensus_of(people);
  std::vector<std::string> names;
  for (const CoderCodings& person : people) {
    if (person.name == against) return reference_of(person);
    names.push_back(person.name);
  }
  return failure(tr("codeur '{}' is er niet{}", against, suggest(against, names)));
}

std::vector<Comparison> pairs_of(std::span<const CoderCodings> people) {
  std::vector<Comparison> pairs;
  for (std::size_t i = 0; i < people.size(); ++i)
    for (std::size_t k = i + 1; k < people.size(); ++k)
      pairs.push_back(compare(people[k], reference_of(people[i])));
  return pairs;
}

std::optional<Interval> F1Intervals::of(const FactorId& factor_id) const {
  const auto it = by_factor.find(factor_id);
  return it == by_factor.end() ? std::nullopt : it->second;
}

F1Intervals f1_intervals_of(const Comparison& comparison) {
  constexpr std::uint32_t without = 0, with = 1, valence = 2, first = 5;
  std::map<FactorId, std::uint32_t> groups;
  std::vector<UnitMatches> matches;
  for (const Judged& it : comparison.judged) {
    if (it.is_open) continue;
    const std::uint32_t group =
        groups.emplace(it.factor, static_cast<std::uint32_t>(groups.size())).first->second + first;
    const Matches plain{std::uint64_t{it.is_right()}, it.is_given, it.is_gold};
    matches.push_back({it.unit, without, plain});
    matches.push_back({it.unit, group, plain});
    matches.push_back({it.unit, with, valued_matches(it)});
    for (const Valence one : all_valences)
      matches.push_back(
          {it.unit, valence + static_cast<std::uint32_t>(one), matches_with(it, one)});
  }
  const auto found =
      f1_intervals(comparison.units, matches, static_cast<std::uint32_t>(groups.size()) + first);
  F1Intervals intervals{found[without], found[with], {}, {}};
  for (const auto& [factor, group] : groups) intervals.by_factor[factor] = found[group + first];
  for (std::uint32_t i = 0; i < 3; ++i) intervals.by_valence[i] = found[valence + i];
  return intervals;
}

std::optional<double> mean(const std::vector<std::optional<double>>& values) {
  double sum = 0, number = 0;
  for (const auto& value : values)
    if (value) {
      sum += *value;
      ++number;
    }
  if (number == 0) return std::nullopt;
  return sum / number;
}

void note_reference(Table& table, const Evaluation& evaluation) {
  const Comparison comparison = compare(evaluation.lexicon, evaluation.reference);
  const Counts all = count(comparison);
  std::string people;
  for (const CoderCodings& person : evaluation.people)
    people += (people.empty() ? "" : ", ") + person.name;
  table.notes.push_back(tr("{} op {}, gecodeerd door {}; referentie: {}.", evaluation.lexicon.name,
                           counted(comparison.units, "zin", "zinnen"), people,
                           evaluation.reference.name));
  if (all.open > 0)
    table.notes.push_back(
        tr("Consensus: wat alle codeurs geven. Wat maar een deel van hen geeft telt niet "
           "als goed en niet als fout ({}; het lexicon geeft er daarvan {}).",
           counted(all.open, "codering", "coderingen"), all.given_open));
}

void note_intervals(Table& table) {
  table.notes.push_back(tr(
      "Van en tot: 95 %-interval, van een aandeel volgens Wilson (1927), van F1 uit {} van zinnen "
      "met teruglegging (bootstrap met een vaste beginwaarde). Zinnen van één document lijken op "
      "elkaar: over andere documenten is de onzekerheid groter.",
      counted(bootstrap_draws, "trekking", "trekkingen")));
}

void note_unknown_factors(Table& table, const Evaluation& evaluation) {
  std::set<FactorId> unknown;
  for (const CoderCodings& person : evaluation.people)
    for (const auto& unit : person.units)
      for (const auto& [factor, coding] : unit) unknown.insert(factor);
  for (const Factor& factor : evaluation.factors) unknown.erase(factor.id);
  if (!unknown.empty())
    table.notes.push_back(
        tr("Niet in het lexicon: {}.", fmt::format("{}", fmt::join(unknown, ", "))));
}

}  // namespace pipeline

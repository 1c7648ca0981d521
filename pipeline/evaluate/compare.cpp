#include "pipeline/evaluate/compare.h"

#include <algorithm>

namespace pipeline {
namespace {

void add(Matches& sum, const Matches& more) {
  sum.right += more.right;
  sum.given += more.given;
  sum.gold += more.gold;
}

std::vector<Judged> judge_unit(std::uint32_t unit, const CoderCodings& coder,
                               const Reference& reference) {
  std::map<FactorId, Judged> of;
  for (const auto& [factor, coding] : coder.units[unit]) {
    Judged& it = of[factor];
    it.is_given = true;
    it.given = coding.valences;
  }
  for (const auto& [factor, valences] : reference.gold[unit]) {
    Judged& it = of[factor];
    it.is_gold = true;
    it.gold = valences;
  }
  for (const FactorId& factor : reference.open[unit]) of[factor].is_open = true;
  std::vector<Judged> judged;
  for (auto& [factor, it] : of) {
    it.unit = unit;
    it.factor = factor;
    judged.push_back(std::move(it));
  }
  return judged;
}

}  // namespace

Comparison compare(const CoderCodings& coder, const Reference& reference) {
  Comparison comparison;
  comparison.coder = coder.name;
  comparison.reference = reference.name;
  comparison.units = static_cast<std::uint32_t>(coder.units.size());
  for (std::uint32_t unit = 0; unit < comparison.units; ++unit) {
    if (const std::optional<bool> gold = reference.any[unit]) {
      const bool given = !coder.units[unit].empty();
      comparison.any.both += given && *gold;
      comparison.any.one += given;
      comparison.any.other += *gold;
      ++comparison.any.all;
    }
    for (Judged& it : judge_unit(unit, coder, reference))
      comparison.judged.push_back(std::move(it));
  }
  return comparison;
}

Matches matches_with(const Judged& it, Valence valence) {
  if (it.is_open || (it.is_gold && it.gold.empty())) return {};
  const bool given = it.given.has(valence), gold = it.gold.has(valence);
  return {std::uint64_t{given && gold}, given, gold};
}

Matches valued_matches(const Judged& it) {
  Matches sum;
  for (const Valence valence : all_valences) add(sum, matches_with(it, valence));
  return sum;
}

void add(Counts& counts, const Judged& it) {
  counts.open += it.is_open;
  counts.given_open += it.is_open && it.is_given;
  if (it.is_open) return;
  add(counts.factor, {std::uint64_t{it.is_right()}, it.is_given, it.is_gold});
  add(counts.valued, valued_matches(it));
  if (!it.is_valued()) return;
  const unsigned same = shared(it.given, it.gold);
  ++counts.compared;
  counts.valence_credit += static_cast<double>(same) / (it.given.size() + it.gold.size() - same);
}

Counts count(const Comparison& comparison, const FactorId& factor) {
  Counts counts;
  for (const Judged& it : comparison.judged)
    if (factor.empty() || it.factor == factor) add(counts, it);
  return counts;
}

std::optional<double> valence_share(const Counts& counts) {
  if (counts.compared == 0) return std::nullopt;
  return counts.valence_credit / static_cast<double>(counts.compared);
}

std::optional<double> factor_kappa(const Comparison& comparison, const Counts& of) {
  return or_nothing(cohen_kappa(
      YesNo{of.factor.right, of.factor.given, of.factor.gold, comparison.units - of.open}));
}

FalseAlarms false_alarms(const CoderCodings& coder, std::span<const CoderCodings> people) {
  FalseAlarms alarms;
  for (std::size_t unit = 0; unit < coder.units.size(); ++unit) {
    if (!std::ranges::all_of(people, [&](const auto& it) { return it.units[unit].empty(); }))
      continue;
    ++alarms.units;
    alarms.alarms += !coder.units[unit].empty();
  }
  return alarms;
}

}  // namespace pipeline

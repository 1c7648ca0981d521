#include "pipeline/publish/matrix.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "pipeline/model/tr.h"
#include "pipeline/report/dimension.h"
#include "pipeline/report/frequency_notes.h"
#include "pipeline/report/number.h"
#include "pipeline/report/scope.h"

namespace pipeline {
namespace {

constexpr std::string_view name_of_unit[] = {"document", "case", "spreker"};

struct Numbers {
  std::uint64_t success = 0, failure = 0, neutral = 0;
};

// Filled unit by unit: a grid of units x factors.
struct Counts {
  std::vector<bool> takes_part;
  std::vector<std::uint64_t> words, passages;
  std::vector<std::vector<Numbers>> numbers;
};

Counts count(const CorpusFacts& facts, const Selection& selection, const Dimension& units,
             const Dimension& factor) {
  const std::size_t size = units.values.size();
  Counts counts{
      std::vector<bool>(size), std::vector<std::uint64_t>(size), std::vector<std::uint64_t>(size),
      std::vector<std::vector<Numbers>>(size, std::vector<Numbers>(factor.values.size()))};
  for (std::size_t i = 0; i < facts.passages.size(); ++i) {
    if (!selection.passages[i]) continue;
    counts.takes_part[units.of[i]] = true;
    counts.words[units.of[i]] += facts.passages[i].words;
    ++counts.passages[units.of[i]];
  }
  for (const std::uint32_t coding : selection.codings) {
    Numbers& cell = counts.numbers[units.value(facts, coding)][factor.of[coding]];
    const Valence valence = facts.codings[coding].valence;
    ++(valence == Valence::success   ? cell.success
       : valence == Valence::failure ? cell.failure
                                     : cell.neutral);
  }
  return counts;
}

// The one value that all of a unit's passages have; none where they differ.
std::vector<std::string> values_of_units(const CorpusFacts& facts, const Selection& selection,
                                         const Dimension& units, const Dimension& attribute) {
  constexpr std::uint32_t nothing = UINT32_MAX, several = UINT32_MAX - 1;
  std::vector<std::uint32_t> found(units.values.size(), nothing);
  for (std::size_t i = 0; i < facts.passages.size(); ++i) {
    if (!selection.passages[i]) continue;
    std::uint32_t& value = found[units.of[i]];
    if (value == nothing) value = attribute.of[i];
    if (value != attribute.of[i]) value = several;
  }
  std::vector<std::string> values;
  for (const std::uint32_t value : found) {
    const bool is_one = value != nothing && value != several;
    const bool is_known = is_one && attribute.values[value].key != no_value;
    values.push_back(is_known ? attribute.values[value].key : std::string());
  }
  return values;
}

class MatrixTable {
 public:
  MatrixTable(const Dimension& units, const Counts& counts) : counts_(counts) {
    for (std::size_t i = 0; i < units.values.size(); ++i)
      if (counts.takes_part[i] && units.values[i].key != no_value) shown_.push_back(i);
    set.table.rows.resize(shown_.size());
  }

  bool is_shown(const std::vector<std::string>& values) const {
    return std::ranges::any_of(shown_, [&](std::size_t i) { return !values[i].empty(); });
  }

  template <typename Value>
  void add(const std::string& name, Variable variable, Value value) {
    set.table.columns.push_back({name, variable.label});
    set.variables.push_back(std::move(variable));
    for (std::size_t row = 0; row < shown_.size(); ++row)
      set.table.rows[row].cells.emplace_back(value(shown_[row]));
  }

  void add_number(const std::string& name, Variable variable, MatrixValues values,
                  std::size_t factor, std::uint64_t (*number)(const Numbers&)) {
    const bool is_present = values == MatrixValues::present;
    variable.kind = is_present ? VariableKind::yes_no : VariableKind::whole;
    add(name, std::move(variable), [&](std::size_t unit) {
      const std::uint64_t count = number(counts_.numbers[unit][factor]);
      return Cell{
          static_cast<std::int64_t>(is_present ? std::min<std::uint64_t>(count, 1) : count)};
    });
  }

  DataSet set;

 private:
  const Counts& counts_;
  std::vector<std::size_t> shown_;
};

void add_attributes(MatrixTable& made, const CorpusFacts& facts, const Selection& selection,
                    const Dimension& units) {
  for (const std::string& name : attribute_names(facts)) {
    const auto attribute = dimension(name, facts, {});
    if (!attribute || name == units.name) continue;
    const auto values = values_of_units(facts, selection, units, *attribute);
    if (made.is_shown(values))
      made.add(name, {tr("Kenmerk {}", name), VariableKind::text},
               [&](std::size_t unit) { return Cell{values[unit]}; });
  }
}

void add_factors(MatrixTable& made, const Dimension& factor, MatrixValues values) {
  // Room for the longest ending within the names that Stata takes.
  constexpr std::size_t longest_base = 23;
  std::vector<std::string> taken;
  for (std::size_t i = 0; i < factor.values.size(); ++i) {
    const std::string& id = factor.values[i].key;
    const std::string& label = factor.values[i].label;
    const std::string base = variable_name(id.substr(0, longest_base), taken);
    made.add_number(base + "_succes", {label + ": " + word_of(Valence::success), {}, id, "succes"},
                    values, i, [](const Numbers& it) { return it.success; });
    made.add_number(base + "_faal", {label + ": " + word_of(Valence::failure), {}, id, "faal"},
                    values, i, [](const Numbers& it) { return it.failure; });
    made.add_number(base + "_neutraal",
                    {label + ": " + word_of(Valence::neutral), {}, id, "neutraal"}, values, i,
                    [](const Numbers& it) { return it.neutral; });
    made.add_number(base, {label, {}, id, ""}, values, i,
                    [](const Numbers& it) { return it.success + it.failure + it.neutral; });
  }
}

std::vector<std::string> notes_of(const CorpusFacts& facts, const DataMatrixSpec& spec,
                                  const Selection& selection, const Dimension& units,
                                  const std::optional<RunRecord>& run) {
  std::vector<std::string> notes =
      count_notes(CountUnit::codings, facts, selection, spec.scope, run);
  std::uint64_t passages = 0;
  for (std::size_t i = 0; i < facts.passages.size(); ++i)
    if (selection.passages[i] && units.values[units.of[i]].key == no_value) ++passages;
  if (passages > 0)
    notes.insert(notes.begin() + 1, tr("Niet in een rij: {} zonder {}.",
                                       counted(passages, "passage", "passages"), units.noun));
  if (spec.values == MatrixValues::present)
    notes.insert(notes.begin(), tr("1: de factor is gecodeerd; 0: niet."));
  notes.insert(notes.begin(), tr("Een rij is een {}.", units.noun));
  return notes;
}

}  // namespace

Result<DataSet> matrix(const CorpusFacts& facts, std::span<const Factor> factors,
                       const DataMatrixSpec& spec, const std::optional<RunRecord>& run) {
  const auto selection = select(facts, spec.scope);
  if (!selection) return tl::unexpected(selection.error());
  const std::string_view name = name_of_unit[static_cast<std::size_t>(spec.unit)];
  const auto units = dimension(name, facts, factors);
  if (!units) return tl::unexpected(units.error());
  const auto factor = dimension("factor", facts, factors);
  if (!factor) return tl::unexpected(factor.error());
  const Counts counts = count(facts, *selection, *units, *factor);
  MatrixTable made(*units, counts);
  made.set.table.title = tr("Factoren per {}", units->noun);
  made.add(std::string(name), {units->title, VariableKind::text},
           [&](std::size_t unit) { return Cell{units->values[unit].key}; });
  add_attributes(made, facts, *selection, *units);
  made.add("passages", {tr("Passages die meetellen"), VariableKind::whole}, [&](std::size_t unit) {
    return Cell{static_cast<std::int64_t>(counts.passages[unit])};
  });
  made.add("woorden", {tr("Woorden die meetellen"), VariableKind::whole},
           [&](std::size_t unit) { return Cell{static_cast<std::int64_t>(counts.words[unit])}; });
  add_factors(made, *factor, spec.values);
  made.set.table.notes = notes_of(facts, spec, *selection, *units, run);
  name_variables(made.set);
  return std::move(made.set);
}

}  // namespace pipeline

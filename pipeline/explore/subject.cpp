#include "pipeline/explore/subject.h"

#include <algorithm>

#include "pipeline/model/near.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/frequency_notes.h"
#include "pipeline/report/number.h"

namespace pipeline {

Result<Subject> subject_of(const CorpusFacts& facts, std::span<const Factor> factors,
                           std::optional<RunRecord> run, FrequencyScope scope) {
  auto selection = select(facts, scope);
  if (!selection) return tl::unexpected(selection.error());
  return Subject{facts, factors, std::move(run), std::move(scope), std::move(*selection)};
}

std::vector<std::string> subject_notes(const Subject& subject, About about) {
  Selection selection = subject.selection;
  // Of words it does not matter who coded what.
  if (about == About::words) {
    selection.codings.clear();
    selection.rejected = selection.of_other_coders = selection.foreign_codings = 0;
  }
  return base_notes(subject.facts, selection, subject.scope, subject.run);
}

std::vector<std::uint32_t> passages_in(const Subject& subject) {
  std::vector<std::uint32_t> passages;
  for (std::uint32_t i = 0; i < subject.selection.passages.size(); ++i)
    if (subject.selection.passages[i]) passages.push_back(i);
  return passages;
}

std::string shown_note(std::size_t shown, std::size_t all, std::string_view of_what) {
  return tr("Getoond: de eerste {} van {}; --aantal 0 toont ze alle.", shown,
            counted(all, of_what, of_what));
}

void keep_first(Table& table, std::size_t most, std::string_view of_what) {
  const std::size_t all = table.rows.size();
  if (most == 0 || all <= most) return;
  table.rows.resize(most);
  table.notes.insert(table.notes.begin(), shown_note(most, all, of_what));
}

Result<FactorId> factor_named(const Subject& subject, std::string_view name) {
  std::vector<std::string> known;
  for (const Factor& factor : subject.factors) {
    if (factor.id == name || pipeline::label_of(factor) == name) return factor.id;
    known.push_back(factor.id);
  }
  for (const FactorId& factor : subject.facts.factors) {
    if (factor == name) return factor;
    if (std::ranges::find(known, factor) == known.end()) known.push_back(factor);
  }
  return failure(tr("er is geen factor '{}'{}", name, suggest(name, known)), "--factor");
}

Result<std::optional<FactorId>> factor_asked(const Subject& subject, std::string_view name) {
  if (name.empty()) return std::nullopt;
  auto named = factor_named(subject, name);
  if (!named) return tl::unexpected(named.error());
  return std::optional(std::move(*named));
}

std::string label_of(const Subject& subject, const FactorId& factor) {
  const auto it = std::ranges::find(subject.factors, factor, &Factor::id);
  return it == subject.factors.end() ? factor : pipeline::label_of(*it);
}

Cell cell_of(const Figure& figure) {
  return figure ? Cell{*figure} : Cell{};
}

}  // namespace pipeline

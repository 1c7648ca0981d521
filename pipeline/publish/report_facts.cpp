#include "pipeline/publish/report_facts.h"

#include <fmt/format.h>

#include <algorithm>

#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

constexpr std::size_t most_columns = 40;

char letter_of(Valence valence) {
  return valence == Valence::success ? 's' : valence == Valence::failure ? 'f' : 'n';
}

void keep_what_takes_part(Dimension& it, const Selection& selection) {
  std::vector<bool> used(it.values.size());
  if (it.of_passages) {
    for (std::size_t i = 0; i < it.of.size(); ++i)
      if (selection.passages[i]) used[it.of[i]] = true;
  } else {
    for (const std::uint32_t coding : selection.codings) used[it.of[coding]] = true;
  }
  keep_used(it, used);
}

// The most of each cell that keeps the sum within `most`.
std::size_t fair_share(const std::vector<ReportCell>& cells, std::uint64_t most) {
  const auto sum = [&](std::size_t each) {
    std::uint64_t total = 0;
    for (const ReportCell& cell : cells) total += std::min(cell.codings.size(), each);
    return total;
  };
  std::size_t low = 0, high = 0;
  for (const ReportCell& cell : cells) high = std::max(high, cell.codings.size());
  while (low < high) {
    const std::size_t middle = (low + high + 1) / 2;
    if (sum(middle) <= most)
      low = middle;
    else
      high = middle - 1;
  }
  return low;
}

void fill_cells(ReportFacts& made, std::uint64_t most) {
  made.cells.resize(made.factor.values.size() * 3 * made.columns());
  for (const std::uint32_t coding : made.selection.codings) {
    const auto& row = made.facts.codings[coding];
    const std::size_t column =
        made.column.values.empty() ? 0 : made.column.value(made.facts, coding);
    made.cell(made.factor.of[coding], row.valence, column).codings.push_back(row.id);
  }
  made.all = made.selection.codings.size();
  made.most_in_cell = fair_share(made.cells, most);
  for (ReportCell& cell : made.cells) {
    cell.quoted = spread(cell.codings, made.most_in_cell);
    made.quoted += cell.quoted.size();
  }
}

Result<void> find_columns(ReportFacts& made, const ReportRecipe& recipe) {
  if (recipe.columns.empty()) return {};
  auto column = dimension(recipe.columns, made.facts, made.factors);
  if (!column) return tl::unexpected(column.error());
  made.column = std::move(*column);
  if (!made.column.of_passages)
    return failure(
        tr("'{}' kan in een rapport geen kolom zijn; kies een kenmerk, zoals case of rol",
           recipe.columns));
  keep_what_takes_part(made.column, made.selection);
  if (made.column.values.size() > most_columns)
    return failure(tr(
        "'{}' heeft {} waarden, meer dan de {} die op een bladzijde passen; kies met --columns een "
        "ander kenmerk, of '' voor geen",
        recipe.columns, made.column.values.size(), most_columns));
  return {};
}

}  // namespace

std::uint64_t ReportFacts::count(std::size_t factor_at, Valence valence) const {
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < columns(); ++i) sum += cell(factor_at, valence, i).codings.size();
  return sum;
}

std::uint64_t ReportFacts::count(Valence valence) const {
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < factor.values.size(); ++i) sum += count(i, valence);
  return sum;
}

bool ReportFacts::has_any(std::size_t factor_at, std::size_t column_at) const {
  return std::ranges::any_of(
      std::initializer_list<Valence>{Valence::success, Valence::failure, Valence::neutral},
      [&](Valence valence) { return !cell(factor_at, valence, column_at).codings.empty(); });
}

Result<ReportFacts> report_facts(const CorpusFacts& facts, std::span<const Factor> factors,
                                 const FrequencyScope& scope, const std::optional<RunRecord>& run,
                                 const ReportRecipe& recipe) {
  ReportFacts made{facts, {factors.begin(), factors.end()}, scope, run, {}, {}, {}, {}, {}};
  const auto unit = count_unit_of(recipe.unit);
  if (!unit) return tl::unexpected(unit.error());
  made.spec.unit = *unit;
  made.spec.scope = scope;
  auto selection = select(facts, scope);
  if (!selection) return tl::unexpected(selection.error());
  made.selection = std::move(*selection);
  auto factor = dimension("factor", facts, made.factors);
  if (!factor) return tl::unexpected(factor.error());
  made.factor = std::move(*factor);
  keep_what_takes_part(made.factor, made.selection);
  if (const auto found = find_columns(made, recipe); !found) return tl::unexpected(found.error());
  made.spec.columns = made.column.name;
  fill_cells(made, recipe.most_quotations);
  return made;
}

std::string anchor(std::size_t factor) {
  return fmt::format("f{}", factor + 1);
}
std::string anchor(std::size_t factor, Valence valence) {
  return fmt::format("f{}-{}", factor + 1, letter_of(valence));
}
std::string anchor(std::size_t factor, Valence valence, std::size_t column) {
  return fmt::format("f{}-{}-c{}", factor + 1, letter_of(valence), column + 1);
}
std::string column_anchor(std::size_t column) {
  return fmt::format("c{}", column + 1);
}
std::string column_anchor(std::size_t column, std::size_t factor) {
  return fmt::format("c{}-f{}", column + 1, factor + 1);
}

std::vector<CodingId> spread(const std::vector<CodingId>& codings, std::size_t most) {
  if (codings.size() <= most) return codings;
  std::vector<CodingId> chosen;
  for (std::size_t i = 0; i < most; ++i) chosen.push_back(codings[i * codings.size() / most]);
  return chosen;
}

}  // namespace pipeline

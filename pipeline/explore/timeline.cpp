#include "pipeline/explore/timeline.h"

#include <algorithm>

#include "pipeline/model/tr.h"
#include "pipeline/report/dimension.h"

namespace pipeline {
namespace {

struct Periods {
  Dimension dimension;
  std::vector<PeriodCounts> counts;  // of each, without anything coded
};

Result<Periods> periods_of(const Subject& subject, const std::string& by) {
  auto found = dimension(by, subject.facts, subject.factors);
  if (!found) return tl::unexpected(found.error());
  if (!found->of_passages)
    return failure(tr("'{}' is geen tijd; kies datum:jaar, datum:kwartaal, datum:maand of "
                      "verloop:tienden",
                      by),
                   "--by");
  const auto passages = passages_in(subject);
  std::vector<bool> used(found->values.size());
  for (const std::uint32_t passage : passages) used[found->of[passage]] = true;
  keep_used(*found, used);
  Periods periods{std::move(*found), {}};
  for (const DimensionValue& value : periods.dimension.values)
    periods.counts.push_back({value.key, value.label});
  std::vector<std::int64_t> last(periods.counts.size(), -1);
  for (const std::uint32_t passage : passages) {
    const auto& row = subject.facts.passages[passage];
    const std::uint32_t period = periods.dimension.of[passage];
    periods.counts[period].words += row.words;
    if (std::exchange(last[period], row.document) != row.document)
      ++periods.counts[period].documents;
  }
  return periods;
}

std::vector<PeriodCounts> counts_of(const Subject& subject, const Periods& periods,
                                    const std::optional<FactorId>& factor) {
  std::vector<PeriodCounts> counts = periods.counts;
  for (const std::uint32_t i : subject.selection.codings) {
    const auto& coding = subject.facts.codings[i];
    if (factor && subject.facts.factors[coding.factor] != *factor) continue;
    PeriodCounts& it = counts[periods.dimension.of[coding.passage]];
    ++(coding.valence == Valence::success   ? it.success
       : coding.valence == Valence::failure ? it.failure
                                            : it.neutral);
  }
  return counts;
}

void add_rows(Table& table, const std::string& factor, const std::string& label,
              const std::vector<PeriodCounts>& counts) {
  const auto whole = [](std::uint64_t number) { return static_cast<std::int64_t>(number); };
  const auto ratio = [](double part, double of) { return of == 0 ? Cell{} : Cell{part / of}; };
  for (const PeriodCounts& it : counts) {
    const auto all = static_cast<double>(it.success + it.failure + it.neutral);
    const auto plus = static_cast<double>(it.success), minus = static_cast<double>(it.failure);
    table.rows.push_back(
        {{factor, label, it.label, whole(it.success), whole(it.failure), whole(it.neutral),
          whole(it.success + it.failure + it.neutral), ratio(plus - minus, plus + minus),
          ratio(1000.0 * all, static_cast<double>(it.words)), whole(it.documents),
          whole(it.words)}});
  }
}

}  // namespace

Result<std::vector<PeriodCounts>> count_periods(const Subject& subject, const std::string& by,
                                                const std::optional<FactorId>& factor) {
  const auto periods = periods_of(subject, by);
  if (!periods) return tl::unexpected(periods.error());
  return counts_of(subject, *periods, factor);
}

Result<Table> timeline(const Subject& subject, const TimelineSpec& spec) {
  const auto periods = periods_of(subject, spec.by);
  if (!periods) return tl::unexpected(periods.error());
  Table table{
      tr("Factoren per {}", periods->dimension.noun),
      {{"factor", tr("Factor"), 0, "", ColumnRole::key},
       {"label", tr("Factor"), 0, "", ColumnRole::label},
       {"periode", periods->dimension.title, 0, "", ColumnRole::label},
       {"succes", tr("succes"), 0, "", ColumnRole::success},
       {"faal", tr("faal"), 0, "", ColumnRole::failure},
       {"neutraal", tr("neutraal")},
       {"aantal", tr("aantal")},
       {"saldo", tr("saldo"), 2, "", ColumnRole::balance},
       {"per_1000_woorden", tr("per 1.000 w."), 2},
       {"documenten", tr("documenten")},
       {"woorden", tr("woorden")}},
      {},
      {tr("Geteld: coderingen; een codering is een factor in een zin, met een valentie."),
       tr("Saldo: (succes - faal) / (succes + faal), van -1 tot 1; leeg waar geen van beide "
          "voorkomt. Documenten en woorden: van wat er in die tijd gezegd is, gecodeerd of "
          "niet.")}};
  if (spec.factors.empty())
    add_rows(table, "(alle)", tr("Alle factoren"), counts_of(subject, *periods, {}));
  for (const FactorId& factor : spec.factors) {
    const auto named = factor_named(subject, factor);
    if (!named) return tl::unexpected(named.error());
    add_rows(table, *named, label_of(subject, *named), counts_of(subject, *periods, *named));
  }
  const auto base = subject_notes(subject, About::codings);
  table.notes.insert(table.notes.end(), base.begin(), base.end());
  return table;
}

}  // namespace pipeline

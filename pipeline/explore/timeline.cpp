#include "pipeline/explore/timeline.h"

#include <fmt/core.h>

#include <algorithm>

#include "pipeline/model/near.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/dimension.h"

namespace pipeline {
namespace {

struct PeriodCounts {
  std::int64_t success = 0, failure = 0, neutral = 0;
};

struct Periods {
  Dimension dimension;
  std::vector<std::uint64_t> words, documents;  // of each
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
  Periods periods{std::move(*found), {}, {}};
  periods.words.resize(periods.dimension.values.size());
  periods.documents.resize(periods.words.size());
  std::vector<std::int64_t> last(periods.words.size(), -1);
  for (const std::uint32_t passage : passages) {
    const auto& row = subject.facts.passages[passage];
    const std::uint32_t period = periods.dimension.of[passage];
    periods.words[period] += row.words;
    if (std::exchange(last[period], row.document) != row.document) ++periods.documents[period];
  }
  return periods;
}

// The factor's number in the facts; none where nobody speaks of it.
Result<std::optional<std::uint32_t>> factor_in(const Subject& subject, const FactorId& factor) {
  const auto& occurring = subject.facts.factors;
  const auto at = std::ranges::find(occurring, factor);
  if (at != occurring.end()) return static_cast<std::uint32_t>(at - occurring.begin());
  std::vector<std::string> known(occurring.begin(), occurring.end());
  for (const Factor& it : subject.factors) {
    if (it.id == factor) return std::optional<std::uint32_t>{};
    if (std::ranges::find(known, it.id) == known.end()) known.push_back(it.id);
  }
  return failure(tr("er is geen factor '{}'{}", factor, suggest(factor, known)), "--factor");
}

std::vector<PeriodCounts> counts_of(const Subject& subject, const Periods& periods,
                                    const std::optional<std::uint32_t>& factor, bool of_all) {
  std::vector<PeriodCounts> counts(periods.words.size());
  for (const std::uint32_t i : subject.selection.codings) {
    const auto& coding = subject.facts.codings[i];
    if (!of_all && coding.factor != factor) continue;
    PeriodCounts& it = counts[periods.dimension.of[coding.passage]];
    ++(coding.valence == Valence::success   ? it.success
       : coding.valence == Valence::failure ? it.failure
                                            : it.neutral);
  }
  return counts;
}

void add_rows(Table& table, const Periods& periods, const std::string& factor,
              const std::string& label, const std::vector<PeriodCounts>& counts) {
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const PeriodCounts& it = counts[i];
    const std::int64_t all = it.success + it.failure + it.neutral, valued = it.success + it.failure;
    const auto ratio = [](double part, double whole) {
      return whole == 0 ? Cell{} : Cell{part / whole};
    };
    table.rows.push_back(
        {{factor, label, periods.dimension.values[i].label, it.success, it.failure, it.neutral, all,
          ratio(static_cast<double>(it.success - it.failure), static_cast<double>(valued)),
          ratio(1000.0 * static_cast<double>(all), static_cast<double>(periods.words[i])),
          static_cast<std::int64_t>(periods.documents[i]),
          static_cast<std::int64_t>(periods.words[i])}});
  }
}

}  // namespace

Result<Table> timeline(const Subject& subject, const TimelineSpec& spec) {
  const auto periods = periods_of(subject, spec.by);
  if (!periods) return tl::unexpected(periods.error());
  Table table{
      tr("Factoren per {}", tr(spec.by)),
      {{"factor", tr("Factor"), 0, "", ColumnRole::key},
       {"label", tr("Factor"), 0, "", ColumnRole::label},
       {"periode", tr(spec.by), 0, "", ColumnRole::label},
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
    add_rows(table, *periods, "(alle)", tr("Alle factoren"),
             counts_of(subject, *periods, {}, true));
  for (const FactorId& factor : spec.factors) {
    const auto number = factor_in(subject, factor);
    if (!number) return tl::unexpected(number.error());
    add_rows(table, *periods, factor, label_of(subject, factor),
             counts_of(subject, *periods, *number, false));
  }
  const auto base = subject_notes(subject, About::codings);
  table.notes.insert(table.notes.end(), base.begin(), base.end());
  return table;
}

}  // namespace pipeline

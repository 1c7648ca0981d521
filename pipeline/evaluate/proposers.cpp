#include "pipeline/evaluate/proposers.h"

#include <set>

#include "pipeline/evaluate/columns.h"
#include "pipeline/evaluate/evaluation_parts.h"
#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

std::vector<Comparison> comparisons(std::span<const CoderCodings> proposers,
                                    const Reference& reference) {
  std::vector<Comparison> all;
  for (const CoderCodings& it : proposers) all.push_back(compare(it, reference));
  return all;
}

void note_open(Table& table, const Comparison& comparison) {
  if (const Counts all = count(comparison); all.open > 0)
    table.notes.push_back(
        tr("Waar mensen het niet over eens zijn telt niet als goed en niet als fout."));
}

std::vector<std::pair<FactorId, std::string>> spoken_factors(
    const std::vector<Comparison>& compared, std::span<const Factor> factors) {
  std::set<FactorId> spoken;
  for (const Comparison& it : compared)
    for (const Judged& judged : it.judged) spoken.insert(judged.factor);
  std::vector<std::pair<FactorId, std::string>> rows;
  for (const Factor& factor : factors)
    if (spoken.erase(factor.id) > 0) rows.emplace_back(factor.id, label_of(factor));
  for (const FactorId& left : spoken) rows.emplace_back(left, left);
  return rows;
}

}  // namespace

Table proposers_table(std::span<const CoderCodings> proposers, const Reference& reference) {
  Table table;
  table.title = tr("Voorstellen en wat mensen codeerden");
  table.columns.push_back({"voorsteller", tr("Voorsteller"), 0, "", ColumnRole::label});
  add_column(table, "gegeven", tr("gegeven"));
  add_column(table, "referentie", tr("van mensen"));
  add_column(table, "juist", tr("juist"));
  add_share_columns(table, "precisie", tr("precisie"));
  add_share_columns(table, "recall", tr("recall"));
  add_share_columns(table, "f1", "F1");
  table.columns.push_back({"valentie", "%", 1, tr("valentie")});
  add_column(table, "valentie_n", "n", tr("valentie"));
  add_share_columns(table, "valentie_f1", tr("F1 met valentie"));
  for (const Comparison& it : comparisons(proposers, reference)) {
    const Counts all = count(it);
    const F1Intervals intervals = f1_intervals_of(it);
    Row& row = table.rows.emplace_back();
    row.cells.emplace_back(tr(it.coder));
    for (const std::uint64_t number : {all.factor.given, all.factor.gold, all.factor.right})
      add_count(row, number);
    add_share(row, all.factor.right, all.factor.given);
    add_share(row, all.factor.right, all.factor.gold);
    add_share(row, f1(all.factor), intervals.factor);
    add_percent(row, valence_share(all));
    add_count(row, all.compared);
    add_share(row, f1(all.valued), intervals.valued);
    if (table.rows.size() == 1) note_open(table, it);
  }
  note_intervals(table);
  return table;
}

Table proposers_by_valence(std::span<const CoderCodings> proposers, const Reference& reference) {
  Table table;
  table.title = tr("F1 per valentie");
  table.columns.push_back({"valentie", tr("Valentie"), 0, "", ColumnRole::label});
  add_column(table, "referentie", tr("van mensen"));
  const std::vector<Comparison> all = comparisons(proposers, reference);
  for (const Comparison& it : all) add_share_columns(table, it.coder, tr(it.coder));
  std::vector<F1Intervals> intervals;
  for (const Comparison& it : all) intervals.push_back(f1_intervals_of(it));
  for (const Valence valence : all_valences) {
    Row row{{word_of(valence)}};
    for (std::size_t i = 0; i < all.size(); ++i) {
      Matches sum;
      for (const Judged& judged : all[i].judged) {
        const Matches more = matches_with(judged, valence);
        sum = {sum.right + more.right, sum.given + more.given, sum.gold + more.gold};
      }
      if (i == 0) add_count(row, sum.gold);
      add_share(row, f1(sum), intervals[i].by_valence[static_cast<std::size_t>(valence)]);
    }
    table.rows.push_back(std::move(row));
  }
  note_intervals(table);
  return table;
}

Table proposers_by_factor(std::span<const CoderCodings> proposers, const Reference& reference,
                          std::span<const Factor> factors) {
  Table table;
  table.title = tr("F1 per factor");
  table.columns.push_back({"factor", tr("Factor"), 0, "", ColumnRole::key});
  table.columns.push_back({"label", tr("Factor"), 0, "", ColumnRole::label});
  add_column(table, "referentie", tr("van mensen"));
  const std::vector<Comparison> all = comparisons(proposers, reference);
  for (const Comparison& it : all) add_share_columns(table, it.coder, tr(it.coder));
  std::vector<F1Intervals> intervals;
  for (const Comparison& it : all) intervals.push_back(f1_intervals_of(it));
  for (const auto& [id, label] : spoken_factors(all, factors)) {
    Row row{{id, label}};
    for (std::size_t i = 0; i < all.size(); ++i) {
      const Counts counts = count(all[i], id);
      if (i == 0) add_count(row, counts.factor.gold);
      add_share(row, f1(counts.factor), intervals[i].of(id));
    }
    table.rows.push_back(std::move(row));
  }
  note_intervals(table);
  return table;
}

}  // namespace pipeline

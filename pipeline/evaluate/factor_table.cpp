#include <set>

#include "pipeline/evaluate/columns.h"
#include "pipeline/evaluate/evaluation_parts.h"
#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

struct Compared {
  Comparison lexicon;
  std::vector<Comparison> people;  // in pairs
  F1Intervals intervals;
};

void add_columns(Table& table) {
  table.columns.push_back({"factor", tr("Factor"), 0, "", ColumnRole::key});
  table.columns.push_back({"label", tr("Factor"), 0, "", ColumnRole::label});
  add_column(table, "referentie", tr("referentie"));
  add_column(table, "gegeven", tr("gegeven"));
  add_column(table, "juist", tr("juist"));
  add_column(table, "open", tr("open"));
  add_share_columns(table, "precisie", tr("precisie"));
  add_share_columns(table, "recall", tr("recall"));
  add_share_columns(table, "f1", "F1");
  table.columns.push_back({"valentie", "%", 1, tr("valentie")});
  add_column(table, "valentie_n", "n", tr("valentie"));
  table.columns.push_back({"kappa", "kappa", 3, "lexicon"});
  table.columns.push_back({"codeurs_f1", "F1", 1, tr("codeurs")});
  table.columns.push_back({"codeurs_kappa", "kappa", 3, tr("codeurs")});
}

// Those that anyone speaks of: in the order of the lexicon, then those that it lacks.
std::vector<Factor> spoken_factors(const Evaluation& evaluation, const Comparison& comparison) {
  std::set<FactorId> spoken;
  for (const Judged& it : comparison.judged) spoken.insert(it.factor);
  std::vector<Factor> factors;
  for (const Factor& factor : evaluation.factors)
    if (spoken.erase(factor.id) > 0) factors.push_back(factor);
  for (const FactorId& left : spoken) {
    Factor& factor = factors.emplace_back();
    factor.id = factor.label_nl = left;
  }
  return factors;
}

// `id` empty: all factors together, of which there is no kappa.
Row row_of(const Compared& compared, const FactorId& id, const std::string& label) {
  const Counts counts = count(compared.lexicon, id);
  Row row;
  row.is_total = id.empty();
  row.cells = {row.is_total ? label : id, label};
  for (const std::uint64_t number :
       {counts.factor.gold, counts.factor.given, counts.factor.right, counts.given_open})
    add_count(row, number);
  add_share(row, counts.factor.right, counts.factor.given);
  add_share(row, counts.factor.right, counts.factor.gold);
  add_share(row, f1(counts.factor),
            row.is_total ? compared.intervals.factor : compared.intervals.of(id));
  add_percent(row, valence_share(counts));
  add_count(row, counts.compared);
  std::vector<std::optional<double>> f1_of_pairs, kappa_of_pairs;
  for (const Comparison& pair : compared.people) {
    const Counts of_pair = count(pair, id);
    f1_of_pairs.push_back(f1(of_pair.factor));
    if (!row.is_total) kappa_of_pairs.push_back(factor_kappa(pair, of_pair));
  }
  add_number(row, row.is_total ? std::nullopt : factor_kappa(compared.lexicon, counts));
  add_percent(row, mean(f1_of_pairs));
  add_number(row, mean(kappa_of_pairs));
  return row;
}

}  // namespace

Table factor_table(const Evaluation& evaluation) {
  Table table;
  table.title = tr("Overeenstemming per factor");
  add_columns(table);
  Compared compared{
      compare(evaluation.lexicon, evaluation.reference), pairs_of(evaluation.people), {}};
  compared.intervals = f1_intervals_of(compared.lexicon);
  for (const Factor& factor : spoken_factors(evaluation, compared.lexicon))
    table.rows.push_back(row_of(compared, factor.id, label_of(factor)));
  table.rows.push_back(row_of(compared, {}, tr("Totaal")));
  note_reference(table, evaluation);
  table.notes.push_back(tr(
      "Open: door het lexicon gegeven waar de codeurs het oneens zijn. Kappa (Cohen 1960): of een "
      "zin de factor heeft; leeg waar beide altijd hetzelfde zeggen. Codeurs: de mensen onderling, "
      "gemiddeld over hun paren."));
  note_intervals(table);
  note_unknown_factors(table, evaluation);
  return table;
}

}  // namespace pipeline


#include "pipeline/evaluate/columns.h"
#include "pipeline/evaluate/evaluation_parts.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/number.h"

namespace pipeline {
namespace {

std::vector<FactorId> macro_factors(const Reference& reference) {
  std::map<FactorId, std::uint64_t> counts;
  for (const auto& unit : reference.gold)
    for (const auto& [factor, valences] : unit) ++counts[factor];
  std::vector<FactorId> factors;
  for (const auto& [factor, number] : counts)
    if (number >= macro_minimum) factors.push_back(factor);
  return factors;
}

// A factor that the comparison lacks altogether counts as 0.
std::optional<double> macro_f1(const Comparison& comparison, const std::vector<FactorId>& factors) {
  std::vector<std::optional<double>> values;
  for (const FactorId& factor : factors)
    values.emplace_back(f1(count(comparison, factor).factor).value_or(0));
  return mean(values);
}

void add_columns(Table& table) {
  table.columns.push_back({"vergelijking", tr("Vergelijking"), 0, "", ColumnRole::label});
  add_column(table, "gegeven", tr("gegeven"));
  add_column(table, "referentie", tr("referentie"));
  add_column(table, "juist", tr("juist"));
  add_share_columns(table, "precisie", tr("precisie"));
  add_share_columns(table, "recall", tr("recall"));
  add_share_columns(table, "f1", "F1");
  table.columns.push_back({"macro_f1", "macro-F1", 1});
  table.columns.push_back({"valentie", "%", 1, tr("valentie")});
  add_column(table, "valentie_n", "n", tr("valentie"));
  add_share_columns(table, "valentie_f1", tr("F1 met valentie"));
  table.columns.push_back({"kappa", "kappa", 3, tr("enige codering")});
  add_column(table, "kappa_n", "n", tr("enige codering"));
  add_share_columns(table, "vals_alarm", tr("vals alarm"));
  add_column(table, "vals_alarm_n", "n", tr("vals alarm"));
}

// `name`: of the coder, as the row shows it.
Row row_of(const std::string& name, const Comparison& comparison,
           const std::vector<FactorId>& macro) {
  const Counts all = count(comparison);
  const F1Intervals intervals = f1_intervals_of(comparison);
  Row row;
  row.cells.emplace_back(name + " : " + comparison.reference);
  for (const std::uint64_t number : {all.factor.given, all.factor.gold, all.factor.right})
    add_count(row, number);
  add_share(row, all.factor.right, all.factor.given);
  add_share(row, all.factor.right, all.factor.gold);
  add_share(row, f1(all.factor), intervals.factor);
  add_percent(row, macro_f1(comparison, macro));
  add_percent(row, valence_share(all));
  add_count(row, all.compared);
  add_share(row, f1(all.valued), intervals.valued);
  add_number(row, or_nothing(cohen_kappa(comparison.any)));
  add_count(row, comparison.any.all);
  return row;
}

void add_notes(Table& table, const Evaluation& evaluation, std::size_t macro) {
  note_reference(table, evaluation);
  table.notes.push_back(
      tr("Macro-F1: gemiddelde over {} met minstens {} coderingen in de referentie.",
         counted(macro, "factor", "factoren"), macro_minimum));
  table.notes.push_back(tr(
      "Valentie: aandeel van de gedeelde coderingen met dezelfde valentie. Kappa (Cohen 1960): of "
      "een zin enige codering heeft."));
  table.notes.push_back(tr(
      "Vals alarm: het lexicon codeert iets, van alle zinnen (n) waarin geen mens iets codeert."));
  note_intervals(table);
  note_unknown_factors(table, evaluation);
}

}  // namespace

Table overview_table(const Evaluation& evaluation) {
  Table table;
  table.title = tr("Overeenstemming van lexicon en codeurs");
  add_columns(table);
  const std::vector<FactorId> macro = macro_factors(evaluation.reference);
  const FalseAlarms alarms = false_alarms(evaluation.lexicon, evaluation.people);
  std::vector<Reference> references;
  if (evaluation.people.size() > 1) references.push_back(consensus_of(evaluation.people));
  for (const CoderCodings& person : evaluation.people) references.push_back(reference_of(person));
  for (const Reference& reference : references) {
    Row row = row_of("lexicon", compare(evaluation.lexicon, reference), macro);
    add_share(row, alarms.alarms, alarms.units);
    add_count(row, alarms.units);
    table.rows.push_back(std::move(row));
  }
  for (const Comparison& pair : pairs_of(evaluation.people)) {
    table.rows.push_back(row_of(pair.coder, pair, macro));
    table.rows.back().cells.resize(table.columns.size());  // people raise no false alarm here
  }
  add_notes(table, evaluation, macro.size());
  return table;
}

}  // namespace pipeline

#include "pipeline/evaluate/columns.h"
#include "pipeline/evaluate/evaluation_parts.h"
#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

void add_columns(Table& table) {
  table.columns.push_back({"valentie", tr("Valentie"), 0, "", ColumnRole::label});
  add_column(table, "referentie", tr("referentie"));
  add_column(table, "gegeven", tr("gegeven"));
  add_column(table, "juist", tr("juist"));
  add_share_columns(table, "precisie", tr("precisie"));
  add_share_columns(table, "recall", tr("recall"));
  add_share_columns(table, "f1", "F1");
  for (const Valence valence : all_valences) {
    const std::string name(to_string(valence));
    add_column(table, "als_" + name, word_of(valence), tr("van referentie, lexicon zegt"));
  }
  add_column(table, "niet_gevonden", tr("niets"), tr("van referentie, lexicon zegt"));
  table.columns.push_back({"codeurs_f1", "F1", 1, tr("codeurs")});
}

// What the lexicon makes of the reference's codings with this valence.
struct Confusion {
  std::uint64_t as[3] = {0, 0, 0}, missed = 0;
};

Confusion confusion_of(const Comparison& comparison, Valence valence) {
  Confusion confusion;
  for (const Judged& it : comparison.judged) {
    if (!it.is_gold || !it.gold.has(valence)) continue;
    confusion.missed += !it.is_given;
    for (const Valence given : all_valences)
      confusion.as[static_cast<std::size_t>(given)] += it.given.has(given);
  }
  return confusion;
}

Matches sum_with(const Comparison& comparison, Valence valence) {
  Matches sum;
  for (const Judged& it : comparison.judged) {
    const Matches one = matches_with(it, valence);
    sum.right += one.right;
    sum.given += one.given;
    sum.gold += one.gold;
  }
  return sum;
}

void add_matches(Row& row, const Matches& matches, const std::optional<Interval>& interval) {
  for (const std::uint64_t number : {matches.gold, matches.given, matches.right})
    add_count(row, number);
  add_share(row, matches.right, matches.given);
  add_share(row, matches.right, matches.gold);
  add_share(row, f1(matches), interval);
}

}  // namespace

Table valence_table(const Evaluation& evaluation) {
  Table table;
  table.title = tr("Overeenstemming per valentie");
  add_columns(table);
  const Comparison comparison = compare(evaluation.lexicon, evaluation.reference);
  const std::vector<Comparison> pairs = pairs_of(evaluation.people);
  const F1Intervals intervals = f1_intervals_of(comparison);
  for (const Valence valence : all_valences) {
    Row& row = table.rows.emplace_back();
    row.cells.emplace_back(word_of(valence));
    add_matches(row, sum_with(comparison, valence),
                intervals.by_valence[static_cast<std::size_t>(valence)]);
    const Confusion confusion = confusion_of(comparison, valence);
    for (const std::uint64_t number : confusion.as) add_count(row, number);
    add_count(row, confusion.missed);
    std::vector<std::optional<double>> of_pairs;
    for (const Comparison& pair : pairs) of_pairs.push_back(f1(sum_with(pair, valence)));
    add_percent(row, mean(of_pairs));
  }
  Row& total = table.rows.emplace_back();
  total.is_total = true;
  total.cells.emplace_back(tr("Totaal"));
  add_matches(total, count(comparison).valued, intervals.valued);
  total.cells.resize(table.columns.size() - 1);
  std::vector<std::optional<double>> of_pairs;
  for (const Comparison& pair : pairs) of_pairs.push_back(f1(count(pair).valued));
  add_percent(total, mean(of_pairs));
  note_reference(table, evaluation);
  table.notes.push_back(tr(
      "Geteld: een factor met een valentie in een zin. Gedeelde coderingen over welker valentie de "
      "codeurs het oneens zijn blijven buiten beschouwing."));
  note_intervals(table);
  return table;
}

}  // namespace pipeline

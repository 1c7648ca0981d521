#include <algorithm>
#include <tuple>

#include "pipeline/evaluate/columns.h"
#include "pipeline/evaluate/evaluation_parts.h"
#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

struct PatternCounts {
  FactorId factor;
  PatternName name;
  std::uint64_t right = 0, wrong = 0, open = 0, valence_right = 0, compared = 0;

  std::uint64_t hits() const { return right + wrong + open; }
};

std::vector<PatternCounts> counts_of(const Evaluation& evaluation, const Comparison& comparison) {
  std::map<std::pair<FactorId, PatternName>, PatternCounts> counts;
  for (const Judged& it : comparison.judged) {
    if (!it.is_given) continue;
    for (const PatternName& name : evaluation.lexicon.units[it.unit].at(it.factor).patterns) {
      PatternCounts& of = counts[{it.factor, name}];
      of.factor = it.factor;
      of.name = name;
      of.right += it.is_right();
      of.wrong += it.is_wrong();
      of.open += it.is_open;
      of.compared += it.is_valued();
      of.valence_right += it.is_valued() && it.given == it.gold;
    }
  }
  std::vector<PatternCounts> sorted;
  for (auto& [key, of] : counts) sorted.push_back(std::move(of));
  std::ranges::stable_sort(sorted, {}, [](const PatternCounts& of) {
    return std::tuple(-static_cast<std::int64_t>(of.wrong), -static_cast<std::int64_t>(of.hits()));
  });
  return sorted;
}

}  // namespace

Table pattern_table(const Evaluation& evaluation) {
  Table table;
  table.title = tr("Overeenstemming per patroon");
  table.columns.push_back({"patroon", tr("Patroon"), 0, "", ColumnRole::label});
  add_column(table, "factor", tr("factor"));
  add_column(table, "bron", tr("bron"));
  for (const std::string_view name :
       {tr_later("treffers"), tr_later("juist"), tr_later("fout"), tr_later("open")})
    add_column(table, std::string(name), tr(name));
  add_share_columns(table, "precisie", tr("precisie"));
  add_column(table, "valentie_juist", tr("juist"), tr("valentie"));
  add_column(table, "valentie_n", "n", tr("valentie"));
  const Comparison comparison = compare(evaluation.lexicon, evaluation.reference);
  for (const PatternCounts& of : counts_of(evaluation, comparison)) {
    Row& row = table.rows.emplace_back();
    row.cells = {of.name.text, of.factor, of.name.source};
    for (const std::uint64_t number : {of.hits(), of.right, of.wrong, of.open})
      add_count(row, number);
    add_share(row, of.right, of.right + of.wrong);
    add_count(row, of.valence_right);
    add_count(row, of.compared);
  }
  note_reference(table, evaluation);
  table.notes.push_back(
      tr("Treffers: zinnen waarin het patroon de factor aanwijst; open: de codeurs zijn het daar "
         "oneens. Wie de meeste fouten maakt staat bovenaan."));
  note_intervals(table);
  return table;
}

}  // namespace pipeline

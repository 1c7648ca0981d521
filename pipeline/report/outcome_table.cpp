#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "pipeline/model/tr.h"
#include "pipeline/report/number.h"
#include "pipeline/report/rating_tables.h"
#include "pipeline/statistics/contingency.h"
#include "pipeline/statistics/rank_test.h"

namespace pipeline {
namespace {

struct FactorTest {
  std::size_t factor = 0;
  std::vector<std::vector<double>> values;  // by outcome
  tl::expected<RankTest, Undefined> test = tl::unexpected(Undefined::nothing_counted);
  double p_holm = 1;
};

FactorTest test_factor(const RatingMatrix& matrix, std::size_t factor,
                       const CaseOutcomes& outcomes) {
  FactorTest result;
  result.factor = factor;
  result.values.resize(outcomes.values.size());
  std::vector<double> values;
  std::vector<std::uint32_t> groups;
  for (std::size_t column = 0; column < outcomes.of.size(); ++column) {
    const auto value = value_of(matrix.at(factor, column).rating());
    if (outcomes.of[column] == no_outcome || !value) continue;
    values.push_back(*value);
    groups.push_back(outcomes.of[column]);
    result.values[outcomes.of[column]].push_back(*value);
  }
  // A group that nobody was rated in is a margin that is empty, and not the lack of a group.
  if (std::ranges::any_of(result.values, &std::vector<double>::empty))
    result.test =
        tl::unexpected(values.empty() ? Undefined::nothing_counted : Undefined::empty_margin);
  else
    result.test = rank_test(values, groups);
  return result;
}

void correct(std::vector<FactorTest>& tests) {
  std::vector<double> p;
  for (const FactorTest& it : tests)
    if (it.test) p.push_back(it.test->p);
  const std::vector<double> corrected = holm(p);
  auto next = corrected.begin();
  for (FactorTest& it : tests)
    if (it.test) it.p_holm = *next++;
  std::ranges::stable_sort(tests, {},
                           [](const FactorTest& it) { return it.test ? it.test->p : 2; });
}

Row row_of(const FactorTest& it, const RatingMatrix& matrix) {
  const DimensionValue& factor = matrix.factors.values[it.factor];
  Row row{{factor.key, factor.label}};
  for (const auto& values : it.values) {
    row.cells.emplace_back(static_cast<std::int64_t>(values.size()));
    row.cells.emplace_back();
    if (!values.empty())
      row.cells.back() =
          std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
  }
  if (it.values.size() == 2) {
    row.cells.emplace_back();
    if (const Figure delta = cliffs_delta(it.values[0], it.values[1])) row.cells.back() = *delta;
  }
  for (const double p :
       {it.test ? it.test->p : -1, it.test ? it.p_holm : -1, it.test ? it.test->smallest_p : -1}) {
    row.cells.emplace_back();
    if (p >= 0) row.cells.back() = p;
  }
  row.cells.emplace_back(!it.test ? tr("niet te berekenen: {}", to_string(it.test.error()))
                         : it.test->is_exact ? tr("exact")
                                             : tr("trekkingen"));
  return row;
}

std::vector<std::string> test_notes(const CaseOutcomes& outcomes, const RatingMatrix& matrix) {
  std::string groups;
  for (std::size_t v = 0; v < outcomes.values.size(); ++v)
    groups += fmt::format("{}{} {}", v == 0 ? "" : ", ", outcomes.values[v],
                          std::ranges::count(outcomes.of, static_cast<std::uint32_t>(v)));
  std::vector<std::string> notes{
      tr("Vergeleken: {} naar {} ({}). Eenheid: {}.", matrix.columns.noun, outcomes.attribute,
         groups, matrix.columns.noun),
      tr("Toets: {} over de oordelen -2 tot +2 (gemengd telt als 0, ontbreekt doet niet mee), "
         "exact: alle verdelingen van de cases over de groepen zijn bekeken. p Holm: verbeterd "
         "voor "
         "het aantal factoren.",
         outcomes.values.size() == 2 ? tr("Wilcoxon-Mann-Whitney, tweezijdig") : "Kruskal-Wallis"),
      tr("Kleinste p: de laagste die deze oordelen kunnen geven, hoe ook over de groepen verdeeld; "
         "is "
         "zij groter dan 0,05, dan kan geen verschil significant zijn, hoe groot ook.")};
  if (outcomes.values.size() == 2)
    notes.push_back(tr(
        "Delta (Cliff): van -1 tot 1; 1: in elke case met {} {} is het oordeel hoger dan in elke "
        "met {}.",
        outcomes.attribute, outcomes.values[0], outcomes.values[1]));
  if (!outcomes.left_out.empty())
    notes.push_back(
        tr("Niet vergeleken: {}.", fmt::format("{}", fmt::join(outcomes.left_out, ", "))));
  return notes;
}

}  // namespace

Table outcome_table(const RatingMatrix& matrix, const CaseOutcomes& outcomes) {
  std::vector<FactorTest> tests;
  for (std::size_t factor = 0; factor < matrix.factors.values.size(); ++factor)
    tests.push_back(test_factor(matrix, factor, outcomes));
  correct(tests);
  Table table;
  table.title = tr("Factoren naar {}", outcomes.attribute);
  table.columns = {{"factor", tr("Factor"), 0, "", ColumnRole::key},
                   {"label", tr("Factor"), 0, "", ColumnRole::label}};
  for (const std::string& value : outcomes.values) {
    table.columns.push_back({value + ":n", "n", 0, value});
    table.columns.push_back({value + ":gemiddeld", tr("gemid."), 2, value, ColumnRole::balance});
  }
  if (outcomes.values.size() == 2) table.columns.push_back({"delta", "delta", 2, tr("toets")});
  for (const auto& [name, title] :
       {std::pair{"p", std::string("p")}, {"p_holm", "p Holm"}, {"kleinste_p", tr("kleinste p")}})
    table.columns.push_back({name, title, 4, tr("toets"), ColumnRole::probability});
  table.columns.push_back({"hoe", tr("hoe"), 0, tr("toets")});
  for (const FactorTest& it : tests) table.rows.push_back(row_of(it, matrix));
  table.notes = test_notes(outcomes, matrix);
  return table;
}

std::string verdict_of(const Table& comparison) {
  const auto number_in = [&](const Row& row, std::string_view name) {
    const auto at = std::ranges::find(comparison.columns, name, &Column::name);
    const auto place = static_cast<std::size_t>(at - comparison.columns.begin());
    const auto* value = std::get_if<double>(&row.cells[place]);
    return value == nullptr ? 1.0 : *value;
  };
  constexpr double significant = 0.05;
  std::string names;
  double smallest = 1;
  for (const Row& row : comparison.rows) {
    smallest = std::min(smallest, number_in(row, "kleinste_p"));
    if (number_in(row, "p_holm") <= significant)
      names += (names.empty() ? "" : ", ") + std::get<std::string>(row.cells[1]);
  }
  if (!names.empty()) return tr("Meer dan toevallig verschillen: {}.", names);
  if (smallest > significant)
    return tr(
        "Geen enkel verschil kan hier significant zijn, hoe groot ook: de laagste p die deze "
        "oordelen kunnen geven is {}.",
        rounded(smallest, 2));
  return tr(
      "Geen enkele factor verschilt meer dan toevallig, nu er zoveel tegelijk zijn "
      "vergeleken (p Holm onder 0,05).");
}

}  // namespace pipeline

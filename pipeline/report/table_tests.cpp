#include "pipeline/report/table_tests.h"

#include <fmt/core.h>

#include <algorithm>

#include "pipeline/model/tr.h"
#include "pipeline/report/clusters.h"
#include "pipeline/report/frequency_notes.h"
#include "pipeline/statistics/contingency.h"
#include "pipeline/statistics/outcomes.h"

namespace pipeline {
namespace {

constexpr double smallest_expectation = 5;  // below it chi-square's p is not to be trusted

std::string not_to_be_computed(std::string_view why) {
  return tr("niet te berekenen: {}", why);
}

// Values that count as a group: of those that have something, not "(geen)".
std::vector<std::size_t> tested_values(const Dimension& dimension) {
  std::vector<std::size_t> values;
  for (std::size_t i = 0; i < dimension.values.size(); ++i)
    if (dimension.values[i].key != no_value) values.push_back(i);
  return values;
}

class Tester {
 public:
  Tester(const CorpusFacts& facts, const CountedCells& counted)
      : facts_(facts),
        counted_(counted),
        columns_(tested_values(counted.columns)),
        rows_(counted.rows.values.size()),
        clusters_(counted.spec.test == TableTest::automatic
                      ? find_clusters(facts, counted, columns_)
                      : std::nullopt) {}

  TableTests tests() {
    TableTests tests;
    for (std::size_t row = 0; row < rows_; ++row) tests.rows.push_back(described(row_table(row)));
    tests.whole = described(whole_table());
    if (clusters_)
      permute(tests, *clusters_);
    else
      test_as_independent(tests);
    if (!margins_add_up(counted_))
      tests.whole = {
          {}, {}, {}, {}, not_to_be_computed(tr("wat geteld is kan in meer rijen staan"))};
    correct(tests.rows);
    add_notes(tests);
    return tests;
  }

 private:
  double count(std::size_t row, std::size_t column) const {
    return counted_.counts.at(row, column).any;
  }
  // All that could have been in a row: what was counted; of documents, also those without a coding.
  double whole_column(std::size_t column) const {
    return counted_.spec.unit == CountUnit::documents ? counted_.base.at(rows_, column).documents
                                                      : count(rows_, column);
  }

  CountTable row_table(std::size_t row) const {
    CountTable table{columns_.size(), {}};
    for (const std::size_t column : columns_) table.counts.push_back(count(row, column));
    for (const std::size_t column : columns_)
      table.counts.push_back(whole_column(column) - count(row, column));
    return table;
  }

  // Rows that nobody spoke of, which stand there because they were asked for, add nothing.
  CountTable whole_table() const {
    CountTable table{columns_.size(), {}};
    for (std::size_t row = 0; row < rows_; ++row)
      if (std::ranges::any_of(columns_, [&](std::size_t c) { return count(row, c) > 0; }))
        for (const std::size_t column : columns_) table.counts.push_back(count(row, column));
    return table;
  }

  // Chi-square and Cramer's V, which say how strong it is whatever the test; or why there are none.
  static RowTest described(const CountTable& table) {
    RowTest test;
    const auto chi = chi_square(table);
    if (!chi) {
      test.how = not_to_be_computed(to_string(chi.error()));
      return test;
    }
    test.chi_square = chi->value;
    test.cramers_v = cramers_v(table).value();
    return test;
  }

  static void take_as_independent(RowTest& test, const CountTable& table) {
    const auto chi = chi_square(table);
    if (!chi) return;  // described() said why
    const auto small = [&](std::size_t i) { return static_cast<std::uint64_t>(table.counts[i]); };
    if (chi->smallest_expected >= smallest_expectation) {
      test.p = chi->p;
      test.how = tr("chi-kwadraat");
    } else if (table.columns == 2 && table.rows() == 2) {
      test.p = fisher_exact({small(0), small(1), small(2), small(3)});
      test.how = tr("Fisher, exact");
    } else {
      test.how = not_to_be_computed(tr("verwachte aantallen onder 5"));
    }
  }

  void test_as_independent(TableTests& tests) const {
    for (std::size_t row = 0; row < rows_; ++row)
      take_as_independent(tests.rows[row], row_table(row));
    take_as_independent(tests.whole, whole_table());
  }

  // Codings of passages that lie in a tested column.
  std::vector<std::uint32_t> tested_codings() const {
    std::vector<std::uint32_t> codings;
    for (const std::uint32_t coding : counted_.selection.codings)
      if (counted_.columns.values[counted_.columns.value(facts_, coding)].key != no_value)
        codings.push_back(coding);
    return codings;
  }

  void permute(TableTests& tests, const Clusters& clusters) const {
    const auto counts =
        count_units(facts_, tested_codings(), counted_.rows, clusters.of, counted_.units);
    ClusteredOutcomes given{columns_.size(), rows_, clusters.group, {}, {}};
    const bool counts_documents = counted_.spec.unit == CountUnit::documents;
    for (std::size_t cluster = 0; cluster < clusters.group.size(); ++cluster) {
      for (std::size_t row = 0; row < rows_; ++row)
        given.counts.push_back(counts.at(row, cluster).any);
      given.totals.push_back(counts_documents ? 1 : counts.at(rows_, cluster).any);
    }
    const OutcomeTests found = permuted_outcomes(given);
    const auto take = [&](RowTest& test, const Figure& p) {
      if (!test.chi_square) return;  // described() said why
      if (p) test.p = *p;
      test.how = p ? tr("permutatie van {} {}", clusters.group.size(), clusters.plural)
                   : not_to_be_computed(to_string(p.error()));
    };
    for (std::size_t row = 0; row < rows_; ++row) take(tests.rows[row], found.each[row]);
    take(tests.whole, found.together);
  }

  static void correct(std::vector<RowTest>& rows) {
    std::vector<double> p;
    for (const RowTest& row : rows)
      if (row.p) p.push_back(*row.p);
    const std::vector<double> corrected = holm(p);
    auto next = corrected.begin();
    for (RowTest& row : rows)
      if (row.p) row.p_holm = *next++;
  }

  void add_notes(TableTests& tests) const {
    const std::string& columns = counted_.columns.noun;
    const std::string unit(plural_within(counted_.spec.unit));
    tests.notes.push_back(tr(
        "Toets per rij: verschilt het aandeel van deze rij in alle {} tussen de waarden van {}? V: "
        "Cramérs V, van 0 (geen samenhang) tot 1; p Holm: verbeterd voor het aantal rijen. In de "
        "rij Totaal: alle rijen tegen alle kolommen.",
        unit, columns));
    if (clusters_)
      tests.notes.push_back(
          tr("Permutatie: {} trekkingen met vast zaad, waarin hele {} bij toeval over de kolommen "
             "worden verdeeld; wat daarin vaker gezegd wordt, telt zo niet als onafhankelijk.",
             permutation_draws, clusters_->plural));
    else
      tests.notes.push_back(tr(
          "Let op: de toets neemt {} voor onafhankelijk van elkaar, ook die uit één gesprek; lees "
          "een kleine p met voorzichtigheid.",
          unit));
    if (columns_.size() < counted_.columns.values.size())
      tests.notes.push_back(
          tr("Niet getoetst: wat geen {} heeft, de kolom {}.", columns, tr(no_value)));
  }

  const CorpusFacts& facts_;
  const CountedCells& counted_;
  std::vector<std::size_t> columns_;
  std::size_t rows_;
  std::optional<Clusters> clusters_;
};

}  // namespace

TableTests test_table(const CorpusFacts& facts, const CountedCells& counted) {
  return Tester(facts, counted).tests();
}

}  // namespace pipeline

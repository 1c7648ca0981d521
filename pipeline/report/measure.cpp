#include "pipeline/report/measure.h"

#include "pipeline/model/tr.h"
#include "pipeline/statistics/proportion.h"

namespace pipeline {
namespace {

using Numbers = const CellNumbers&;

Cell ratio(double part, double whole) {
  return whole == 0 ? Cell{} : Cell{part / whole};
}

Cell percent(std::uint32_t part, std::uint32_t whole) {
  return ratio(100.0 * part, whole);
}

Cell low(std::uint32_t part, std::uint32_t whole) {
  const auto interval = wilson(part, whole);
  return interval ? Cell{100 * interval->low} : Cell{};
}

Cell high(std::uint32_t part, std::uint32_t whole) {
  const auto interval = wilson(part, whole);
  return interval ? Cell{100 * interval->high} : Cell{};
}

std::uint32_t all_of(Numbers it) {
  return it.counts.any;
}
std::uint32_t either_of(Numbers it) {
  return it.counts.success + it.counts.failure - it.counts.mixed;
}
std::uint32_t weighed_of(Numbers it) {
  return it.counts.success + it.counts.failure;
}
std::uint32_t documents_of(Numbers it) {
  return it.base.documents;
}
std::uint32_t cases_of(Numbers it) {
  return it.base.cases;
}

constexpr Measure success{"succes",
                          tr_later("succes"),
                          0,
                          ColumnRole::success,
                          [](Numbers it) { return Cell{std::int64_t{it.counts.success}}; },
                          [](Numbers it) { return it.counts.success; },
                          true};
constexpr Measure failed{"faal",
                         tr_later("faal"),
                         0,
                         ColumnRole::failure,
                         [](Numbers it) { return Cell{std::int64_t{it.counts.failure}}; },
                         [](Numbers it) { return it.counts.failure; },
                         true};
constexpr Measure neutral{"neutraal",
                          tr_later("neutraal"),
                          0,
                          ColumnRole::plain,
                          [](Numbers it) { return Cell{std::int64_t{it.counts.neutral}}; },
                          [](Numbers it) { return it.counts.neutral; },
                          true};
constexpr Measure any{"aantal",
                      tr_later("aantal"),
                      0,
                      ColumnRole::plain,
                      [](Numbers it) { return Cell{std::int64_t{it.counts.any}}; },
                      all_of,
                      true};
constexpr Measure balance{"saldo",
                          tr_later("saldo"),
                          2,
                          ColumnRole::balance,
                          [](Numbers it) {
                            const double plus = it.counts.success, minus = it.counts.failure;
                            return ratio(plus - minus, plus + minus);
                          },
                          weighed_of};
constexpr Measure mixed{"gemengd",
                        tr_later("gemengd"),
                        0,
                        ColumnRole::plain,
                        [](Numbers it) { return Cell{std::int64_t{it.counts.mixed}}; },
                        [](Numbers it) { return it.counts.mixed; },
                        true};
constexpr Measure mixed_share{"procent_gemengd",
                              tr_later("% gem."),
                              1,
                              ColumnRole::plain,
                              [](Numbers it) { return percent(it.counts.mixed, either_of(it)); },
                              either_of};
constexpr Measure per_thousand{
    "per_1000_woorden",
    tr_later("per 1.000 w."),
    2,
    ColumnRole::plain,
    [](Numbers it) { return ratio(1000.0 * it.counts.any, static_cast<double>(it.base.words)); },
    all_of};
constexpr Measure row_share{"procent_rij",
                            tr_later("% rij"),
                            1,
                            ColumnRole::plain,
                            [](Numbers it) { return percent(it.counts.any, it.in_row); },
                            all_of};
constexpr Measure column_share{"procent_kolom",
                               tr_later("% kol."),
                               1,
                               ColumnRole::plain,
                               [](Numbers it) { return percent(it.counts.any, it.in_column); },
                               all_of};
constexpr Measure document_share[] = {
    {"procent_documenten", tr_later("% doc."), 1, ColumnRole::plain,
     [](Numbers it) { return percent(it.documents, it.base.documents); }, documents_of},
    {"procent_documenten_van", tr_later("van"), 1, ColumnRole::plain,
     [](Numbers it) { return low(it.documents, it.base.documents); }, nullptr},
    {"procent_documenten_tot", tr_later("tot"), 1, ColumnRole::plain,
     [](Numbers it) { return high(it.documents, it.base.documents); }, nullptr}};
constexpr Measure case_share[] = {
    {"procent_cases", tr_later("% cases"), 1, ColumnRole::plain,
     [](Numbers it) { return percent(it.cases, it.base.cases); }, cases_of},
    {"procent_cases_van", tr_later("van"), 1, ColumnRole::plain,
     [](Numbers it) { return low(it.cases, it.base.cases); }, nullptr},
    {"procent_cases_tot", tr_later("tot"), 1, ColumnRole::plain,
     [](Numbers it) { return high(it.cases, it.base.cases); }, nullptr}};

void add_share(std::vector<Measure>& measures, Share share) {
  switch (share) {
    case Share::rows:
      measures.push_back(row_share);
      break;
    case Share::columns:
      measures.push_back(column_share);
      break;
    case Share::documents:
      measures.insert(measures.end(), std::begin(document_share), std::end(document_share));
      break;
    case Share::cases:
      measures.insert(measures.end(), std::begin(case_share), std::end(case_share));
      break;
  }
}

}  // namespace

CellNumbers numbers_of(const CountedCells& counted, std::size_t row, std::size_t column) {
  const std::size_t row_total = counted.rows.values.size();
  const std::size_t column_total = counted.columns.values.size();
  CellNumbers numbers{counted.counts.at(row, column), counted.counts.at(row, column_total).any,
                      counted.counts.at(row_total, column).any, counted.base.at(row, column)};
  for (const Share share : counted.spec.shares) {
    if (share == Share::documents) numbers.documents = counted.documents.at(row, column).any;
    if (share == Share::cases) numbers.cases = counted.cases.at(row, column).any;
  }
  return numbers;
}

std::vector<Measure> measures_of(const FrequencySpec& spec, bool is_total) {
  std::vector<Measure> measures;
  if (spec.valence == ValenceView::split) measures = {success, failed, neutral};
  if (spec.valence == ValenceView::balance) measures = {balance};
  if (spec.valence == ValenceView::mixed) measures = {mixed, mixed_share};
  if (spec.valence == ValenceView::sum || is_total) measures.push_back(any);
  if (spec.per_thousand_words) measures.push_back(per_thousand);
  for (const Share share : spec.shares) add_share(measures, share);
  return measures;
}

}  // namespace pipeline

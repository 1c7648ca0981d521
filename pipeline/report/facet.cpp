#include "pipeline/report/facet.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <utility>
#include <vector>

#include "pipeline/model/coder.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/dimension.h"

namespace pipeline {

namespace {

struct Counts {
  std::vector<std::int64_t> of_value;
  std::int64_t total = 0;
};

// What `factor:` and the like find: nothing that was rejected, or only proposed by what was
// learned.
bool is_sought(const CorpusFacts& facts, const CorpusFacts::CodingRow& coding) {
  return coding.status == CodingStatus::accepted ||
         (coding.status == CodingStatus::proposed && !is_learner(facts.coders[coding.coder]));
}

Counts count_passages(const CorpusFacts& facts, std::span<const PassageId> passages,
                      const Dimension& values) {
  Counts counts{std::vector<std::int64_t>(values.values.size()), 0};
  for (std::size_t i = 0; i < facts.passages.size(); ++i) {
    if (!std::ranges::binary_search(passages, facts.passages[i].id)) continue;
    ++counts.of_value[values.of[i]];
    ++counts.total;
  }
  return counts;
}

Counts count_by_codings(const CorpusFacts& facts, std::span<const PassageId> passages,
                        const Dimension& values) {
  Counts counts{std::vector<std::int64_t>(values.values.size()), 0};
  std::set<std::pair<std::uint32_t, std::uint32_t>> seen;  // passage, value
  std::set<std::uint32_t> with_any;
  for (std::size_t i = 0; i < facts.codings.size(); ++i) {
    const auto& coding = facts.codings[i];
    if (!is_sought(facts, coding) ||
        !std::ranges::binary_search(passages, facts.passages[coding.passage].id))
      continue;
    if (seen.emplace(coding.passage, values.of[i]).second) ++counts.of_value[values.of[i]];
    if (with_any.insert(coding.passage).second) ++counts.total;
  }
  return counts;
}

}  // namespace

Result<Table> facet(const CorpusFacts& facts, std::span<const PassageId> passages,
                    const std::string& by) {
  const auto values = dimension(by, facts, {});
  if (!values) return failure(values.error().message, "--facet");
  const Counts counts = values->of_passages ? count_passages(facts, passages, *values)
                                            : count_by_codings(facts, passages, *values);
  std::vector<std::size_t> order(counts.of_value.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::ranges::greater{},
                           [&](std::size_t i) { return counts.of_value[i]; });
  Table table{
      tr("Passages per {}", values->noun),
      {{values->name, values->title, 0, "", ColumnRole::label}, {"passages", tr("passages")}},
      {},
      {}};
  for (const std::size_t i : order)
    if (counts.of_value[i] > 0)
      table.rows.push_back({{values->values[i].key, counts.of_value[i]}, false});
  if (!table.rows.empty()) table.rows.push_back({{tr("Totaal"), counts.total}, true});
  if (!values->of_passages)
    table.notes.emplace_back(
        tr("Een passage telt eenmaal bij alles wat erin gecodeerd is; het totaal is het aantal "
           "passages met iets daarvan."));
  return table;
}

}  // namespace pipeline

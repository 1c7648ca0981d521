#include "pipeline/report/facet.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include "pipeline/model/tr.h"
#include "pipeline/report/dimension.h"

namespace pipeline {

Result<Table> facet(const CorpusFacts& facts, std::span<const PassageId> passages,
                    const std::string& by) {
  const auto values = dimension(by, facts, {});
  if (!values) return failure(values.error().message, "--facet");
  if (!values->of_passages)
    return failure("'" + by + tr("' hoort bij coderingen; samenspel table --rows ") + by +
                       tr(" --where telt wat een zoekvraag vindt"),
                   "--facet");
  std::vector<std::int64_t> counts(values->values.size());
  for (std::size_t i = 0; i < facts.passages.size(); ++i)
    if (std::ranges::binary_search(passages, facts.passages[i].id)) ++counts[values->of[i]];
  std::vector<std::size_t> order(counts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::size_t i) { return counts[i]; });

  Table table{
      tr("Passages per {}", values->noun),
      {{values->name, values->title, 0, "", ColumnRole::label}, {"passages", tr("passages")}},
      {},
      {}};
  for (const std::size_t i : order)
    if (counts[i] > 0) table.rows.push_back({{values->values[i].key, counts[i]}, false});
  if (!table.rows.empty())
    table.rows.push_back(
        {{"Totaal", std::accumulate(counts.begin(), counts.end(), std::int64_t{0})}, true});
  return table;
}

}  // namespace pipeline

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>

#include "pipeline/chart/codings_to_draw.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/count.h"
#include "pipeline/report/number.h"

namespace pipeline {
namespace {

using Pair = std::pair<std::uint32_t, std::uint32_t>;

struct Counts {
  std::vector<std::uint64_t> units, success, failure;  // by factor; the last two are codings
  std::map<Pair, std::uint64_t> together;
};

Counts count(const CodingsToDraw& drawn, const CorpusFacts& facts,
             const std::vector<std::uint32_t>& units) {
  Counts counts;
  for (auto* list : {&counts.units, &counts.success, &counts.failure})
    list->resize(drawn.factor.values.size());
  std::vector<std::pair<std::uint32_t, std::uint32_t>> rows;  // unit, factor
  for (const std::uint32_t coding : drawn.codings) {
    const std::uint32_t factor = drawn.factor.of[coding];
    if (facts.codings[coding].valence == Valence::success) ++counts.success[factor];
    if (facts.codings[coding].valence == Valence::failure) ++counts.failure[factor];
    if (units[coding] != no_unit) rows.emplace_back(units[coding], factor);
  }
  std::ranges::sort(rows);
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    ++counts.units[rows[i].second];
    for (std::size_t j = i + 1; j < rows.size() && rows[j].first == rows[i].first; ++j)
      ++counts.together[{rows[i].second, rows[j].second}];
  }
  return counts;
}

std::vector<std::pair<Pair, std::uint64_t>> strongest(const Counts& counts,
                                                      const NetworkSpec& spec) {
  std::vector<std::pair<Pair, std::uint64_t>> ties;
  for (const auto& tie : counts.together)
    if (tie.second >= spec.least) ties.push_back(tie);
  std::ranges::stable_sort(ties, std::ranges::greater{}, &std::pair<Pair, std::uint64_t>::second);
  if (ties.size() <= spec.most) return ties;
  // All or none of those that are equally strong.
  std::size_t end = spec.most;
  const std::uint64_t next = ties[end].second;
  while (end > 0 && ties[end - 1].second == next) --end;
  if (end == 0) end = spec.most;
  ties.resize(end);
  return ties;
}

std::string unit_words(CountUnit unit) {
  switch (unit) {
    case CountUnit::sentences:
      return tr("zin");
    case CountUnit::documents:
      return tr("document");
    case CountUnit::speakers:
      return tr("spreker");
    case CountUnit::cases:
      return tr("case");
    default:
      return tr("passage");
  }
}

std::string same_unit(CountUnit unit) {
  switch (unit) {
    case CountUnit::sentences:
      return tr("dezelfde zin");
    case CountUnit::documents:
      return tr("hetzelfde document");
    case CountUnit::speakers:
      return tr("de woorden van dezelfde spreker");
    case CountUnit::cases:
      return tr("dezelfde case");
    default:
      return tr("dezelfde passage");
  }
}

}  // namespace

Result<Network> network_of(const FactsToDraw& from, const NetworkSpec& spec) {
  const auto drawn = codings_to_draw(from, "", spec.unit);
  if (!drawn) return tl::unexpected(drawn.error());
  const Counts counts = count(*drawn, from.facts, units_of(from.facts, spec.unit));
  const auto ties = strongest(counts, spec);
  Network chart;
  std::vector<std::size_t> node_of(counts.units.size());
  for (std::size_t i = 0; i < counts.units.size(); ++i) {
    if (counts.units[i] == 0) continue;
    node_of[i] = chart.nodes.size();
    auto& node = chart.nodes.emplace_back();
    node.label = drawn->factor.values[i].label;
    node.count = counts.units[i];
    const auto plus = static_cast<double>(counts.success[i]);
    const auto minus = static_cast<double>(counts.failure[i]);
    if (plus + minus > 0) node.balance = (plus - minus) / (plus + minus);
  }
  for (const auto& [pair, number] : ties)
    chart.edges.push_back({node_of[pair.first], node_of[pair.second], number});
  chart.all_edges = counts.together.size();
  const std::string unit = unit_words(spec.unit);
  chart.text.title = tr("Factoren die samen in een {} staan", unit);
  chart.together = tr("keer samen");
  chart.text.notes = drawn->notes;
  chart.text.notes.insert(
      chart.text.notes.begin(),
      tr("Een lijn: beide factoren staan in {0}. Getoond: {1} van {2}, de "
         "sterkste, vanaf {3}. Tussen haakjes: in hoeveel van de getelde eenheden de "
         "factor voorkomt; de tint van de stip: van faal (licht) naar succes (donker).",
         same_unit(spec.unit), ties.size(), counted(counts.together.size(), "verband", "verbanden"),
         counted(ties.empty() ? spec.least : ties.back().second, "keer", "keer")));
  return chart;
}

}  // namespace pipeline

#include <algorithm>
#include <utility>
#include <vector>

#include "pipeline/chart/of_facts.h"
#include "pipeline/explore/items.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/number.h"

namespace pipeline {
namespace {

struct Tie {
  std::uint32_t first = 0, second = 0;
  std::uint64_t count = 0;
};

std::vector<Tie> all_ties(const Pairs& pairs) {
  std::vector<Tie> ties;
  for (std::uint32_t a = 0; a < pairs.factors; ++a)
    for (std::uint32_t b = a + 1; b < pairs.factors; ++b)
      if (const std::uint32_t both = pairs.of(a, b).both; both > 0) ties.push_back({a, b, both});
  return ties;
}

std::vector<Tie> strongest(std::vector<Tie> ties, const NetworkSpec& spec) {
  std::erase_if(ties, [&](const Tie& tie) { return tie.count < spec.least; });
  std::ranges::stable_sort(ties, std::ranges::greater{}, &Tie::count);
  if (ties.size() <= spec.most) return ties;
  // All or none of those that are equally strong.
  std::size_t end = spec.most;
  const std::uint64_t next = ties[end].count;
  while (end > 0 && ties[end - 1].count == next) --end;
  if (end == 0) end = spec.most;
  ties.resize(end);
  return ties;
}

std::string same_unit(TogetherIn in) {
  switch (in) {
    case TogetherIn::sentence:
      return tr("dezelfde zin");
    case TogetherIn::turn:
      return tr("dezelfde beurt");
    case TogetherIn::speaker:
      return tr("de woorden van dezelfde spreker");
    case TogetherIn::document:
      return tr("hetzelfde document");
    case TogetherIn::case_:
      return tr("dezelfde case");
    case TogetherIn::passage:
      break;
  }
  return tr("dezelfde passage");
}

Network::Node node_of(const Pairs& pairs, std::uint32_t factor, std::string label) {
  Network::Node node{std::move(label), pairs.with[factor], {}};
  const double plus = pairs.successes[factor], minus = pairs.failures[factor];
  if (plus + minus > 0) node.balance = (plus - minus) / (plus + minus);
  return node;
}

}  // namespace

Network network_of(const Subject& subject, const NetworkSpec& spec) {
  const Pairs pairs = count_pairs(subject, spec.in);
  const std::vector<Tie> all = all_ties(pairs), ties = strongest(all, spec);
  const TermNumbers names = factors_of(subject).names;
  Network chart;
  std::vector<std::size_t> places(pairs.factors);
  for (std::uint32_t factor = 0; factor < pairs.factors; ++factor) {
    if (pairs.with[factor] == 0) continue;
    places[factor] = chart.nodes.size();
    const FactorId id(names.text(factor + 1));
    chart.nodes.push_back(node_of(pairs, factor, label_of(subject, id)));
  }
  for (const Tie& tie : ties)
    chart.edges.push_back({places[tie.first], places[tie.second], tie.count});
  chart.all_edges = all.size();
  const TogetherWords unit = unit_words(spec.in);
  chart.text.title = tr("Factoren die samen in een {} staan", unit.one);
  chart.together = tr("keer samen");
  chart.text.notes = subject_notes(subject, About::codings);
  chart.text.notes.insert(
      chart.text.notes.begin(),
      tr("Een lijn: beide factoren staan in {0}. Getoond: {1} van {2}, de sterkste, vanaf {3}. "
         "Tussen haakjes: in hoeveel {4} de factor voorkomt; de tint van de stip: van faal (licht) "
         "naar succes (donker).",
         same_unit(spec.in), ties.size(), counted(all.size(), "verband", "verbanden"),
         counted(ties.empty() ? spec.least : ties.back().count, "keer", "keer"), unit.many));
  return chart;
}

}  // namespace pipeline

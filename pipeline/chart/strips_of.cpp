
#include <algorithm>
#include <map>

#include "pipeline/chart/of_facts.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/frequency_notes.h"
#include "pipeline/report/natural_order.h"
#include "pipeline/report/number.h"

namespace pipeline {
namespace {

// Words before each passage in its document, and of all documents.
struct Words {
  std::vector<std::uint64_t> before, of_document;
};

Words words_of(const CorpusFacts& facts) {
  Words words;
  words.of_document.resize(facts.documents.size());
  for (const auto& passage : facts.passages) {
    words.before.push_back(words.of_document[passage.document]);
    words.of_document[passage.document] += passage.words;
  }
  return words;
}

// A passage's codings stand in the order of their sentences, evenly over its words: where in it a
// sentence begins is not known here.
std::vector<Strips::Mark> marks_of(const std::vector<std::uint32_t>& codings,
                                   const CorpusFacts& facts, const Words& words) {
  std::map<std::uint32_t, std::vector<Span>> sentences;  // by passage
  for (const std::uint32_t coding : codings) {
    auto& spans = sentences[facts.codings[coding].passage];
    spans.push_back(facts.codings[coding].span);
  }
  for (auto& [passage, spans] : sentences) {
    std::ranges::sort(spans);
    spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
  }
  std::vector<Strips::Mark> marks;
  for (const std::uint32_t coding : codings) {
    const auto& row = facts.codings[coding];
    const auto& passage = facts.passages[row.passage];
    const auto& spans = sentences.at(row.passage);
    const auto rank = static_cast<double>(std::ranges::find(spans, row.span) - spans.begin());
    const auto count = static_cast<double>(spans.size());
    const auto all =
        static_cast<double>(std::max<std::uint64_t>(words.of_document[passage.document], 1));
    const double within = static_cast<double>(passage.words) * (rank + 0.5) / count;
    marks.push_back({(static_cast<double>(words.before[row.passage]) + within) / all, row.valence});
  }
  return marks;
}

// Of those that take part the ones with the most codings, by name; counts the rest.
std::vector<std::size_t> rows_to_show(Strips& chart,
                                      const std::vector<std::vector<std::uint32_t>>& of_document,
                                      const CorpusFacts& facts, const Selection& selection,
                                      const StripsSpec& spec) {
  std::vector<bool> takes_part(facts.documents.size());
  for (std::size_t i = 0; i < facts.passages.size(); ++i)
    if (selection.passages[i]) takes_part[facts.passages[i].document] = true;
  chart.documents = static_cast<std::size_t>(std::ranges::count(takes_part, true));
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < facts.documents.size(); ++i) {
    if (!of_document[i].empty()) ++chart.with_any;
    if (takes_part[i] && (spec.has_empty || !of_document[i].empty())) order.push_back(i);
  }
  std::ranges::stable_sort(order, std::ranges::greater{},
                           [&](std::size_t i) { return of_document[i].size(); });
  order.resize(std::min(order.size(), spec.most_rows));
  std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
    return natural_less(facts.documents[a].path, facts.documents[b].path);
  });
  return order;
}

}  // namespace

Result<Strips> strips_of(const Subject& subject, const StripsSpec& spec) {
  const CorpusFacts& facts = subject.facts;
  const auto asked = factor_asked(subject, spec.factor);
  if (!asked) return tl::unexpected(asked.error());
  const std::optional<FactorId>& factor = *asked;
  std::vector<std::vector<std::uint32_t>> of_document(facts.documents.size());
  for (const std::uint32_t coding : subject.selection.codings)
    if (!factor || facts.factors[facts.codings[coding].factor] == *factor)
      of_document[facts.passages[facts.codings[coding].passage].document].push_back(coding);
  Strips chart;
  const std::vector<std::size_t> order =
      rows_to_show(chart, of_document, facts, subject.selection, spec);
  const Words words = words_of(facts);
  for (const std::size_t i : order)
    chart.rows.push_back({facts.documents[i].path, std::to_string(of_document[i].size()),
                          marks_of(of_document[i], facts, words)});
  chart.text.title = factor ? tr("{} in de documenten", label_of(subject, *factor))
                            : tr("Alle factoren in de documenten");
  chart.text.notes =
      count_notes(CountUnit::codings, facts, subject.selection, subject.scope, subject.run);
  std::string first =
      tr("Een streepje is een codering; de plaats is het deel van de woorden van het document dat "
         "eraan voorafgaat, op een passage nauwkeurig.");
  if (order.size() < chart.documents)
    first += tr(" Getoond: {} van de {} documenten; in {} staat er een of meer.",
                number(order.size()), number(chart.documents), number(chart.with_any));
  chart.text.notes.insert(chart.text.notes.begin(), first);
  return chart;
}

}  // namespace pipeline

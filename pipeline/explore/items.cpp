#include "pipeline/explore/items.h"

#include <algorithm>
#include <utility>

#include "pipeline/model/tr.h"
#include "pipeline/report/count.h"

namespace pipeline {

std::vector<PassageId> passage_ids(const CorpusFacts& facts) {
  std::vector<PassageId> ids;
  ids.reserve(facts.passages.size());
  for (const auto& passage : facts.passages) ids.push_back(passage.id);
  return ids;
}

Items words_of(const Index& index, const CorpusFacts& facts, WordKind kind) {
  Items items;
  items.of = read_words(index, passage_ids(facts), kind, items.names);
  items.kind = kind;
  return items;
}

Items factors_of(const Subject& subject) {
  const CorpusFacts& facts = subject.facts;
  Items items;
  items.about = About::codings;
  for (const Factor& factor : subject.factors) items.names.number(factor.id);
  std::vector<std::uint32_t> numbers;
  for (const FactorId& factor : facts.factors) numbers.push_back(items.names.number(factor));
  // By passage: people's codings have later ids than those of passages behind them.
  std::vector<std::uint32_t> order = subject.selection.codings;
  std::ranges::stable_sort(order, {}, [&](std::uint32_t i) { return facts.codings[i].passage; });
  items.of.places.resize(facts.passages.size());
  for (const std::uint32_t i : order) {
    auto& place = items.of.places[facts.codings[i].passage];
    if (place.begin == place.end) place.begin = items.of.items.size();
    items.of.items.push_back(numbers[facts.codings[i].factor]);
    place.end = items.of.items.size();
  }
  return items;
}

std::string unit_note(const Items& items) {
  if (items.about == About::codings)
    return tr("Geteld: coderingen; een codering is een factor in een zin, met een valentie.");
  return items.kind == WordKind::forms
             ? tr("Geteld: woorden en getallen, zoals ze er staan maar zonder hoofdletters.")
             : tr("Geteld: woorden en getallen als lemma; een werkwoord dat van zijn deel "
                  "gescheiden "
                  "is "
                  "(werkten ... samen) telt als het hele werkwoord.");
}

std::vector<std::uint32_t> units_with(const PassageItems& of, std::size_t items,
                                      std::span<const std::uint32_t> passages,
                                      const std::vector<std::uint32_t>& unit) {
  std::vector<std::uint32_t> order(passages.begin(), passages.end());
  std::ranges::stable_sort(order, {}, [&](std::uint32_t passage) { return unit[passage]; });
  std::vector<std::uint32_t> with(items + 1), last(items + 1, no_unit);
  for (const std::uint32_t passage : order) {
    if (unit[passage] == no_unit) break;  // sorts last
    for (const std::uint32_t item : of.of(passage))
      if (std::exchange(last[item], unit[passage]) != unit[passage]) ++with[item];
  }
  with[0] = 0;
  return with;
}

SpreadCounter::SpreadCounter(const CorpusFacts& facts)
    : documents_(passage_units(facts, CountUnit::documents)),
      speakers_(passage_units(facts, CountUnit::speakers)) {}

std::vector<Spread> SpreadCounter::operator()(const PassageItems& of, std::size_t items,
                                              std::span<const std::uint32_t> passages) const {
  std::vector<Spread> spread(items + 1);
  for (const std::uint32_t passage : passages)
    for (const std::uint32_t item : of.of(passage)) ++spread[item].occurrences;
  const auto documents = units_with(of, items, passages, documents_);
  const auto speakers = units_with(of, items, passages, speakers_);
  for (std::size_t item = 0; item < spread.size(); ++item) {
    spread[item].documents = documents[item];
    spread[item].speakers = speakers[item];
  }
  spread[0] = {};
  return spread;
}

std::uint64_t words_in(const CorpusFacts& facts, const Items& items,
                       std::span<const std::uint32_t> passages) {
  std::uint64_t words = 0;
  for (const std::uint32_t passage : passages) {
    if (items.about == About::codings) {
      words += facts.passages[passage].words;
      continue;
    }
    const auto of = items.of.of(passage);
    words += of.size() - static_cast<std::size_t>(std::ranges::count(of, 0U));
  }
  return words;
}

}  // namespace pipeline

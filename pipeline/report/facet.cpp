#include "pipeline/report/facet.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "pipeline/model/near.h"

namespace pipeline {
namespace {

const Attributes& attributes_of(const CorpusFacts& facts, const CorpusFacts::PassageRow& passage) {
  return passage.speaker ? facts.speakers[*passage.speaker].attributes
                         : facts.documents[passage.document].attributes;
}

std::string value_of(const CorpusFacts& facts, const CorpusFacts::PassageRow& passage,
                     const std::string& by) {
  if (by == "document") return facts.documents[passage.document].path;
  if (by == "spreker") return passage.speaker ? facts.speakers[*passage.speaker].name : "(geen)";
  const Attributes& attributes = attributes_of(facts, passage);
  const auto it = attributes.find(by);
  return it == attributes.end() ? "(geen)" : it->second;
}

std::vector<std::string> known_names(const CorpusFacts& facts) {
  std::set<std::string> names{"document", "spreker"};
  for (const auto& document : facts.documents)
    for (const auto& [name, value] : document.attributes) names.insert(name);
  for (const auto& speaker : facts.speakers)
    for (const auto& [name, value] : speaker.attributes) names.insert(name);
  return {names.begin(), names.end()};
}

}  // namespace

Result<Table> facet(const CorpusFacts& facts, std::span<const PassageId> passages,
                    const std::string& by) {
  const std::vector<std::string> known = known_names(facts);
  if (std::ranges::find(known, by) == known.end())
    return failure("onbekend kenmerk '" + by + "'" + suggest(by, known), "--facet");
  std::map<std::string, std::int64_t> counts;
  for (const auto& passage : facts.passages)
    if (std::ranges::binary_search(passages, passage.id)) ++counts[value_of(facts, passage, by)];
  std::vector<std::pair<std::string, std::int64_t>> ordered(counts.begin(), counts.end());
  std::ranges::stable_sort(ordered, std::ranges::greater{},
                           &std::pair<std::string, std::int64_t>::second);
  Table table{"Passages per " + by, {{by, by}, {"passages", "passages"}}, {}, {}};
  for (const auto& [value, count] : ordered) table.rows.push_back({{value, count}, false});
  if (!ordered.empty())
    table.rows.push_back({{"totaal", static_cast<std::int64_t>(passages.size())}, true});
  return table;
}

}  // namespace pipeline


#include <algorithm>
#include <map>

#include "pipeline/evaluate/columns.h"
#include "pipeline/evaluate/decisions.h"
#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

// A row before it is one: what it is called, and the verdicts that it counts.
struct Group {
  std::vector<std::string> names;  // the first cells
  std::vector<Verdict> verdicts;
};

struct Grouping {
  const CorpusFacts& facts;
  std::span<const Factor> factors;
  std::vector<Verdict> verdicts;
  std::vector<Group> groups = {};

  // Groups in the order of `keys`; a coding whose key is none of them counts nowhere.
  template <typename Key, typename KeyOf>
  void by(const std::vector<std::pair<Key, std::vector<std::string>>>& keys, KeyOf key_of) {
    std::map<Key, std::size_t> places;
    for (const auto& [key, names] : keys) {
      places[key] = groups.size();
      groups.push_back({names, {}});
    }
    for (std::uint32_t i = 0; i < facts.codings.size(); ++i)
      if (const auto place = places.find(key_of(facts.codings[i])); place != places.end())
        groups[place->second].verdicts.push_back(verdicts[i]);
  }

  void by_coder() {
    std::vector<std::pair<std::uint32_t, std::vector<std::string>>> keys;
    for (std::uint32_t i = 0; i < facts.coders.size(); ++i) keys.push_back({i, {facts.coders[i]}});
    by(keys, [](const auto& coding) { return coding.coder; });
  }
  void by_factor() {
    std::vector<std::pair<FactorId, std::vector<std::string>>> keys;
    for (const Factor& factor : factors) keys.push_back({factor.id, {factor.id, label_of(factor)}});
    for (const FactorId& id : facts.factors)
      if (std::ranges::find(factors, id, &Factor::id) == factors.end())
        keys.push_back({id, {id, id}});
    by(keys, [&](const auto& coding) { return facts.factors[coding.factor]; });
  }
  void by_valence() {
    std::vector<std::pair<Valence, std::vector<std::string>>> keys;
    for (const Valence valence : all_valences) keys.push_back({valence, {word_of(valence)}});
    by(keys, [](const auto& coding) { return coding.valence; });
  }
  void by_pattern(const EvidenceFacts& evidence) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, Group> patterns;  // by rule and factor
    for (const auto& row : evidence.rows) {
      if (row.kind != Evidence::Kind::pattern) continue;
      const std::uint32_t factor = facts.codings[row.coding].factor;
      Group& group = patterns[{row.rule, factor}];
      if (group.names.empty())
        group.names = {evidence.rules[row.rule].text, facts.factors[factor],
                       evidence.rules[row.rule].source};
      group.verdicts.push_back(verdicts[row.coding]);
    }
    for (auto& [key, group] : patterns) groups.push_back(std::move(group));
    std::ranges::stable_sort(groups, {}, [](const Group& group) {
      return -std::ranges::count(group.verdicts, Verdict::rejected);
    });
  }
};

void add_name_columns(Table& table, DecisionRows rows) {
  const auto label = [&](const char* name, const std::string& title) {
    table.columns.push_back({name, title, 0, "", ColumnRole::label});
  };
  switch (rows) {
    case DecisionRows::coder:
      return label("codeur", tr("Codeur"));
    case DecisionRows::factor:
      table.columns.push_back({"factor", tr("Factor"), 0, "", ColumnRole::key});
      return label("label", tr("Factor"));
    case DecisionRows::valence:
      return label("valentie", tr("Valentie"));
    case DecisionRows::pattern:
      label("patroon", tr("Patroon"));
      add_column(table, "factor", tr("factor"));
      return add_column(table, "bron", tr("bron"));
  }
}

void add_row(Table& table, const Group& group, bool is_total) {
  const DecisionCounts counts = count_decisions(group.verdicts);
  Row& row = table.rows.emplace_back();
  row.is_total = is_total;
  for (const std::string& name : group.names) row.cells.emplace_back(name);
  for (const std::uint64_t number :
       {counts.open, counts.accepted, counts.rejected, counts.found, counts.missed})
    add_count(row, number);
  add_share(row, counts.accepted, counts.accepted + counts.rejected);
  const std::uint64_t there = counts.accepted + counts.found;
  add_share(row, there, there + counts.missed);
}

}  // namespace

Table decision_table(const CorpusFacts& facts, const EvidenceFacts& evidence,
                     std::span<const Factor> factors, DecisionRows rows) {
  Table table;
  table.title = tr("Wat mensen van de voorstellen vinden");
  add_name_columns(table, rows);
  for (const std::string_view name :
       {tr_later("open"), tr_later("aanvaard"), tr_later("verworpen")})
    add_column(table, std::string(name), tr(name), "lexicon");
  for (const std::string_view name : {tr_later("gevonden"), tr_later("gemist")})
    add_column(table, std::string(name), tr(name), tr("door mensen"));
  add_share_columns(table, "precisie", tr("precisie"));
  add_share_columns(table, "recall", tr("recall"));
  Grouping grouping{facts, factors, verdicts(facts)};
  if (rows == DecisionRows::coder) grouping.by_coder();
  if (rows == DecisionRows::factor) grouping.by_factor();
  if (rows == DecisionRows::valence) grouping.by_valence();
  if (rows == DecisionRows::pattern) grouping.by_pattern(evidence);
  for (const Group& group : grouping.groups)
    if (count_decisions(group.verdicts) != DecisionCounts{}) add_row(table, group, false);
  if (rows != DecisionRows::pattern) {
    Group total{{tr("Totaal")}, grouping.verdicts};
    if (rows == DecisionRows::factor) total.names.push_back(tr("Totaal"));
    add_row(table, total, true);
  }
  table.notes = {
      tr("Precisie: aanvaard van wat beslist is. Recall: van wat mensen aanvaardden of zelf "
         "codeerden, "
         "wat het lexicon ook vond (met welke valentie ook); zij zegt alleen iets waar mensen ook "
         "zochten naar wat het lexicon niet voorstelde."),
      tr("Door mensen: zelf gecodeerd en niet al geteld als aanvaard; gevonden als het lexicon de "
         "factor daar ook heeft. Van en tot: 95 %-interval volgens Wilson (1927).")};
  return table;
}

}  // namespace pipeline

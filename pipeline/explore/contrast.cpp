#include "pipeline/explore/contrast.h"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <optional>

#include "pipeline/model/tr.h"
#include "pipeline/report/count.h"
#include "pipeline/report/number.h"
#include "pipeline/statistics/contingency.h"

namespace pipeline {
namespace {

// More units than this are not dealt out ten thousand times.
constexpr std::size_t most_dealt_out = 500;
// More groups than this nobody can compare by eye.
constexpr std::size_t most_groups = 100;

struct GroupCounts {
  std::int64_t success = 0, failure = 0, neutral = 0;
};

struct FactorContrast {
  FactorId factor;
  std::vector<GroupCounts> groups;
  Figure v = tl::unexpected(Undefined::nothing_counted);
  Figure p = tl::unexpected(Undefined::nothing_counted);
  double adjusted = 1;
};

// Speakers, and documents behind them where nobody speaks.
std::vector<std::uint32_t> sayers_of(const CorpusFacts& facts) {
  std::vector<std::uint32_t> sayers = passage_units(facts, CountUnit::speakers);
  for (std::size_t i = 0; i < sayers.size(); ++i)
    if (sayers[i] == no_unit)
      sayers[i] = static_cast<std::uint32_t>(facts.speakers.size()) + facts.passages[i].document;
  return sayers;
}

class Contrasts {
 public:
  Contrasts(const Subject& subject, const Dimension& groups)
      : subject_(subject), groups_(groups), sayers_(sayers_of(subject.facts)) {
    for (const std::uint32_t i : subject.selection.codings)
      codings_[subject.facts.codings[i].factor].push_back(i);
  }

  std::vector<FactorContrast> all(std::uint32_t least) const {
    std::vector<FactorContrast> list;
    for (const auto& [factor, codings] : codings_) {
      FactorContrast it = counted(factor, codings);
      std::int64_t valued = 0;
      for (const GroupCounts& group : it.groups) valued += group.success + group.failure;
      if (valued >= least) list.push_back(std::move(it));
    }
    adjust(list);
    return list;
  }

 private:
  std::uint32_t group_of(std::uint32_t coding) const {
    return groups_.of[subject_.facts.codings[coding].passage];
  }

  FactorContrast counted(std::uint32_t factor, const std::vector<std::uint32_t>& codings) const {
    FactorContrast it;
    it.factor = subject_.facts.factors[factor];
    it.groups.resize(groups_.values.size());
    for (const std::uint32_t coding : codings) {
      GroupCounts& group = it.groups[group_of(coding)];
      const Valence valence = subject_.facts.codings[coding].valence;
      ++(valence == Valence::success   ? group.success
         : valence == Valence::failure ? group.failure
                                       : group.neutral);
    }
    CountTable table{2, {}};
    for (std::size_t i = 0; i < it.groups.size(); ++i) {
      // Who has no value of the attribute is no group to compare, nor is who says nothing of it.
      const GroupCounts& group = it.groups[i];
      if (groups_.values[i].key == no_value || group.success + group.failure == 0) continue;
      table.counts.push_back(static_cast<double>(group.success));
      table.counts.push_back(static_cast<double>(group.failure));
    }
    it.v = table.rows() < 2 ? Figure(tl::unexpected(Undefined::one_category)) : cramers_v(table);
    if (it.v) it.p = permuted(codings);
    return it;
  }

  Figure permuted(const std::vector<std::uint32_t>& codings) const {
    ClusteredCounts counts{groups_.values.size(), 2, {}, {}};
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> places;  // sayer, group
    for (const std::uint32_t coding : codings) {
      const auto& row = subject_.facts.codings[coding];
      const std::uint32_t group = group_of(coding);
      if (row.valence == Valence::neutral || groups_.values[group].key == no_value) continue;
      const auto [at, is_new] =
          places.try_emplace({sayers_[row.passage], group}, counts.group.size());
      if (is_new) {
        counts.group.push_back(group);
        counts.counts.insert(counts.counts.end(), {0, 0});
      }
      counts.counts[2 * at->second + (row.valence == Valence::success ? 0 : 1)] += 1;
    }
    if (counts.group.size() > most_dealt_out) return tl::unexpected(Undefined::nothing_shared);
    return permutation_p(counts);
  }

  static void adjust(std::vector<FactorContrast>& list) {
    std::vector<double> p_values;
    for (const FactorContrast& it : list)
      if (it.p) p_values.push_back(*it.p);
    const std::vector<double> adjusted = holm(p_values);
    std::size_t next = 0;
    for (FactorContrast& it : list)
      if (it.p) it.adjusted = adjusted[next++];
    std::ranges::stable_sort(list, {}, [](const FactorContrast& it) {
      return std::pair(it.p.value_or(2), -it.v.value_or(0));
    });
  }

  const Subject& subject_;
  const Dimension& groups_;
  std::vector<std::uint32_t> sayers_;
  std::map<std::uint32_t, std::vector<std::uint32_t>> codings_;  // by factor
};

Result<Dimension> groups_of(const Subject& subject, const std::string& by) {
  auto groups = dimension(by, subject.facts, subject.factors);
  if (!groups) return groups;
  if (!groups->of_passages)
    return failure(tr("'{}' hoort bij coderingen en verdeelt geen mensen in groepen; kies een "
                      "kenmerk, zoals rol of partij",
                      by),
                   "--by");
  std::vector<bool> used(groups->values.size());
  for (const std::uint32_t coding : subject.selection.codings)
    used[groups->of[subject.facts.codings[coding].passage]] = true;
  keep_used(*groups, used);
  if (groups->values.size() > most_groups)
    return failure(tr("'{}' heeft {} waarden, en meer dan {} zijn niet te vergelijken; kies "
                      "een ander kenmerk of beperk ze met --where",
                      by, groups->values.size(), most_groups),
                   "--by");
  return groups;
}

std::vector<Column> columns_of(const Dimension& groups) {
  std::vector<Column> columns{{"factor", tr("Factor"), 0, "", ColumnRole::key},
                              {"label", tr("Factor"), 0, "", ColumnRole::label},
                              {"cramers_v", "V", 2},
                              {"p", "p", 4},
                              {"p_holm", "p Holm", 4}};
  for (const DimensionValue& value : groups.values) {
    columns.push_back({value.key + ":succes", tr("succes"), 0, value.label, ColumnRole::success});
    columns.push_back({value.key + ":faal", tr("faal"), 0, value.label, ColumnRole::failure});
    columns.push_back({value.key + ":neutraal", tr("neutr."), 0, value.label});
  }
  return columns;
}

std::vector<std::string> contrast_notes(const Subject& subject, const Dimension& groups) {
  std::vector<std::string> notes{
      tr("Geteld: coderingen; een codering is een factor in een zin, met een valentie."),
      tr("V (Cramér 1946): hoe sterk succes of faal samenhangt met {}, van 0 tot 1; leeg "
         "waar er niet twee groepen en beide valenties zijn. Neutraal en {} tellen daarin "
         "niet mee.",
         groups.noun, tr(no_value)),
      tr("p: door sprekers (of documenten waarin niemand spreekt) in hun geheel over de groepen te "
         "verdelen, 9.999 keer; p Holm: na correctie voor het aantal factoren.")};
  const auto base = subject_notes(subject, About::codings);
  notes.insert(notes.end(), base.begin(), base.end());
  return notes;
}

}  // namespace

Result<Table> contrast(const Subject& subject, const ContrastSpec& spec) {
  const auto groups = groups_of(subject, spec.by);
  if (!groups) return tl::unexpected(groups.error());
  Table table{tr("Factoren per {}", groups->noun),
              columns_of(*groups),
              {},
              contrast_notes(subject, *groups)};
  for (const FactorContrast& it : Contrasts(subject, *groups).all(spec.least)) {
    Row row{{it.factor, label_of(subject, it.factor), cell_of(it.v), cell_of(it.p),
             it.p ? Cell{it.adjusted} : Cell{}}};
    for (const GroupCounts& group : it.groups)
      for (const std::int64_t number : {group.success, group.failure, group.neutral})
        row.cells.emplace_back(number);
    table.rows.push_back(std::move(row));
  }
  keep_first(table, spec.most, translated("factoren"));
  return table;
}

}  // namespace pipeline

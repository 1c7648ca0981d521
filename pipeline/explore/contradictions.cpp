#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "pipeline/explore/contrast.h"
#include "pipeline/explore/items.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/number.h"

namespace pipeline {
namespace {

struct OfGroup {
  std::vector<std::uint32_t> success, failure;  // codings, facts first
};

// By group, of one factor in one case.
using ByGroup = std::map<std::uint32_t, OfGroup>;

void add_pairs(const OfGroup& good, const OfGroup& bad, std::size_t each, const CorpusFacts& facts,
               const Contradiction& about, std::vector<Contradiction>& list) {
  const std::size_t pairs = std::min({good.success.size(), bad.failure.size(), each});
  for (std::size_t i = 0; i < pairs; ++i) {
    list.push_back(about);
    list.back().success = facts.codings[good.success[i]].id;
    list.back().failure = facts.codings[bad.failure[i]].id;
  }
}

}  // namespace

Result<std::vector<Contradiction>> contradictions(const Subject& subject, const std::string& by,
                                                  std::size_t each) {
  const CorpusFacts& facts = subject.facts;
  const auto groups = dimension(by, facts, subject.factors);
  if (!groups) return tl::unexpected(groups.error());
  if (!groups->of_passages)
    return failure(tr("'{}' hoort bij coderingen en verdeelt geen mensen in groepen", by), "--by");
  const auto cases = dimension("case", facts, subject.factors);
  const Items factors = factors_of(subject);
  std::map<std::pair<std::uint32_t, std::uint32_t>, ByGroup> said;  // factor, case
  std::vector<std::uint32_t> order = subject.selection.codings;
  std::ranges::stable_sort(order, {}, [&](std::uint32_t i) {
    return facts.codings[i].modality == Modality::fact ? 0 : 1;
  });
  for (const std::uint32_t i : order) {
    const auto& coding = facts.codings[i];
    const std::uint32_t group = groups->of[coding.passage];
    const std::uint32_t of_case = cases ? cases->of[coding.passage] : 0;
    if (coding.valence == Valence::neutral || groups->values[group].key == no_value ||
        (cases && cases->values[of_case].key == no_value))
      continue;
    OfGroup& it = said[{factors.names.find(facts.factors[coding.factor]), of_case}][group];
    (coding.valence == Valence::success ? it.success : it.failure).push_back(i);
  }
  std::vector<Contradiction> list;
  for (const auto& [about, by_group] : said)
    for (const auto& [good, its] : by_group)
      for (const auto& [bad, others] : by_group)
        if (good != bad)
          add_pairs(its, others, each, facts,
                    {std::string(factors.names.text(about.first)),
                     cases ? cases->values[about.second].key : std::string(),
                     groups->values[good].key, groups->values[bad].key},
                    list);
  return list;
}

Table contradiction_table(const Subject& subject, const std::string& by,
                          const std::vector<Contradiction>& list,
                          const std::function<QuotedCoding(CodingId)>& quote) {
  Table table{tr("Wat elkaar tegenspreekt, per {}", by),
              {{"factor", tr("Factor"), 0, "", ColumnRole::key},
               {"label", tr("Factor"), 0, "", ColumnRole::label},
               {"case", tr("case")}},
              {},
              {}};
  for (const Valence valence : {Valence::success, Valence::failure}) {
    const std::string side(to_string(valence)), group = word_of(valence);
    table.columns.push_back({side + ":groep", by, 0, group});
    table.columns.push_back({side + ":document", tr("document"), 0, group});
    table.columns.push_back({side + ":spreker", tr("spreker"), 0, group});
    table.columns.push_back({side + ":citaat", tr("citaat"), 0, group});
  }
  for (const Contradiction& it : list) {
    Row row{{it.factor, label_of(subject, it.factor), it.case_}};
    for (const auto& [group, coding] :
         {std::pair(it.success_group, it.success), std::pair(it.failure_group, it.failure)}) {
      const QuotedCoding quotation = quote(coding);
      row.cells.insert(row.cells.end(),
                       {group, quotation.document, quotation.speaker, quotation.text});
    }
    table.rows.push_back(std::move(row));
  }
  table.notes = {
      tr("Naast elkaar: dezelfde factor in dezelfde case, door de ene {0} als succes en door "
         "een andere als faal; feiten voor wensen, voorwaarden en vragen. Of het elkaar "
         "echt tegenspreekt, zegt alleen wie beide leest.",
         by)};
  const auto base = subject_notes(subject, About::codings);
  table.notes.insert(table.notes.end(), base.begin(), base.end());
  return table;
}

}  // namespace pipeline

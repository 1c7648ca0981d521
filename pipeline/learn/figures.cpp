#include "pipeline/learn/figures.h"

#include "pipeline/model/tr.h"

namespace pipeline {

Reference reference_of(const LessonSet& set) {
  Reference reference;
  reference.name = tr("mensen");
  for (const Lesson& lesson : set.lessons) {
    auto& gold = reference.gold.emplace_back();
    auto& open = reference.open.emplace_back();
    auto& any = reference.any.emplace_back();
    for (const Label& label : lesson.labels) {
      if (!label.is_agreed)
        open.insert(label.factor);
      else if (label.is_there)
        gold[label.factor] = label.valence ? ValenceSet{*label.valence} : ValenceSet{};
    }
    if (!lesson.is_read_whole)
      for (const FactorId& factor : set.factors)
        if (!answer_of(lesson, factor)) open.insert(factor);
    if (lesson.is_read_whole && open.empty()) any = !gold.empty();
  }
  return reference;
}

std::vector<CoderCodings> proposers_of(const LessonSet& set, const std::vector<TriedOut>& tried) {
  std::vector<CoderCodings> all{{"lexicon", {}},
                                {std::string(tr_later("geleerd")), {}},
                                {std::string(tr_later("samen")), {}}};
  for (CoderCodings& it : all) it.units.resize(set.lessons.size());
  for (std::size_t i = 0; i < tried.size(); ++i) {
    for (const LexiconHit& hit : set.lessons[i].seen.hits)
      if (hit.is_counted) all[0].units[i][hit.factor].valences.add(hit.valence);
    for (const Proposal& it : tried[i].proposed(Proposer::learned))
      all[1].units[i][it.factor].valences.add(it.valence);
    for (const Proposal& it : tried[i].proposed(Proposer::combined))
      all[2].units[i][it.factor].valences.add(it.valence);
  }
  return all;
}

}  // namespace pipeline

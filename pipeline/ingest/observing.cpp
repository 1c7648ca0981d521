#include "pipeline/ingest/observing.h"

#include <algorithm>
#include <map>

namespace pipeline {
namespace {

// What people decided counts so much more than an example of the lexicon.
constexpr std::uint32_t weight_of_people = 2;

Staged staged_text(Stages& stages, const std::string& text) {
  Document document;
  document.source = text;
  return stages.traced(document, {});
}

Observation observe_text(const std::string& text, Stages& stages, const ObservedLexicon& lexicon,
                         FeatureNames& names) {
  const Staged staged = staged_text(stages, text);
  return joined(observations(staged, stages, lexicon, names));
}

}  // namespace

std::vector<Observation> observations(const Staged& staged, const Stages& stages,
                                      const ObservedLexicon& lexicon, FeatureNames& names) {
  Observer observe(lexicon, stages.vocabulary(), names);
  std::vector<Observation> seen = observe(
      {staged.clean.text, staged.segmented, staged.analysed, staged.codings, staged.traces});
  for (std::size_t i = seen.size(); i-- > 1;) observe.add_before(seen[i - 1], seen[i]);
  return seen;
}

std::vector<Label> labels_of(const std::vector<CoderCodings>& people, std::size_t unit) {
  std::map<FactorId, std::pair<std::size_t, ValenceSet>> of;
  for (const CoderCodings& coder : people)
    for (const auto& [factor, coding] : coder.units[unit]) {
      auto& [times, valences] = of[factor];
      ++times;
      for (const Valence valence : all_valences)
        if (coding.valences.has(valence)) valences.add(valence);
    }
  std::vector<Label> labels;
  for (const auto& [factor, said] : of) {
    Label label{factor, true, said.first == people.size()};
    for (const Valence valence : all_valences)
      if (said.second == ValenceSet{valence}) label.valence = valence;
    labels.push_back(std::move(label));
  }
  return labels;
}

LessonSet lessons_of(const std::vector<SentenceRow>& rows, const std::vector<CoderCodings>& people,
                     const WordTable& words, const Lexicon& lexicon) {
  LessonSet set;
  for (const Factor& it : lexicon.factors) set.factors.push_back(it.id);
  Stages stages(words, lexicon, Settings{});
  const ObservedLexicon observed(lexicon);
  std::map<std::string, std::uint32_t> groups;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const SentenceRow& row = rows[i];
    const std::string& group = row.document.empty() ? row.id : row.document;
    const auto [at, is_new] = groups.try_emplace(group, static_cast<std::uint32_t>(groups.size()));
    if (is_new) set.groups.push_back(group);
    Lesson example{observe_text(row.sentence, stages, observed, set.names), labels_of(people, i),
                   at->second, weight_of_people};
    if (!row.previous.empty())
      Observer(observed, stages.vocabulary(), set.names)
          .add_before(observe_text(row.previous, stages, observed, set.names), example.seen);
    set.lessons.push_back(std::move(example));
    stages.renew_if_large();
  }
  return set;
}

}  // namespace pipeline

#include "pipeline/learn/explain.h"

#include <algorithm>
#include <cmath>

namespace pipeline {
namespace {

constexpr double least_reason = 0.02;  // what weighs less is no reason

std::string quoted(std::string_view words) {
  return "“" + std::string(words) + "”";
}

std::vector<Reason> reasons(const Linear& judge, const FeatureVector& features,
                            const FeatureNames& names, std::size_t most) {
  std::vector<Reason> all;
  for (const FeatureValue& it : features) {
    if (it.feature >= judge.weights.size()) continue;
    const double weight = judge.weights[it.feature] * it.value;
    if (std::abs(weight) >= least_reason)
      all.push_back({feature_in_words(names.name(it.feature)), weight});
  }
  std::ranges::stable_sort(all, std::greater<>(),
                           [](const Reason& it) { return std::abs(it.weight); });
  std::vector<Reason> kept;
  std::size_t pro = 0, against = 0;
  for (Reason& it : all)
    if ((it.weight > 0 ? pro : against)++ < most) kept.push_back(std::move(it));
  return kept;
}

}  // namespace

std::string feature_in_words(const std::string& name) {
  const std::string_view rest =
      std::string_view(name).substr(std::min<std::size_t>(2, name.size()));
  switch (name.empty() ? ' ' : name[0]) {
    case 'w':
      return "woord " + quoted(rest);
    case 'd':
      return "deel van een samenstelling " + quoted(rest);
    case 'g':
      return "woordgroep <" + std::string(rest) + ">";
    case 'p':
      return "woorden " + quoted(rest);
    case 's':
      return "zin: " + std::string(rest);
    case 'h':
      return "lexicon: " + std::string(rest);
    case 'f':
      return "hoe vaak " + std::string(rest) + " voorkomt";
    case 'v':
      return "lexicon zegt " + std::string(rest);
    case 'x':
      return rest == "iets" ? "of de zin over enige factor gaat" : "de woorden van de zin";
    default:
      return name;
  }
}

LearnedReasons explain(const Model& model, const Observation& seen, std::size_t factor,
                       Proposer proposer, std::size_t most) {
  LearnedReasons why;
  const FactorJudge& judge_of = model.factors[factor];
  for (Proposal& it : judge(model, seen, proposer))
    if (it.factor == judge_of.factor) why.proposal = std::move(it);
  const FeatureVector text = text_vector(seen);
  why.factor = reasons(judge_of.text, text, model.names, most);
  const LexiconHit* hit = hit_of(seen, judge_of.factor);
  if (proposer == Proposer::combined) {
    const bool has_hit = hit != nullptr && hit->is_counted;
    why.look = reasons(
        has_hit ? model.hit : model.missing,
        second_vector(model.own, factor, hit, judge_of.text.score(text), model.any.score(text)),
        model.names, most);
  }
  why.valence = reasons(model.valence[static_cast<std::size_t>(why.proposal.valence)],
                        valence_vector(model.own, factor, counted_hit(seen, judge_of.factor), text),
                        model.names, most);
  return why;
}

}  // namespace pipeline

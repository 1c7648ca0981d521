#include "pipeline/learn/model.h"

#include <algorithm>
#include <cmath>

namespace pipeline {
namespace {

// How loud each kind of feature is: the larger, the less a weight on it costs. A score counts in
// the second look, but does not drown the marks; the lexicon's valence stands until much speaks
// against it.
constexpr double score_scale = 0.5, mark_value = 0.5;
constexpr double lexicon_valence_value = 3, words_of_valence = 0.3;

void tidy(FeatureVector& features) {
  std::ranges::sort(features, {}, &FeatureValue::feature);
}

void add_marks(const LexiconHit* hit, FeatureVector& to) {
  if (hit == nullptr) return;
  for (const FeatureId mark : hit->marks) to.push_back({mark, mark_value});
}

template <std::size_t N>
std::array<double, N> shares(const std::array<Linear, N>& judges, const FeatureVector& features) {
  std::array<double, N> of{};
  double sum = 0;
  for (std::size_t i = 0; i < N; ++i) sum += of[i] = probability_of(judges[i].score(features));
  for (double& it : of) it = sum > 0 ? it / sum : 1.0 / static_cast<double>(N);
  return of;
}

class Judging {
 public:
  Judging(const Model& model, const Observation& seen)
      : model_(model), seen_(seen), text_(text_vector(seen)) {}

  std::optional<Proposal> operator()(std::size_t factor, Proposer proposer) const {
    const FactorJudge& judge = model_.factors[factor];
    const LexiconHit* hit = hit_of(seen_, judge.factor);
    const bool has_hit = hit != nullptr && hit->is_counted;
    const bool is_combined = proposer == Proposer::combined;
    if (!judge.is_ready && !(is_combined && has_hit)) return std::nullopt;
    double score = judge.text.score(text_);
    if (is_combined) {
      const Linear& look = has_hit ? model_.hit : model_.missing;
      score = look.score(second_vector(model_.own, factor, hit, score, model_.any.score(text_)));
    }
    const Calibration& to = model_.calibration[static_cast<std::size_t>(proposer)];
    return Proposal{judge.factor, probability_of(to.a * score + to.b), {}, 0, {}, has_hit};
  }

  void say_how(std::size_t factor, Proposal& it) const {
    const LexiconHit* hit = counted_hit(seen_, it.factor);
    const FeatureVector features = valence_vector(model_.own, factor, hit, text_);
    const auto valences = shares(model_.valence, features);
    const auto best = std::ranges::max_element(valences) - valences.begin();
    it.valence = static_cast<Valence>(best);
    if (hit != nullptr && !model_.knows_valence) it.valence = hit->valence;
    if (seen_.is_interviewer) it.valence = Valence::neutral;
    it.valence_probability = valences[static_cast<std::size_t>(it.valence)];
    if (hit != nullptr) {
      it.modality = hit->modality;
    } else if (model_.knows_modality) {
      const auto modalities = shares(model_.modality, features);
      it.modality =
          static_cast<Modality>(std::ranges::max_element(modalities) - modalities.begin());
    }
  }

 private:
  const Model& model_;
  const Observation& seen_;
  FeatureVector text_;
};

}  // namespace

std::string_view to_string(Proposer proposer) {
  return proposer == Proposer::learned ? "learned" : "combined";
}

std::optional<std::size_t> Model::place_of(const FactorId& factor) const {
  const auto at = std::ranges::lower_bound(factors, factor, {}, &FactorJudge::factor);
  if (at == factors.end() || at->factor != factor) return std::nullopt;
  return static_cast<std::size_t>(at - factors.begin());
}

FeatureVector text_vector(const Observation& seen) {
  FeatureVector features;
  features.reserve(seen.features.size());
  const double value =
      1 / std::sqrt(static_cast<double>(std::max<std::size_t>(seen.features.size(), 1)));
  for (const FeatureId id : seen.features) features.push_back({id, value});
  return features;
}

const LexiconHit* hit_of(const Observation& seen, const FactorId& factor) {
  for (const LexiconHit& hit : seen.hits)
    if (hit.factor == factor) return &hit;
  return nullptr;
}

const LexiconHit* counted_hit(const Observation& seen, const FactorId& factor) {
  const LexiconHit* hit = hit_of(seen, factor);
  return hit != nullptr && hit->is_counted ? hit : nullptr;
}

OwnFeatures own_features(FeatureNames& names, const std::vector<FactorJudge>& factors) {
  OwnFeatures own{names("x:woorden"), names("x:iets"), {}, {}};
  for (std::size_t i = 0; i < own.valence.size(); ++i)
    own.valence[i] = names("v:" + std::string(to_string(static_cast<Valence>(i))));
  for (const FactorJudge& it : factors) own.factor.push_back(names("f:" + it.factor));
  return own;
}

FeatureVector second_vector(const OwnFeatures& own, std::size_t factor, const LexiconHit* hit,
                            double score, double any) {
  FeatureVector features;
  add_marks(hit, features);
  if (own.score) features.push_back({*own.score, score_scale * score});
  if (own.any) features.push_back({*own.any, score_scale * any});
  if (own.factor[factor]) features.push_back({*own.factor[factor], mark_value});
  tidy(features);
  return features;
}

FeatureVector valence_vector(const OwnFeatures& own, std::size_t factor, const LexiconHit* hit,
                             const FeatureVector& text) {
  FeatureVector features = text;
  for (FeatureValue& it : features) it.value *= words_of_valence;
  add_marks(hit, features);
  if (hit != nullptr && own.valence[static_cast<std::size_t>(hit->valence)])
    features.push_back(
        {*own.valence[static_cast<std::size_t>(hit->valence)], lexicon_valence_value});
  if (own.factor[factor]) features.push_back({*own.factor[factor], mark_value});
  tidy(features);
  return features;
}

std::vector<Proposal> judge(const Model& model, const Observation& seen, Proposer proposer) {
  std::vector<Proposal> all;
  const Judging judging(model, seen);
  for (std::size_t f = 0; f < model.factors.size(); ++f)
    if (auto it = judging(f, proposer)) {
      judging.say_how(f, *it);
      all.push_back(std::move(*it));
    }
  return all;
}

std::vector<Proposal> propose_from(const Model& model, const Observation& seen, Proposer proposer,
                                   double least) {
  std::vector<Proposal> probable;
  const Judging judging(model, seen);
  for (std::size_t f = 0; f < model.factors.size(); ++f)
    if (auto it = judging(f, proposer); it && it->probability >= least) {
      judging.say_how(f, *it);
      probable.push_back(std::move(*it));
    }
  return probable;
}

}  // namespace pipeline

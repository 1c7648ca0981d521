#include "pipeline/learn/try_out.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace pipeline {

std::vector<Proposal> TriedOut::proposed(Proposer proposer) const {
  const bool is_learned = proposer == Proposer::learned;
  std::vector<Proposal> probable = is_learned ? learned : combined;
  std::erase_if(probable, [&](const Proposal& it) {
    return it.probability < (is_learned ? learned_threshold : combined_threshold);
  });
  return probable;
}

Result<std::vector<TriedOut>> try_out(const LessonSet& set, const LessonSet& always,
                                      const TrainOptions& options) {
  std::vector<TriedOut> tried(set.lessons.size());
  for (std::uint32_t group = 0; group < set.groups.size(); ++group) {
    std::vector<bool> left_out(set.groups.size());
    left_out[group] = true;
    auto model = train(joined(without(set, left_out), always), options);
    if (!model) return tl::unexpected(model.error());
    const FeatureMap map = map_between(set.names, model->names);
    for (std::size_t i = 0; i < tried.size(); ++i) {
      if (set.lessons[i].group != group) continue;
      const Observation seen = moved(set.lessons[i].seen, map);
      tried[i] = {judge(*model, seen, Proposer::learned), judge(*model, seen, Proposer::combined),
                  model->threshold[0], model->threshold[1]};
    }
  }
  return tried;
}

CalibrationError calibration_error(const LessonSet& set, const std::vector<TriedOut>& tried,
                                   Proposer proposer, double least) {
  struct Bin {
    double probability = 0, there = 0;
  };
  std::array<Bin, 10> bins;
  CalibrationError result;
  for (std::size_t i = 0; i < tried.size(); ++i)
    for (const Proposal& it : proposer == Proposer::learned ? tried[i].learned : tried[i].combined) {
      const auto answer = answer_of(set.lessons[i], it.factor);
      if (!answer || it.probability < least) continue;
      Bin& bin = bins[std::min<std::size_t>(9, static_cast<std::size_t>(it.probability * 10))];
      bin.probability += it.probability;
      bin.there += *answer ? 1 : 0;
      ++result.judged;
    }
  for (const Bin& bin : bins) result.error += std::abs(bin.probability - bin.there);
  if (result.judged > 0) result.error /= static_cast<double>(result.judged);
  return result;
}

}  // namespace pipeline

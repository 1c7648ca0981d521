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

namespace {

// All but this group, and of the others so many that a share of them is left, two at the least.
std::vector<bool> left_out_for(std::uint32_t group, std::size_t groups, double share) {
  std::vector<bool> left_out(groups);
  left_out[group] = true;
  const auto kept = std::max<std::size_t>(
      2, static_cast<std::size_t>(std::ceil(share * static_cast<double>(groups - 1))));
  // From the group itself on, so that no group is in all of them.
  for (std::size_t i = kept + 1; i < groups; ++i) left_out[(group + i) % groups] = true;
  return left_out;
}

}  // namespace

Result<std::vector<TriedOut>> try_out(const LessonSet& set, const LessonSet& always,
                                      const TrainOptions& options) {
  return try_out_with(set, always, options, 1);
}

Result<std::vector<TriedOut>> try_out_with(const LessonSet& set, const LessonSet& always,
                                           const TrainOptions& options, double share) {
  std::vector<TriedOut> tried(set.lessons.size());
  for (std::uint32_t group = 0; group < set.groups.size(); ++group) {
    const auto left_out = left_out_for(group, set.groups.size(), share);
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
    for (const Proposal& it :
         proposer == Proposer::learned ? tried[i].learned : tried[i].combined) {
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

#include "pipeline/learn/lessons.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace pipeline {

const Label* label_of(const Lesson& lesson, const FactorId& factor) {
  const auto at = std::ranges::lower_bound(lesson.labels, factor, {}, &Label::factor);
  return at != lesson.labels.end() && at->factor == factor ? &*at : nullptr;
}

std::optional<bool> answer_of(const Lesson& lesson, const FactorId& factor) {
  const Label* label = label_of(lesson, factor);
  if (label == nullptr) return lesson.is_read_whole ? std::optional(false) : std::nullopt;
  return label->is_agreed ? std::optional(label->is_there) : std::nullopt;
}

FeatureMap map_between(const FeatureNames& from, FeatureNames& to) {
  FeatureMap map;
  for (FeatureId id = 0; id < from.size(); ++id) map.push_back(to(from.name(id)));
  return map;
}

Observation moved(Observation seen, const FeatureMap& to) {
  const auto move_all = [&](std::vector<FeatureId>& ids) {
    std::vector<FeatureId> left;
    for (const FeatureId id : ids)
      if (to[id]) left.push_back(*to[id]);
    std::ranges::sort(left);
    ids = std::move(left);
  };
  move_all(seen.features);
  for (LexiconHit& hit : seen.hits) move_all(hit.marks);
  return seen;
}

LessonSet pruned(LessonSet set, std::uint32_t fewest) {
  std::vector<std::uint32_t> seen(set.names.size());
  for (const Lesson& lesson : set.lessons) {
    for (const FeatureId id : lesson.seen.features) ++seen[id];
    for (const LexiconHit& hit : lesson.seen.hits)
      for (const FeatureId id : hit.marks) ++seen[id];
  }
  FeatureNames kept;
  FeatureMap map(seen.size());
  for (FeatureId id = 0; id < seen.size(); ++id)
    if (seen[id] >= fewest) map[id] = kept(set.names.name(id));
  for (Lesson& lesson : set.lessons) lesson.seen = moved(std::move(lesson.seen), map);
  set.names = std::move(kept);
  return set;
}

LessonSet joined(LessonSet to, const LessonSet& more) {
  for (const FactorId& it : more.factors)
    if (std::ranges::find(to.factors, it) == to.factors.end()) to.factors.push_back(it);
  const FeatureMap map = map_between(more.names, to.names);
  std::vector<std::uint32_t> groups;
  for (const std::string& name : more.groups) {
    const auto at = std::ranges::find(to.groups, name);
    groups.push_back(static_cast<std::uint32_t>(at - to.groups.begin()));
    if (at == to.groups.end()) to.groups.push_back(name);
  }
  for (Lesson lesson : more.lessons) {
    lesson.group = groups[lesson.group];
    lesson.seen = moved(std::move(lesson.seen), map);
    to.lessons.push_back(std::move(lesson));
  }
  return to;
}

LessonSet without(const LessonSet& set, const std::vector<bool>& groups) {
  LessonSet left;
  left.factors = set.factors;
  left.groups = set.groups;
  map_between(set.names, left.names);
  for (const Lesson& it : set.lessons)
    if (!groups[it.group]) left.lessons.push_back(it);
  return left;
}

std::vector<std::uint32_t> folds_of(const LessonSet& set, std::uint32_t folds) {
  std::vector<std::size_t> sizes(set.groups.size());
  for (const Lesson& it : set.lessons) ++sizes[it.group];
  std::vector<std::uint32_t> order(set.groups.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, [&](std::uint32_t a, std::uint32_t b) {
    return std::tie(sizes[b], set.groups[a]) < std::tie(sizes[a], set.groups[b]);
  });
  // The largest first, each to the fold that has least.
  std::vector<std::size_t> filled(std::min<std::size_t>(folds, set.groups.size()));
  std::vector<std::uint32_t> of(set.groups.size());
  for (const std::uint32_t group : order) {
    if (sizes[group] == 0) continue;
    const auto least = static_cast<std::size_t>(std::ranges::min_element(filled) - filled.begin());
    of[group] = static_cast<std::uint32_t>(least);
    filled[least] += sizes[group];
  }
  return of;
}

}  // namespace pipeline

#include "pipeline/ingest/similar.h"

#include <algorithm>
#include <cmath>

namespace pipeline {
namespace {

// How much each feature says: nothing of what stands in every lesson.
std::vector<double> weights_of(const LessonSet& set) {
  std::vector<double> seen(set.names.size());
  for (const Lesson& it : set.lessons)
    for (const FeatureId id : it.seen.features) ++seen[id];
  for (FeatureId id = 0; id < seen.size(); ++id) {
    const char kind = set.names.name(id)[0];
    seen[id] = kind == 's' || seen[id] == 0
                   ? 0
                   : std::log(static_cast<double>(set.lessons.size()) / seen[id]);
  }
  return seen;
}

double product(const std::vector<FeatureId>& a, const std::vector<FeatureId>& b,
               const std::vector<double>& weights) {
  double sum = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j] && a[i] < weights.size()) sum += weights[a[i]] * weights[a[i]];
    const bool first = a[i] <= b[j], second = b[j] <= a[i];
    i += first ? 1 : 0;
    j += second ? 1 : 0;
  }
  return sum;
}

}  // namespace

std::vector<SimilarSentence> similar_sentences(const StudyLessons& lessons, const Observation& seen,
                                               const FactorId& factor, const LessonPlace& self,
                                               std::size_t most) {
  const std::vector<double> weights = weights_of(lessons.set);
  const double length = product(seen.features, seen.features, weights);
  std::vector<SimilarSentence> found;
  for (std::size_t i = 0; i < lessons.set.lessons.size(); ++i) {
    const Lesson& lesson = lessons.set.lessons[i];
    const LessonPlace& place = lessons.places[i];
    const Label* label = label_of(lesson, factor);
    if (label == nullptr || !label->is_there) continue;
    if (place.passage == self.passage && place.sentence == self.sentence) continue;
    const auto& features = lesson.seen.features;
    const double shared = product(seen.features, features, weights);
    if (shared > 0)
      found.push_back({place, shared / std::sqrt(length * product(features, features, weights))});
  }
  std::ranges::stable_sort(found, std::greater<>(), &SimilarSentence::likeness);
  if (found.size() > most) found.resize(most);
  return found;
}

}  // namespace pipeline

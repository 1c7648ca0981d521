// What people decided, as models learn from it: a sentence as it was observed, with the factors
// that people say it has; of all other factors it is an example of what they are not.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/learn/observation.h"

namespace pipeline {

// What people say of a factor in a sentence.
struct Label {
  FactorId factor;
  bool is_there = true;  // false: somebody rejected it, and nobody gave it
  // Whether all of them say so: else it is an example neither for nor against.
  bool is_agreed = true;
  std::optional<Valence> valence = {};  // none: not known, or they differ
  std::optional<Modality> modality = {};

  friend bool operator==(const Label&, const Label&) = default;
};

struct Lesson {
  Observation seen;
  std::vector<Label> labels;  // one a factor, by factor
  std::uint32_t group = 0;    // place in groups: what is kept together when a model is tried out
  std::uint32_t weight = 1;   // counts so many times
  // People looked for every factor; else nothing is known of those without a label.
  bool is_read_whole = true;
  // Something to begin with, such as an example of the lexicon: words are learned from it, but how
  // often a factor is there is not, as it was chosen for its factor.
  bool is_start = false;

  friend bool operator==(const Lesson&, const Lesson&) = default;
};

const Label* label_of(const Lesson& lesson, const FactorId& factor);
// Whether the sentence speaks of the factor; none: it is not known.
std::optional<bool> answer_of(const Lesson& lesson, const FactorId& factor);

// Lessons with the names of their features, apart from any text.
struct LessonSet {
  std::vector<FactorId> factors;  // of the lexicon that observed them
  std::vector<std::string> groups;
  std::vector<Lesson> lessons;
  FeatureNames names;
};

// Without the features that fewer than `fewest` lessons have.
LessonSet pruned(LessonSet set, std::uint32_t fewest);
// Both together; groups of one name are one.
LessonSet joined(LessonSet to, const LessonSet& more);
// Without the lessons of some groups, which stay in the list of groups.
LessonSet without(const LessonSet& set, const std::vector<bool>& groups);

// The group of each into one of at most `folds` folds of about the same size.
std::vector<std::uint32_t> folds_of(const LessonSet& set, std::uint32_t folds);

// An observation with the numbers that its features have elsewhere; those without one are dropped.
using FeatureMap = std::vector<std::optional<FeatureId>>;
FeatureMap map_between(const FeatureNames& from, FeatureNames& to);
Observation moved(Observation seen, const FeatureMap& to);

}  // namespace pipeline

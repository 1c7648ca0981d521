#include "pipeline/learn/feature_names.h"

namespace pipeline {

std::optional<FeatureId> FeatureNames::operator()(std::string_view name) {
  if (const auto known = numbers_.find(name); known != numbers_.end()) return known->second;
  if (is_frozen_) return std::nullopt;
  const auto id = static_cast<FeatureId>(names_.size());
  names_.emplace_back(name);
  numbers_.emplace(names_.back(), id);
  return id;
}

}  // namespace pipeline

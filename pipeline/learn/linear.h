// Logistic regression, by liblinear: from examples of yes and no a weight for each feature, so that
// the probability of yes is 1 / (1 + exp(-score)). L2-regularised, solved by the trust region
// Newton method, which draws no lots: the same examples in the same order give the same weights.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "pipeline/learn/feature_names.h"

namespace pipeline {

struct FeatureValue {
  FeatureId feature = 0;
  double value = 0;

  friend bool operator==(const FeatureValue&, const FeatureValue&) = default;
};
using FeatureVector = std::vector<FeatureValue>;  // by feature, each once

struct Linear {
  double bias = 0;
  std::vector<double> weights;  // by feature; what stands beyond is 0

  double score(std::span<const FeatureValue> features) const;
};

double probability_of(double score);

struct YesNoExample {
  const FeatureVector* features = nullptr;
  bool is_yes = false;
  std::uint32_t times = 1;
};

// `cost`: what an error costs against large weights. With only yes or only no: no weights, and a
// bias that says so.
Linear fit(std::span<const YesNoExample> examples, std::size_t features, double cost);

}  // namespace pipeline

#include "pipeline/learn/linear.h"

#include <linear.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>

namespace pipeline {
namespace {

void be_silent(const char*) {}

constexpr double accuracy = 0.01;  // liblinear's own default for this solver

struct Freed {
  void operator()(model* it) const { free_and_destroy_model(&it); }
};

}  // namespace

double Linear::score(std::span<const FeatureValue> features) const {
  double sum = bias;
  for (const FeatureValue& it : features)
    if (it.feature < weights.size()) sum += weights[it.feature] * it.value;
  return sum;
}

double probability_of(double score) {
  return 1 / (1 + std::exp(-score));
}

Linear fit(std::span<const YesNoExample> examples, std::size_t features, double cost) {
  std::size_t yes = 0, no = 0, nodes_needed = 0;
  for (const YesNoExample& it : examples) {
    (it.is_yes ? yes : no) += it.times;
    nodes_needed += it.features->size() + 2;
  }
  Linear linear;
  if (yes == 0 || no == 0) {
    linear.bias = std::log((static_cast<double>(yes) + 0.5) / (static_cast<double>(no) + 0.5));
    return linear;
  }
  const int bias_index = static_cast<int>(features) + 1;
  std::vector<feature_node> nodes;
  nodes.reserve(nodes_needed);
  std::vector<feature_node*> rows;
  std::vector<double> answers;
  for (const YesNoExample& it : examples) {
    feature_node* begin = nodes.data() + nodes.size();
    for (const FeatureValue& value : *it.features)
      nodes.push_back({static_cast<int>(value.feature) + 1, value.value});
    nodes.push_back({bias_index, 1});
    nodes.push_back({-1, 0});
    for (std::uint32_t i = 0; i < it.times; ++i) {
      rows.push_back(begin);
      answers.push_back(it.is_yes ? 1 : -1);
    }
  }
  problem given{static_cast<int>(rows.size()), bias_index, answers.data(), rows.data(), 1};
  parameter how{};
  how.solver_type = L2R_LR;
  how.eps = accuracy;
  how.C = cost;
  set_print_string_function(be_silent);
  const std::unique_ptr<model, Freed> found(train(&given, &how));
  const double sign = found->label[0] == 1 ? 1 : -1;
  linear.weights.resize(features);
  for (std::size_t i = 0; i < features; ++i) linear.weights[i] = sign * found->w[i];
  linear.bias = sign * found->w[bias_index - 1];
  return linear;
}

}  // namespace pipeline

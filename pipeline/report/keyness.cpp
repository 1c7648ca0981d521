#include "pipeline/report/keyness.h"

#include <algorithm>
#include <cmath>

namespace pipeline {
namespace {

double term(double observed, double expected) {
  return observed > 0 ? observed * std::log(observed / expected) : 0.0;
}

double real(std::uint64_t count) {
  return static_cast<double>(count);
}

}  // namespace

double log_likelihood(const KeynessCounts& counts) {
  const double all = real(counts.target_words) + real(counts.rest_words);
  const double occurrences = real(counts.target) + real(counts.rest);
  if (counts.target_words == 0 || counts.rest_words == 0) return 0.0;
  const double share = real(counts.target_words) / all, others = all - occurrences;
  const double sum = term(real(counts.target), occurrences * share) +
                     term(real(counts.rest), occurrences * (1 - share)) +
                     term(real(counts.target_words) - real(counts.target), others * share) +
                     term(real(counts.rest_words) - real(counts.rest), others * (1 - share));
  return std::max(0.0, 2 * sum);
}

double log_ratio(const KeynessCounts& counts) {
  if (counts.target_words == 0 || counts.rest_words == 0) return 0.0;
  const auto rate = [](std::uint64_t occurrences, std::uint64_t words) {
    return (occurrences == 0 ? 0.5 : real(occurrences)) / real(words);
  };
  return std::log2(rate(counts.target, counts.target_words) / rate(counts.rest, counts.rest_words));
}

}  // namespace pipeline

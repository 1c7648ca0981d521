#include "pipeline/statistics/association.h"

#include <algorithm>
#include <cmath>

namespace pipeline {
namespace {

double real(std::uint64_t number) {
  return static_cast<double>(number);
}

double term(double observed, double expected) {
  return observed > 0 ? observed * std::log(observed / expected) : 0.0;
}

double per_million(std::uint64_t occurrences, std::uint64_t words) {
  return real(occurrences) * 1e6 / real(words);
}

}  // namespace

TwoByTwo two_by_two(const Together& it) {
  return {it.both, it.x - it.both, it.y - it.both, it.all + it.both - it.x - it.y};
}

Figure t_score(const Together& it) {
  if (it.all == 0) return tl::unexpected(Undefined::nothing_counted);
  if (it.both == 0) return tl::unexpected(Undefined::never_together);
  return (real(it.both) - real(it.x) * real(it.y) / real(it.all)) / std::sqrt(real(it.both));
}

Figure mutual_information(const Together& it, double span) {
  if (it.all == 0) return tl::unexpected(Undefined::nothing_counted);
  if (it.both == 0) return tl::unexpected(Undefined::never_together);
  return std::log2(real(it.both) * real(it.all) / (real(it.x) * real(it.y) * span));
}

Figure log_dice(const Together& it) {
  if (it.both == 0) return tl::unexpected(Undefined::never_together);
  return 14 + std::log2(2 * real(it.both) / real(it.x + it.y));
}

Figure jaccard(const Together& it) {
  if (it.x + it.y == 0) return tl::unexpected(Undefined::nothing_counted);
  return real(it.both) / real(it.x + it.y - it.both);
}

Figure dice(const Together& it) {
  if (it.x + it.y == 0) return tl::unexpected(Undefined::nothing_counted);
  return 2 * real(it.both) / real(it.x + it.y);
}

double log_likelihood(const KeynessCounts& counts) {
  if (counts.target_words == 0 || counts.rest_words == 0) return 0.0;
  return g_square(table_of({counts.target, counts.rest, counts.target_words - counts.target,
                            counts.rest_words - counts.rest}));
}

double log_likelihood_two_terms(const KeynessCounts& counts) {
  if (counts.target_words == 0 || counts.rest_words == 0) return 0.0;
  const double rate =
      real(counts.target + counts.rest) / real(counts.target_words + counts.rest_words);
  return std::max(0.0, 2 * (term(real(counts.target), real(counts.target_words) * rate) +
                            term(real(counts.rest), real(counts.rest_words) * rate)));
}

// A chi-square of one degree of freedom is a squared standard normal deviate.
double likelihood_p(double log_likelihood) {
  return std::erfc(std::sqrt(std::max(log_likelihood, 0.0) / 2));
}

double log_ratio(const KeynessCounts& counts) {
  if (counts.target_words == 0 || counts.rest_words == 0) return 0.0;
  const auto rate = [](std::uint64_t occurrences, std::uint64_t words) {
    return (occurrences == 0 ? 0.5 : real(occurrences)) / real(words);
  };
  return std::log2(rate(counts.target, counts.target_words) / rate(counts.rest, counts.rest_words));
}

Figure simple_maths(const KeynessCounts& counts, double added) {
  if (counts.target_words == 0 || counts.rest_words == 0)
    return tl::unexpected(Undefined::nothing_counted);
  return (per_million(counts.target, counts.target_words) + added) /
         (per_million(counts.rest, counts.rest_words) + added);
}

}  // namespace pipeline

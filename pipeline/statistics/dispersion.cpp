#include "pipeline/statistics/dispersion.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace pipeline {
namespace {

struct Shares {
  std::vector<double> size, occurrences, rate;  // shares of the whole; occurrences a word
  double mean_rate = 0, least_size = 1;
};

std::optional<Undefined> hindrance(std::span<const CorpusPart> parts) {
  if (range_of(parts) == 0) return Undefined::nothing_counted;
  if (parts.size() < 2) return Undefined::one_part;
  return std::nullopt;
}

Shares shares_of(std::span<const CorpusPart> parts) {
  double size = 0, occurrences = 0;
  for (const CorpusPart& part : parts) {
    size += static_cast<double>(part.size);
    occurrences += static_cast<double>(part.occurrences);
  }
  Shares shares;
  for (const CorpusPart& part : parts) {
    shares.size.push_back(static_cast<double>(part.size) / size);
    shares.occurrences.push_back(static_cast<double>(part.occurrences) / occurrences);
    shares.rate.push_back(static_cast<double>(part.occurrences) / static_cast<double>(part.size));
    shares.mean_rate += shares.rate.back() / static_cast<double>(parts.size());
  }
  shares.least_size = std::ranges::min(shares.size);
  return shares;
}

double dp(const Shares& shares) {
  double sum = 0;
  for (std::size_t i = 0; i < shares.size.size(); ++i)
    sum += std::abs(shares.occurrences[i] - shares.size[i]);
  return sum / 2;
}

}  // namespace

Figure gries_dp(std::span<const CorpusPart> parts) {
  if (const auto reason = hindrance(parts)) return tl::unexpected(*reason);
  return dp(shares_of(parts));
}

// A part without occurrences adds its share of the words; those shares add up to 1.
Figure gries_dp_of_few(std::span<const CorpusPart> parts_with, std::uint64_t all_words) {
  if (range_of(parts_with) == 0) return tl::unexpected(Undefined::nothing_counted);
  double occurrences = 0, sum = 1;
  for (const CorpusPart& part : parts_with) occurrences += static_cast<double>(part.occurrences);
  for (const CorpusPart& part : parts_with) {
    const double size = static_cast<double>(part.size) / static_cast<double>(all_words);
    sum += std::abs(static_cast<double>(part.occurrences) / occurrences - size) - size;
  }
  return sum / 2;
}

Figure gries_dp_normed(std::span<const CorpusPart> parts) {
  if (const auto reason = hindrance(parts)) return tl::unexpected(*reason);
  const Shares shares = shares_of(parts);
  return dp(shares) / (1 - shares.least_size);
}

Figure juilland_d(std::span<const CorpusPart> parts) {
  if (const auto reason = hindrance(parts)) return tl::unexpected(*reason);
  const Shares shares = shares_of(parts);
  const auto n = static_cast<double>(parts.size());
  double squares = 0;
  for (const double rate : shares.rate)
    squares += (rate - shares.mean_rate) * (rate - shares.mean_rate);
  return 1 - std::sqrt(squares / n) / shares.mean_rate / std::sqrt(n - 1);
}

Figure carroll_d2(std::span<const CorpusPart> parts) {
  if (const auto reason = hindrance(parts)) return tl::unexpected(*reason);
  const Shares shares = shares_of(parts);
  const auto n = static_cast<double>(parts.size());
  double entropy = 0;
  for (const double rate : shares.rate) {
    const double share = rate / (shares.mean_rate * n);
    if (share > 0) entropy -= share * std::log2(share);
  }
  return entropy / std::log2(n);
}

Figure rosengren_s(std::span<const CorpusPart> parts) {
  if (const auto reason = hindrance(parts)) return tl::unexpected(*reason);
  const Shares shares = shares_of(parts);
  double roots = 0;
  for (std::size_t i = 0; i < parts.size(); ++i)
    roots += std::sqrt(shares.size[i] * shares.occurrences[i]);
  return roots * roots;
}

Figure kullback_leibler(std::span<const CorpusPart> parts) {
  if (const auto reason = hindrance(parts)) return tl::unexpected(*reason);
  const Shares shares = shares_of(parts);
  double sum = 0;
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (shares.occurrences[i] > 0)
      sum += shares.occurrences[i] * std::log2(shares.occurrences[i] / shares.size[i]);
  return sum;
}

std::uint64_t range_of(std::span<const CorpusPart> parts) {
  return static_cast<std::uint64_t>(
      std::ranges::count_if(parts, [](const CorpusPart& part) { return part.occurrences > 0; }));
}

}  // namespace pipeline

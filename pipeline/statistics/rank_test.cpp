#include "pipeline/statistics/rank_test.h"

#include <algorithm>
#include <numeric>
#include <random>
#include <vector>

#include "pipeline/statistics/contingency.h"
#include "pipeline/statistics/deal.h"

namespace pipeline {
namespace {

// The mean rank of those that are equal.
std::vector<double> midranks(std::span<const double> values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t i) { return values[i]; });
  std::vector<double> ranks(values.size());
  for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
    while (end < order.size() && values[order[end]] == values[order[begin]]) ++end;
    for (std::size_t i = begin; i < end; ++i)
      ranks[order[i]] = static_cast<double>(begin + end + 1) / 2;
  }
  return ranks;
}

class Deals {
 public:
  explicit Deals(std::span<const std::uint32_t> groups)
      : groups_(groups.begin(), groups.end()), sizes_(std::ranges::max(groups_) + 1) {
    for (const std::uint32_t group : groups_) ++sizes_[group];
  }

  bool has_empty_group() const { return std::ranges::count(sizes_, 0U) > 0; }
  std::size_t groups() const { return sizes_.size(); }

  // How far apart the groups lie: what of H differs between deals.
  double apart(std::span<const double> ranks, std::span<const std::uint32_t> dealt) {
    sums_.assign(sizes_.size(), 0);
    for (std::size_t i = 0; i < dealt.size(); ++i) sums_[dealt[i]] += ranks[i];
    const double mean = static_cast<double>(dealt.size() + 1) / 2;
    double value = 0;
    for (std::size_t g = 0; g < sums_.size(); ++g) {
      const double from_mean = sums_[g] / sizes_[g] - mean;
      value += sizes_[g] * from_mean * from_mean;
    }
    return value;
  }

  // The multinomial number of deals; more than most_deals: that it is more.
  std::uint64_t count() const {
    double deals = 1;
    std::uint32_t placed = 0;
    for (const std::uint32_t size : sizes_)
      for (std::uint32_t i = 1; i <= size; ++i) {
        deals = deals * ++placed / i;
        if (deals > 1e15) return most_deals + 1;
      }
    return static_cast<std::uint64_t>(deals + 0.5);
  }

  // Calls with each deal, or with as many as are drawn; returns how many these were.
  template <typename Call>
  std::uint64_t each(Call call) const {
    std::vector<std::uint32_t> dealt = groups_;
    if (count() > most_deals) {
      std::mt19937_64 random(deal_seed);
      for (unsigned draw = 0; draw < permutation_draws; ++draw) {
        deal(random, dealt);
        call(dealt);
      }
      return permutation_draws;
    }
    std::ranges::sort(dealt);
    std::uint64_t deals = 0;
    do {
      call(dealt);
      ++deals;
    } while (std::next_permutation(dealt.begin(), dealt.end()));
    return deals;
  }

  const std::vector<std::uint32_t>& given() const { return groups_; }

 private:
  std::vector<std::uint32_t> groups_, sizes_;
  std::vector<double> sums_;  // of ranks, used again for each deal
};

}  // namespace

tl::expected<RankTest, Undefined> rank_test(std::span<const double> values,
                                            std::span<const std::uint32_t> groups) {
  if (values.empty()) return tl::unexpected(Undefined::nothing_counted);
  Deals deals(groups);
  if (deals.groups() < 2) return tl::unexpected(Undefined::one_category);
  if (deals.has_empty_group()) return tl::unexpected(Undefined::empty_margin);
  if (std::ranges::min(values) == std::ranges::max(values))
    return tl::unexpected(Undefined::one_category);
  const std::vector<double> ranks = midranks(values);
  const double given = deals.apart(ranks, deals.given()) * (1 - 1e-9);
  double most = 0;
  std::uint64_t as_far = 0, farthest = 0;
  const std::uint64_t all = deals.each([&](const std::vector<std::uint32_t>& dealt) {
    const double apart = deals.apart(ranks, dealt);
    as_far += apart >= given ? 1 : 0;
    if (apart > most * (1 + 1e-9)) {
      most = apart;
      farthest = 0;
    }
    farthest += apart >= most * (1 - 1e-9) ? 1 : 0;
  });
  RankTest test;
  test.is_exact = deals.count() <= most_deals;
  const double own = test.is_exact ? 0 : 1;  // of draws, the real deal is one more
  test.p = (static_cast<double>(as_far) + own) / (static_cast<double>(all) + own);
  test.smallest_p = test.is_exact ? static_cast<double>(farthest) / static_cast<double>(all)
                                  : 1.0 / (permutation_draws + 1.0);
  return test;
}

Figure cliffs_delta(std::span<const double> first, std::span<const double> second) {
  if (first.empty() || second.empty()) return tl::unexpected(Undefined::empty_margin);
  double above = 0;
  for (const double one : first)
    for (const double other : second) above += one > other ? 1 : one < other ? -1 : 0;
  return above / (static_cast<double>(first.size()) * static_cast<double>(second.size()));
}

}  // namespace pipeline

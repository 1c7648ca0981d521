#include "pipeline/statistics/outcomes.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

#include "pipeline/statistics/contingency.h"
#include "pipeline/statistics/deal.h"

namespace pipeline {
namespace {

// The counts of each group, and what chi-square is of them.
class Groups {
 public:
  explicit Groups(const ClusteredOutcomes& given) : given_(given), sums_(given.outcomes) {
    begins_.push_back(0);
    for (std::size_t unit = 0; unit < given.group.size(); ++unit) {
      all_ += given.totals[unit];
      for (std::uint32_t outcome = 0; outcome < given.outcomes; ++outcome)
        if (const std::uint32_t count = given.counts[unit * given.outcomes + outcome]; count > 0) {
          some_.push_back({outcome, count});
          sums_[outcome] += count;
        }
      begins_.push_back(some_.size());
    }
  }

  void deal_out(const std::vector<std::uint32_t>& group) {
    counts_.assign(given_.groups * given_.outcomes, 0);
    totals_.assign(given_.groups, 0);
    for (std::size_t unit = 0; unit < group.size(); ++unit) {
      double* const row = counts_.data() + group[unit] * given_.outcomes;
      for (std::size_t i = begins_[unit]; i < begins_[unit + 1]; ++i)
        row[some_[i].outcome] += some_[i].count;
      totals_[group[unit]] += given_.totals[unit];
    }
  }

  // Each outcome against the rest; the last one: all together.
  std::vector<double> chi_squares() const {
    std::vector<double> values(given_.outcomes + 1);
    for (std::size_t outcome = 0; outcome < given_.outcomes; ++outcome) {
      const double share = sums_[outcome] / all_;
      if (share == 0) continue;
      double value = 0;
      for (std::size_t group = 0; group < given_.groups; ++group)
        if (const double expected = totals_[group] * share; expected > 0) {
          const double apart = counts_[group * given_.outcomes + outcome] - expected;
          value += apart * apart / expected;
        }
      values.back() += value;
      if (share < 1) values[outcome] = value / (1 - share);
    }
    return values;
  }

  double all() const { return all_; }
  double sum(std::size_t outcome) const { return sums_[outcome]; }
  bool has_empty_group() const { return std::ranges::count(totals_, 0.0) > 0; }

 private:
  struct Some {
    std::uint32_t outcome, count;
  };
  const ClusteredOutcomes& given_;
  std::vector<Some> some_;  // of the units in order
  std::vector<std::size_t> begins_;
  std::vector<double> sums_, counts_, totals_;
  double all_ = 0;
};

OutcomeTests undefined(const ClusteredOutcomes& counts, Undefined reason) {
  return {tl::unexpected(reason), std::vector<Figure>(counts.outcomes, tl::unexpected(reason))};
}

}  // namespace

OutcomeTests permuted_outcomes(const ClusteredOutcomes& counts) {
  Groups groups(counts);
  if (groups.all() == 0) return undefined(counts, Undefined::nothing_counted);
  if (counts.groups < 2) return undefined(counts, Undefined::one_category);
  groups.deal_out(counts.group);
  if (groups.has_empty_group()) return undefined(counts, Undefined::empty_margin);
  const std::vector<double> given = groups.chi_squares();
  std::vector<unsigned> as_extreme(given.size());
  std::mt19937_64 random(deal_seed);
  std::vector<std::uint32_t> group = counts.group;
  for (unsigned draw = 0; draw < permutation_draws; ++draw) {
    deal(random, group);
    groups.deal_out(group);
    const std::vector<double> values = groups.chi_squares();
    for (std::size_t i = 0; i < values.size(); ++i)
      as_extreme[i] += values[i] >= given[i] * (1 - 1e-9) ? 1 : 0;
  }
  const auto p = [&](std::size_t i) { return (1.0 + as_extreme[i]) / (1.0 + permutation_draws); };
  OutcomeTests tests{p(counts.outcomes), {}};
  if (counts.outcomes < 2) tests.together = tl::unexpected(Undefined::one_category);
  for (std::size_t outcome = 0; outcome < counts.outcomes; ++outcome) {
    const bool is_empty = groups.sum(outcome) == 0 || groups.sum(outcome) == groups.all();
    tests.each.push_back(is_empty ? Figure(tl::unexpected(Undefined::empty_margin))
                                  : Figure(p(outcome)));
  }
  return tests;
}

}  // namespace pipeline

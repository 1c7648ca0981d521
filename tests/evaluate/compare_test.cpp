#include "pipeline/evaluate/compare.h"

#include <gtest/gtest.h>

#include "tests/evaluate/example_coders.h"

namespace pipeline {
namespace {

TEST(Consensus, HoldsWhatAllGaveAndLeavesTheRestOpen) {
  const std::vector<CoderCodings> people{anna(), bram()};
  const Reference consensus = consensus_of(people);
  using Gold = std::map<FactorId, ValenceSet>;
  EXPECT_EQ(consensus.gold[0], (Gold{{"vertrouwen", {bad}}}));
  EXPECT_EQ(consensus.gold[2], (Gold{{"overleg", {}}})) << "agreed, but not on the valence";
  EXPECT_EQ(consensus.gold[3], Gold{});
  EXPECT_EQ(consensus.open[3], std::set<FactorId>{"vertrouwen"});
  EXPECT_EQ(consensus.open[5], std::set<FactorId>{"overleg"});
  EXPECT_EQ(consensus.any, (std::vector<std::optional<bool>>{true, true, true, {}, false, true}));
}

TEST(Consensus, OfPeopleWhoCodeDifferentFactorsIsThatThereIsSomething) {
  const std::vector<CoderCodings> people{coder("anna", {{{"overleg", {bad}}}}),
                                         coder("bram", {{{"vertrouwen", {bad}}}})};
  const Reference consensus = consensus_of(people);
  EXPECT_EQ(consensus.any.front(), true);
  EXPECT_EQ(consensus.open.front().size(), 2U);
}

TEST(Consensus, OfThreeNeedsAllThree) {
  const std::vector<CoderCodings> people{
      anna(), bram(), coder("cato", {{}, {{"vertrouwen", {good}}}, {}, {}, {}, {}})};
  const Reference consensus = consensus_of(people);
  EXPECT_EQ(consensus.gold[1].size(), 1U);
  EXPECT_TRUE(consensus.gold[0].empty());
  EXPECT_EQ(consensus.open[0], std::set<FactorId>{"vertrouwen"});
}

TEST(Consensus, OfOneIsThatOne) {
  const std::vector<CoderCodings> people{anna()};
  EXPECT_EQ(consensus_of(people).gold, reference_of(anna()).gold);
  EXPECT_EQ(consensus_of(people).name, "anna");
}

// Against the consensus: vertrouwen right in s1 and s2, missed in s6, left open in s4; overleg
// right in s3, wrong in s5. Valence: s1 differs, s2 is the same, s3 cannot be compared.
TEST(Compare, CountsAgainstTheConsensusByHand) {
  const std::vector<CoderCodings> people{anna(), bram()};
  const Comparison comparison = compare(lexicon_codings(), consensus_of(people));
  const Counts all = count(comparison);
  EXPECT_EQ(all.factor, (Matches{3, 4, 4}));
  EXPECT_EQ(all.valued, (Matches{1, 3, 3}));
  EXPECT_EQ(all.open, 2U);
  EXPECT_EQ(all.given_open, 1U);
  EXPECT_EQ(all.compared, 2U);
  EXPECT_DOUBLE_EQ(*valence_share(all), 0.5);
  EXPECT_EQ(comparison.any, (YesNo{3, 4, 4, 5}));
  const Counts trust = count(comparison, "vertrouwen");
  EXPECT_EQ(trust.factor, (Matches{2, 2, 3}));
  // Over s1, s2, s3, s5, s6: both yes 2, lexicon 2, consensus 3: po 0.8, pe 0.48.
  EXPECT_NEAR(*factor_kappa(comparison, trust), 0.32 / 0.52, 1e-12);
}

TEST(Compare, CountsAgainstOnePersonByHand) {
  const Comparison comparison = compare(lexicon_codings(), reference_of(anna()));
  const Counts all = count(comparison);
  EXPECT_EQ(all.factor, (Matches{4, 5, 6}));
  EXPECT_EQ(all.valued, (Matches{2, 5, 6}));
  EXPECT_EQ(all.open, 0U);
  EXPECT_DOUBLE_EQ(*valence_share(all), 0.5);
  EXPECT_EQ(comparison.any, (YesNo{4, 5, 5, 6}));
}

TEST(Compare, GivesHalfForOneOfTwoValences) {
  const CoderCodings both = coder("lexicon", {{{"overleg", {good, bad}}}});
  const CoderCodings one = coder("anna", {{{"overleg", {bad}}}});
  const Counts counts = count(compare(both, reference_of(one)));
  EXPECT_DOUBLE_EQ(*valence_share(counts), 0.5);
  EXPECT_EQ(counts.valued, (Matches{1, 2, 1}));
  EXPECT_DOUBLE_EQ(*valence_share(count(compare(both, reference_of(both)))), 1);
}

TEST(FalseAlarms, AreWhereNobodyCodedAnything) {
  const std::vector<CoderCodings> people{anna(), bram()};
  EXPECT_EQ(false_alarms(lexicon_codings(), people), (FalseAlarms{1, 1}));
  EXPECT_EQ(false_alarms(bram(), people), (FalseAlarms{1, 0}));
}

}  // namespace
}  // namespace pipeline

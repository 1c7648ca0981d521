#include "pipeline/learn/linear.h"

#include <gtest/gtest.h>

namespace pipeline {
namespace {

TEST(Linear, FindsTheFeatureThatTellsYesFromNo) {
  const FeatureVector yes{{0, 1}, {1, 1}}, no{{0, 1}, {2, 1}};
  const std::vector<YesNoExample> examples{{&yes, true}, {&no, false}, {&yes, true}, {&no, false}};
  const Linear judge = fit(examples, 3, 10);
  EXPECT_GT(judge.weights[1], 0.5);
  EXPECT_LT(judge.weights[2], -0.5);
  EXPECT_GT(probability_of(judge.score(yes)), 0.8);
  EXPECT_LT(probability_of(judge.score(no)), 0.2);
}

TEST(Linear, GivesTheSameWeightsForTheSameExamples) {
  const FeatureVector yes{{0, 1}, {1, 0.3}}, no{{0, 0.7}};
  const std::vector<YesNoExample> examples{{&no, false, 3}, {&yes, true}, {&no, false}};
  EXPECT_EQ(fit(examples, 2, 1).weights, fit(examples, 2, 1).weights);
}

TEST(Linear, CountsAnExampleAsOftenAsItSays) {
  const FeatureVector yes{{0, 1}}, no{{1, 1}};
  const std::vector<YesNoExample> once{{&yes, true}, {&no, false}};
  const std::vector<YesNoExample> often{{&yes, true, 9}, {&no, false}};
  EXPECT_GT(fit(often, 2, 1).bias, fit(once, 2, 1).bias);
}

TEST(Linear, OnlyKnowsHowOftenWhereEveryAnswerIsTheSame) {
  const FeatureVector no{{0, 1}};
  const std::vector<YesNoExample> examples{{&no, false, 9}};
  const Linear judge = fit(examples, 1, 1);
  EXPECT_TRUE(judge.weights.empty());
  EXPECT_LT(probability_of(judge.score(no)), 0.1);
}

}  // namespace
}  // namespace pipeline

#include "pipeline/learn/train.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/learn/explain.h"
#include "pipeline/learn/figures.h"
#include "pipeline/learn/model_file.h"
#include "pipeline/learn/try_out.h"
#include "tests/learn/example_lessons.h"

namespace pipeline {
namespace {

using testing::HasSubstr;

std::vector<Proposal> proposals(Model& model, std::vector<const char*> words) {
  Observation seen;
  for (const char* word : words)
    if (const auto id = model.names(word)) seen.features.push_back(*id);
  std::ranges::sort(seen.features);
  return propose_from(model, seen, Proposer::learned, model.threshold[0]);
}

TEST(Train, ProposesAFactorWithItsValenceByWordsThatPeopleCoded) {
  auto model = train(example_lessons_of(6), {});
  ASSERT_TRUE(model) << to_string(model.error());
  const auto good = proposals(*model, {"w:zij", "w:drinken", "w:koffie"});
  ASSERT_EQ(good.size(), 1U);
  EXPECT_EQ(good[0].factor, "communicatie");
  EXPECT_EQ(good[0].valence, Valence::success);
  const auto bad = proposals(*model, {"w:zij", "w:nooit", "w:drinken", "w:koffie"});
  ASSERT_EQ(bad.size(), 1U);
  EXPECT_EQ(bad[0].valence, Valence::failure);
  EXPECT_TRUE(proposals(*model, {"w:zij", "w:drinken", "w:regen"}).empty());
}

TEST(Train, ProposesNothingOfAFactorWithTooFewExamples) {
  TrainOptions options;
  options.fewest_examples = 100;
  auto model = train(example_lessons_of(3), options);
  ASSERT_TRUE(model);
  EXPECT_FALSE(model->factors[*model->place_of("communicatie")].is_ready);
  EXPECT_EQ(model->factors[*model->place_of("communicatie")].examples, 12U);
  EXPECT_TRUE(proposals(*model, {"w:zij", "w:drinken", "w:koffie"}).empty());
}

TEST(Train, RefusesWhatCannotBeTriedOut) {
  EXPECT_THAT(train(example_lessons_of(1), {}).error().message, HasSubstr("in één document"));
  LessonSet nothing = example_lessons_of(2);
  for (Lesson& it : nothing.lessons) it.labels.clear();
  EXPECT_THAT(train(std::move(nothing), {}).error().message,
              HasSubstr("nog niets om van te leren"));
}

TEST(Train, LeavesTheLexiconsValenceWhereItIsNotOutdone) {
  LessonSet set = example_lessons_of(6);
  for (Lesson& it : set.lessons)
    if (!it.seen.hits.empty()) it.seen.hits[0].valence = Valence::success;
  const auto model = train(std::move(set), {});
  ASSERT_TRUE(model);
  EXPECT_FALSE(model->knows_valence);
}

TEST(Train, DoesNotTakeAStartForHowOftenAFactorIsThere) {
  LessonSet set = example_lessons_of(4);
  for (std::uint32_t i = 0; i < 40; ++i) {
    Lesson start = set.lessons[0];
    start.seen.hits.clear();
    start.is_start = true;
    start.is_read_whole = false;
    set.lessons.push_back(start);
  }
  const auto model = train(std::move(set), {});
  ASSERT_TRUE(model);
  EXPECT_EQ(model->sentences, 48U);
  EXPECT_EQ(model->factors[*model->place_of("communicatie")].examples, 16U);
}

// What a study gives of a proposal that a person decided on, in a document that nobody read.
LessonSet with_decisions(LessonSet set, bool is_accepted, const char* word) {
  const FeatureId own = *set.names(word), coffee = *set.names("w:koffie");
  for (std::uint32_t i = 0; i < 10; ++i) {
    Lesson lesson;
    lesson.group = i % 5;
    lesson.weight = 2;
    lesson.is_read_whole = false;
    lesson.seen.features = {own, coffee};
    std::ranges::sort(lesson.seen.features);
    lesson.labels = {{"communicatie", is_accepted}};
    if (is_accepted) lesson.labels[0].valence = Valence::success;
    set.lessons.push_back(std::move(lesson));
  }
  return set;
}

double probability(Model& model, std::vector<const char*> words) {
  Observation seen;
  for (const char* word : words)
    if (const auto id = model.names(word)) seen.features.push_back(*id);
  std::ranges::sort(seen.features);
  return judge(model, seen, Proposer::learned).at(0).probability;
}

TEST(Train, TakesARejectedProposalAsAnExampleAgainst) {
  auto before = train(example_lessons_of(6), {});
  auto after = train(with_decisions(example_lessons_of(6), false, "w:winkel"), {});
  ASSERT_TRUE(before && after);
  EXPECT_EQ(proposals(*before, {"w:winkel", "w:koffie"}).size(), 1U);
  EXPECT_TRUE(proposals(*after, {"w:winkel", "w:koffie"}).empty());
  EXPECT_EQ(proposals(*after, {"w:zij", "w:drinken", "w:koffie"}).size(), 1U);
  EXPECT_EQ(after->factors[0].examples, before->factors[0].examples);
}

TEST(Train, TakesAnAcceptedProposalAsAnExampleFor) {
  auto before = train(example_lessons_of(6), {});
  auto after = train(with_decisions(example_lessons_of(6), true, "w:thee"), {});
  ASSERT_TRUE(before && after);
  EXPECT_LT(probability(*before, {"w:zij", "w:thee"}), 0.5);
  EXPECT_GT(probability(*after, {"w:zij", "w:thee"}), probability(*before, {"w:zij", "w:thee"}));
  EXPECT_EQ(after->factors[0].examples, before->factors[0].examples + 10);
}

TEST(TryOut, JudgesEveryLessonByAModelThatDidNotSeeItsGroup) {
  LessonSet set = example_lessons_of(5);
  // A word of one document only, that gives every answer away there.
  const FeatureId tell = *set.names("w:verrader");
  for (Lesson& it : set.lessons)
    if (it.group == 0 && it.labels.empty()) {
      it.seen.features.push_back(tell);
      it.labels = {{"vertrouwen", true, true, Valence::success}};
    }
  const auto tried = try_out(set, {}, {});
  ASSERT_TRUE(tried) << to_string(tried.error());
  for (std::size_t i = 0; i < 12; ++i)
    for (const Proposal& it : (*tried)[i].proposed(Proposer::learned))
      EXPECT_NE(it.factor, "vertrouwen");
  const auto proposers = proposers_of(set, *tried);
  EXPECT_EQ(proposers[1].units[0].count("communicatie"), 1U);
}

TEST(TryOut, MeasuresHowFarProbabilitiesAreFromWhatCameOfThem) {
  LessonSet set = example_lessons_of(2);
  std::vector<TriedOut> tried(set.lessons.size());
  for (std::size_t i = 0; i < 4; ++i)  // all four are there, and it said 0.75
    tried[i].learned = {{"communicatie", 0.75, {}, 0, {}, false}};
  const CalibrationError found = calibration_error(set, tried, Proposer::learned, 0);
  EXPECT_EQ(found.judged, 4U);
  EXPECT_NEAR(found.error, 0.25, 1e-9);
}

TEST(Explain, NamesTheWordsThatWeighedMost) {
  auto model = train(example_lessons_of(6), {});
  ASSERT_TRUE(model);
  Observation seen;
  for (const char* word : {"w:zij", "w:koffie"}) seen.features.push_back(*model->names(word));
  std::ranges::sort(seen.features);
  const LearnedReasons why =
      explain(*model, seen, *model->place_of("communicatie"), Proposer::learned, 3);
  ASSERT_FALSE(why.factor.empty());
  EXPECT_EQ(why.factor[0].words, "woord “koffie”");
  EXPECT_GT(why.factor[0].weight, 0);
}

TEST(Explain, PutsFeaturesInWordsThatAReaderKnows) {
  EXPECT_EQ(feature_in_words("p:elkaar gunnen"), "woorden “elkaar gunnen”");
  EXPECT_EQ(feature_in_words("d:werk"), "deel van een samenstelling “werk”");
  EXPECT_EQ(feature_in_words("g:partij"), "woordgroep <partij>");
  EXPECT_EQ(feature_in_words("s:vraagteken"), "zin: vraagteken");
}

}  // namespace
}  // namespace pipeline

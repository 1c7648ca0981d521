#include "pipeline/tag/context.h"

#include <gtest/gtest.h>

#include <vector>

namespace pipeline {
namespace {

TEST(ValenceAfter, FollowsTheTableOfTheManual) {
  struct Row {
    Valence base;
    Push push;
    Valence valence;
  };
  using V = Valence;
  const std::vector<Row> table{
      {V::success, {0, false, false}, V::success}, {V::success, {1, false, false}, V::failure},
      {V::success, {2, false, false}, V::success}, {V::success, {0, true, false}, V::success},
      {V::success, {0, false, true}, V::failure},  {V::success, {1, true, false}, V::failure},
      {V::failure, {0, false, false}, V::failure}, {V::failure, {1, false, false}, V::success},
      {V::failure, {2, false, false}, V::failure}, {V::failure, {0, true, false}, V::failure},
      {V::failure, {0, false, true}, V::failure},  {V::neutral, {0, false, false}, V::neutral},
      {V::neutral, {1, false, false}, V::failure}, {V::neutral, {2, false, false}, V::success},
      {V::neutral, {0, true, false}, V::success},  {V::neutral, {0, false, true}, V::failure},
      {V::neutral, {1, true, false}, V::failure},
  };
  for (const Row& row : table)
    EXPECT_EQ(valence_after(row.base, row.push), row.valence)
        << to_string(row.base) << ' ' << row.push.turns << row.push.helps << row.push.hinders;
}

// Cues of a made-up lexicon, each of one class and direction.
Lexicon with_cues(const std::vector<std::tuple<CueClass, CueDirection, std::uint32_t>>& cues) {
  Lexicon lexicon;
  for (const auto& [cue_class, direction, reach] : cues) {
    Cue cue;
    cue.cue_class = cue_class;
    cue.direction = direction;
    cue.reach = reach;
    lexicon.cues.push_back(cue);
  }
  return lexicon;
}

SequenceMatch word(std::uint32_t rule, std::uint32_t at) {
  return {rule, at, at + 1, 1};
}

ContextSentence sentence_of(std::vector<SequenceMatch> cues, std::vector<std::uint32_t> clauses) {
  ContextSentence sentence;
  sentence.cues = std::move(cues);
  sentence.parts.resize(clauses.size());
  const std::uint32_t last = clauses.back();
  sentence.clauses.of_word = std::move(clauses);
  for (std::uint32_t clause = 0; clause <= last; ++clause) {
    sentence.clauses.all.push_back({});
    sentence.clauses.all.back().parent = clause;
    sentence.clauses.all.back().finite = Clause::no_verb;
    sentence.refers_to.push_back(clause);
  }
  return sentence;
}

TEST(Context, KeepsToReachDirectionAndClause) {
  const Lexicon lexicon = with_cues({{CueClass::negation, CueDirection::forward, 2},
                                     {CueClass::negation, CueDirection::backward, 0},
                                     {CueClass::negation, CueDirection::both, 0}});
  const Context context(lexicon);
  const std::vector<std::uint32_t> one(8), two{0, 0, 0, 0, 1, 1, 1, 1};
  struct Row {
    std::uint32_t cue, cue_at, target_at;
    const std::vector<std::uint32_t>& clauses;
    bool turned;
  };
  const std::vector<Row> table{
      {0, 0, 1, one, true},  {0, 0, 2, one, true},  {0, 0, 3, one, false}, {0, 2, 1, one, false},
      {1, 7, 0, one, true},  {1, 0, 7, one, false}, {2, 7, 0, one, true},  {2, 0, 7, one, true},
      {2, 7, 0, two, false}, {2, 5, 4, two, true},
  };
  for (const Row& row : table) {
    const auto judged = context.judge(word(9, row.target_at), Valence::success,
                                      sentence_of({word(row.cue, row.cue_at)}, row.clauses));
    EXPECT_EQ(judged.valence == Valence::failure, row.turned)
        << row.cue << " at " << row.cue_at << ", target at " << row.target_at;
    EXPECT_EQ(judged.cues.size(), row.turned ? 1U : 0U);
  }
}

TEST(Context, CountsTheNearestTurnAndThoseNotPartedFromIt) {
  const Lexicon lexicon = with_cues({{CueClass::negation, CueDirection::forward, 0}});
  const Context context(lexicon);
  ContextSentence sentence = sentence_of({word(0, 0), word(0, 3)}, std::vector<std::uint32_t>(6));
  EXPECT_EQ(context.judge(word(9, 5), Valence::success, sentence).valence, Valence::success);
  sentence.parts[2] = 1;
  const auto judged = context.judge(word(9, 5), Valence::success, sentence);
  EXPECT_EQ(judged.valence, Valence::failure);
  EXPECT_EQ(judged.cues, (std::vector<std::uint32_t>{1}));
}

TEST(Context, LeavesTheLongestOfCuesThatCompete) {
  const Lexicon lexicon = with_cues({{CueClass::negation, CueDirection::both, 0},
                                     {CueClass::pseudo_negation, CueDirection::both, 0},
                                     {CueClass::wish, CueDirection::both, 0}});
  const Context context(lexicon);
  std::vector<SequenceMatch> cues{word(0, 1), {1, 1, 3, 3}, word(2, 2), word(0, 4)};
  context.settle(cues, 6);
  EXPECT_EQ(cues, (std::vector<SequenceMatch>{word(2, 2), word(0, 4)}));
}

TEST(Context, TakesNoCueThatThePatternItselfSpeltOut) {
  const Lexicon lexicon = with_cues({{CueClass::negation, CueDirection::both, 0}});
  const Context context(lexicon);
  const auto sentence = sentence_of({word(0, 1)}, std::vector<std::uint32_t>(4));
  const SequenceMatch spelt{9, 0, 3, 0b111}, in_its_gap{9, 0, 3, 0b101};
  EXPECT_EQ(context.judge(spelt, Valence::failure, sentence).valence, Valence::failure);
  EXPECT_EQ(context.judge(in_its_gap, Valence::success, sentence).valence, Valence::failure);
}

}  // namespace
}  // namespace pipeline

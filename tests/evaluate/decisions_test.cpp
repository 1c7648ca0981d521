#include "pipeline/evaluate/decisions.h"

#include <gtest/gtest.h>

#include "tests/evaluate/example_decisions.h"
#include "tests/evaluate/table_cells.h"

namespace pipeline {
namespace {

TEST(Verdicts, CountWhatPeopleSaidOnce) {
  using enum Verdict;
  EXPECT_EQ(verdicts(decided_facts()),
            (std::vector<Verdict>{accepted, same, rejected, open, found, missed, accepted, missed,
                                  same, same}));
}

TEST(Verdicts, AreOpenWhereNobodyDecided) {
  CorpusFacts facts = decided_facts();
  std::erase_if(facts.codings, [](const auto& coding) { return coding.coder != 0; });
  for (auto& coding : facts.codings) coding.status = CodingStatus::proposed;
  const DecisionCounts counts = count_decisions(verdicts(facts));
  EXPECT_EQ(counts, (DecisionCounts{4, 0, 0, 0, 0}));
  EXPECT_FALSE(counts.is_any_decided());
}

TEST(Verdicts, KnowThatAnotherValenceIsTheSameFactor) {
  CorpusFacts facts = decided_facts();
  facts.codings[4].span = {12, 18};  // Marloes says faal where the lexicon's faal was rejected
  facts.codings[4].valence = Valence::success;
  EXPECT_EQ(verdicts(facts)[4], Verdict::found);
}

TEST(Verdicts, TakeALearnedProposalForAPersonsOnlyWhereItWasAccepted) {
  using enum Verdict;
  CorpusFacts facts = decided_facts();
  facts.coders[1] = "learned@9f0c6b5de2f0";
  EXPECT_EQ(verdicts(facts), (std::vector<Verdict>{accepted, same, rejected, open, same, same,
                                                   accepted, same, missed, same}));
  facts.codings[5].status = CodingStatus::accepted;
  EXPECT_EQ(verdicts(facts)[5], missed);
}

TEST(DecisionTable, GivesPrecisionAndRecallByHand) {
  const Table table =
      decision_table(decided_facts(), decided_evidence(), decided_factors(), DecisionRows::factor);
  expect_cells(table, {{"vertrouwen", "open", "1"},
                       {"vertrouwen", "aanvaard", "1"},
                       {"vertrouwen", "verworpen", "1"},
                       {"vertrouwen", "gevonden", "1"},
                       {"vertrouwen", "gemist", "0"},
                       {"vertrouwen", "precisie", "50.00"},
                       {"vertrouwen", "recall", "100.00"},
                       {"overleg", "precisie", "100.00"},
                       {"overleg", "recall", "33.33"},
                       {"Totaal", "label", "Totaal"},
                       {"Totaal", "precisie", "66.67"},
                       {"Totaal", "recall", "60.00"}});
  EXPECT_EQ(first_cells(table), "vertrouwen overleg Totaal");
}

TEST(DecisionTable, CanBeByCoderValenceAndPattern) {
  const CorpusFacts facts = decided_facts();
  const EvidenceFacts evidence = decided_evidence();
  expect_cells(decision_table(facts, evidence, {}, DecisionRows::coder),
               {{"lexicon proef@1", "aanvaard", "2"}, {"Marloes", "gemist", "2"}});
  expect_cells(decision_table(facts, evidence, {}, DecisionRows::valence),
               {{"succes", "precisie", "100.00"}, {"faal", "precisie", "50.00"}});
  const Table patterns = decision_table(facts, evidence, {}, DecisionRows::pattern);
  EXPECT_EQ(first_cells(patterns), "vertrouwen band* overleg");
  expect_cells(patterns, {{"vertrouwen", "aanvaard", "1"},
                          {"vertrouwen", "open", "1"},
                          {"band*", "verworpen", "1"},
                          {"band*", "recall", "-"},
                          {"overleg", "bron", "relatie.toml:14"}});
}

}  // namespace
}  // namespace pipeline

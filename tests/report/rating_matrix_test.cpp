#include "pipeline/report/rating_matrix.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "pipeline/report/rating_tables.h"
#include "tests/report/example_facts.h"

namespace pipeline {
namespace {

using testing::HasSubstr;

struct Coded {
  Valence valence;
  int speaker = 0;
  Modality modality = Modality::fact;
};

constexpr Valence good = Valence::success, bad = Valence::failure, neither = Valence::neutral;

// One case, one factor, one document with three speakers and, as speaker 3, nobody.
CorpusFacts facts_of(const std::vector<Coded>& all) {
  FactsBuilder make;
  make.facts.factors = {"vertrouwen"};
  make.facts.coders = {"lexicon"};
  make.document("a.txt", {{"case", "westerbeek"}});
  std::uint32_t speakers[3];
  const char* roles[] = {"wethouder", "bestuurder", "bestuurder"};
  for (std::uint32_t i = 0; i < 3; ++i)
    speakers[i] =
        make.speaker("R" + std::to_string(i), SpeakerKind::respondent, {{"rol", roles[i]}});
  std::uint32_t at = 0;
  for (const Coded& said : all) {
    if (said.speaker < 3)
      make.passage(speakers[said.speaker], 10);
    else
      make.passage(std::nullopt, 10);
    make.coding({at, at + 9}, 0, said.valence).modality = said.modality;
    at += 10;
  }
  return make.facts;
}

RatingMatrix matrix_of(const CorpusFacts& facts, const RatingRule& rule = {},
                       const std::vector<ConfirmedRating>& confirmed = {},
                       const EvidenceFacts& evidence = {}) {
  MatrixSpec spec;
  spec.rule = rule;
  auto matrix = rating_matrix(facts, evidence, example_factors(), spec, confirmed);
  EXPECT_TRUE(matrix) << to_string(matrix.error());
  return std::move(*matrix);
}

TEST(RatingMatrix, ProposesByARule) {
  const struct {
    std::vector<Coded> said;
    std::string_view proposal, because;
  } rows[] = {
      {{{neither}}, "0", "spoken of, neither way"},
      {{{good, 0, Modality::wish}}, "0", "a wish is no evidence"},
      {{{good, 0, Modality::condition}, {bad}}, "-1", "nor is a condition"},
      {{{good}}, "+1", ""},
      {{{bad, 0, Modality::hedge}}, "-1", "a doubt is, of the weaker kind"},
      {{{good}, {good}, {good}}, "+1", "one speaker is not enough for 2"},
      {{{good, 0}, {good, 1}}, "+1", "two codings are not, either"},
      {{{good, 0}, {good, 0}, {good, 1}}, "+2", ""},
      {{{bad, 0}, {bad, 3}, {bad, 3}}, "-2", "a document without a speaker is a source"},
      {{{bad, 0}, {bad, 1}, {bad, 2, Modality::hedge}}, "-1", "three facts are needed"},
      {{{good}, {bad}}, "gemengd", ""},
      {{{good}, {good}, {bad}}, "gemengd", "one in three"},
      {{{good, 0}, {good, 1}, {good, 2}, {bad}}, "+2", "one in four is not"},
  };
  for (const auto& [said, proposal, because] : rows)
    EXPECT_EQ(to_string(matrix_of(facts_of(said)).at(0, 0).proposal), proposal) << because;
}

TEST(RatingMatrix, ProposesByAnotherRuleWhereItIsGiven) {
  const CorpusFacts facts = facts_of({{good}, {good}, {bad}});
  EXPECT_EQ(matrix_of(facts, {0.4, 2, 1, 1}).at(0, 0).proposal, Rating::strong_success);
  EXPECT_EQ(matrix_of(facts, {0.3, 3, 2, 4}).at(0, 0).proposal, Rating::missing);
  EXPECT_THAT(
      rule_notes({0.4, 2, 1, 4})[0],
      HasSubstr("ontbreekt zonder codering of met minder dan 4; 0 als niets succes of faal "
                "is; gemengd als de kleinste kant minstens 40 % van beide is; anders +1 of "
                "-1, en +2 of -2 bij minstens 2 feiten die kant op van minstens 1 spreker"));
}

TEST(RatingMatrix, CountsAndNamesWhoSaysIt) {
  const RatingMatrix matrix = matrix_of(facts_of({{good, 0}, {good, 1}, {bad, 2}, {neither, 3}}));
  const RatedCell& cell = matrix.at(0, 0);
  EXPECT_EQ(cell.success, 2U);
  EXPECT_EQ(cell.failure, 1U);
  EXPECT_EQ(cell.neutral, 1U);
  EXPECT_EQ(cell.sources, 4U);
  EXPECT_EQ(cell.roles, (std::vector<std::string>{"bestuurder", "wethouder"}));
}

TEST(RatingMatrix, QuotesFactsFirstAndTheSecondOfAnother) {
  const CorpusFacts facts =
      facts_of({{good, 0, Modality::wish}, {good, 0}, {good, 0}, {good, 1, Modality::hedge}});
  const auto ids = [&](std::initializer_list<std::size_t> places) {
    std::vector<CodingId> found;
    for (const std::size_t place : places) found.push_back(facts.codings[place].id);
    return found;
  };
  EXPECT_EQ(matrix_of(facts).at(0, 0).successes, ids({1, 3})) << "of another speaker";
  EvidenceFacts evidence;
  evidence.rules = {{"a", ""}, {"b", ""}};
  evidence.rows = {{2, 0, Evidence::Kind::pattern}, {2, 1, Evidence::Kind::pattern}};
  EXPECT_EQ(matrix_of(facts, {}, {}, evidence).at(0, 0).successes, ids({2, 3}))
      << "more patterns say it";
  CorpusFacts accepted = facts;
  accepted.codings[1].status = CodingStatus::accepted;
  EXPECT_EQ(matrix_of(accepted, {}, {}, evidence).at(0, 0).successes, ids({1, 3}))
      << "a person said so";
}

ConfirmedRating confirmed_of(const char* factor, const char* value) {
  return {factor, "case", value, Rating::failure, "zo was het", "Noor", "2026-01-01", "b", "+1"};
}

TEST(RatingMatrix, LetsAPersonsRatingGoBeforeItsProposal) {
  const RatingMatrix matrix =
      matrix_of(facts_of({{good}}), {},
                {confirmed_of("vertrouwen", "westerbeek"), confirmed_of("gemeente", "westerbeek"),
                 confirmed_of("vertrouwen", "elders")});
  EXPECT_EQ(matrix.at(0, 0).rating(), Rating::failure);
  EXPECT_EQ(matrix.at(0, 0).proposal, Rating::success);
  ASSERT_EQ(matrix.factors.values.size(), 2U) << "rated, though nobody spoke of it";
  EXPECT_EQ(matrix.at(1, 0).rating(), Rating::failure);
  ASSERT_EQ(matrix.without_cell.size(), 1U) << "never dropped";
  const CorpusFacts facts = facts_of({{good}});
  const MatrixSpec spec;
  Table table = rating_table(matrix);
  table.notes = matrix_notes(matrix, {facts, spec, {}});
  EXPECT_EQ(table.rows[0].cells[2], Cell("-1"));
  EXPECT_EQ(table.rows[0].marks[2], "✓");
  EXPECT_THAT(table.notes, testing::Contains("Vastgesteld, maar niet meer in de matrix: vertrouwen "
                                             "in elders, -1 (Noor: zo was het)."));
}

TEST(RatingMatrix, SaysThatSidesOfCodingsAreNoCases) {
  MatrixSpec spec;
  spec.columns = "valentie";
  const auto matrix = rating_matrix(example_facts(), {}, {}, spec, {});
  ASSERT_FALSE(matrix);
  EXPECT_THAT(matrix.error().message, HasSubstr("'valentie' hoort bij coderingen"));
}

// Six cases, three of which went well; vertrouwen is good in these and bad in the others.
CorpusFacts six_cases() {
  FactsBuilder make;
  make.facts.factors = {"vertrouwen", "gemeente"};
  make.facts.coders = {"lexicon"};
  for (int i = 0; i < 6; ++i) {
    make.document("d" + std::to_string(i),
                  {{"case", "case" + std::to_string(i)}, {"uitkomst", i < 3 ? "goed" : "mislukt"}});
    make.passage(std::nullopt, 10);
    make.coding({0, 9}, 0, i < 3 ? good : bad);
    make.coding({10, 19}, 1, good);
  }
  return make.facts;
}

Result<Table> compared(const RatingMatrix& matrix, const CorpusFacts& facts,
                       const std::string& asked) {
  const auto outcomes = case_outcomes(matrix, facts, asked);
  if (!outcomes) return tl::unexpected(outcomes.error());
  return outcome_table(matrix, *outcomes);
}

TEST(OutcomeTable, FindsWhatTellsTheCasesApart) {
  const CorpusFacts facts = six_cases();
  const RatingMatrix matrix = matrix_of(facts);
  const auto table = compared(matrix, facts, "uitkomst");
  ASSERT_TRUE(table) << to_string(table.error());
  std::vector<std::string> names;
  for (const Column& column : table->columns) names.push_back(column.name);
  EXPECT_EQ(names, (std::vector<std::string>{"factor", "label", "goed:n", "goed:gemiddeld",
                                             "mislukt:n", "mislukt:gemiddeld", "delta", "p",
                                             "p_holm", "kleinste_p", "hoe"}));
  const Row& trust = table->rows[0];
  EXPECT_EQ(trust.cells[0], Cell("vertrouwen"));
  EXPECT_EQ(trust.cells[6], Cell(1.0));
  EXPECT_NEAR(std::get<double>(trust.cells[7]), 0.1, 1e-12);
  EXPECT_NEAR(std::get<double>(trust.cells[9]), 0.1, 1e-12);
  EXPECT_EQ(trust.cells[10], Cell("exact"));
  const Row& municipality = table->rows[1];
  EXPECT_EQ(municipality.cells[7], Cell{}) << "the same everywhere";
  EXPECT_EQ(municipality.cells[10], Cell("niet te berekenen: alles valt in één categorie"));
  EXPECT_THAT(table->notes[0], HasSubstr("goed 3, mislukt 3"));
  EXPECT_THAT(verdict_of(*table),
              HasSubstr("Geen enkel verschil kan hier significant zijn, hoe groot ook: de laagste "
                        "p die deze oordelen kunnen geven is 0,10."));
}

TEST(OutcomeTable, ComesToOneSentence) {
  Table table = compared(matrix_of(six_cases()), six_cases(), "uitkomst").value();
  const auto set = [&](std::size_t row, const char* name, double value) {
    const auto at = std::ranges::find(table.columns, name, &Column::name) - table.columns.begin();
    table.rows[row].cells[static_cast<std::size_t>(at)] = value;
  };
  set(0, "kleinste_p", 0.001);
  EXPECT_THAT(verdict_of(table), HasSubstr("Geen enkele factor verschilt meer dan toevallig"));
  set(0, "p_holm", 0.04);
  EXPECT_EQ(verdict_of(table), "Meer dan toevallig verschillen: Vertrouwen.");
}

TEST(OutcomeTable, LeavesOutACaseWhoseDocumentsDisagree) {
  CorpusFacts facts = six_cases();
  facts.documents[1].attributes["case"] = "case0";
  facts.documents[5].attributes["case"] = "case0";
  const RatingMatrix matrix = matrix_of(facts);
  const auto table = compared(matrix, facts, "uitkomst=mislukt,goed");
  ASSERT_TRUE(table);
  EXPECT_THAT(table->notes, testing::Contains("Niet vergeleken: case0 (meer dan één)."));
  EXPECT_THAT(table->notes[0], HasSubstr("mislukt 2, goed 1"));
}

TEST(OutcomeTable, SaysWhatCannotBeCompared) {
  CorpusFacts facts = six_cases();
  const RatingMatrix matrix = matrix_of(facts);
  const auto says = [&](const char* outcome) {
    const auto table = compared(matrix, facts, outcome);
    return table ? std::string() : to_string(table.error());
  };
  EXPECT_THAT(says("uitkmst"), HasSubstr("bedoelt u 'uitkomst'?"));
  EXPECT_THAT(says("uitkomst=goed,mislukte"), HasSubstr("geen case heeft uitkomst 'mislukte'; "
                                                        "bedoelt u 'mislukt'?"));
  EXPECT_THAT(says("uitkomst=goed"), HasSubstr("alle cases hebben uitkomst 'goed'"));
  EXPECT_THAT(says("case"), HasSubstr("'case' is geen kenmerk van een case"));
  EXPECT_THAT(says("valentie"), HasSubstr("'valentie' is geen kenmerk van een case"));
}

}  // namespace
}  // namespace pipeline

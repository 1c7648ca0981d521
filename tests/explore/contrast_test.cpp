#include "pipeline/explore/contrast.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

#include "tests/explore/example_items.h"

namespace pipeline {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

// Four directors who tell of succes, four nurses who tell of faal; of the other factor both do.
CorpusFacts two_roles() {
  FactsBuilder make;
  make.facts.factors = {"vertrouwen", "gemeente"};
  make.facts.coders = {"lexicon"};
  for (int i = 0; i < 4; ++i) {
    make.document("gesprek-" + std::to_string(i) + ".txt", {{"case", i < 2 ? "oost" : "west"}});
    for (const char* role : {"bestuurder", "verpleegkundige"}) {
      const bool is_director = std::string(role) == "bestuurder";
      make.passage(make.speaker(role, SpeakerKind::respondent, {{"rol", role}}), 10);
      make.coding({0, 5}, 0, is_director ? Valence::success : Valence::failure);
      make.coding({5, 9}, 1, i % 2 == 0 ? Valence::success : Valence::failure);
    }
  }
  return make.facts;
}

TEST(Contrast, PutsTheFactorFirstOnWhichGroupsDiffer) {
  const CorpusFacts facts = two_roles();
  const auto table = contrast(subject_for(facts), {});
  ASSERT_TRUE(table.has_value());
  EXPECT_THAT(first_cells(*table), ElementsAre("vertrouwen", "gemeente"));
  EXPECT_NEAR(std::get<double>(cell_at(*table, "vertrouwen", "cramers_v")), 1, 1e-9);
  EXPECT_NEAR(std::get<double>(cell_at(*table, "gemeente", "cramers_v")), 0, 1e-9);
  EXPECT_EQ(cell_at(*table, "vertrouwen", "bestuurder:succes"), Cell{std::int64_t{4}});
  EXPECT_EQ(cell_at(*table, "vertrouwen", "verpleegkundige:faal"), Cell{std::int64_t{4}});
  EXPECT_EQ(cell_at(*table, "gemeente", "bestuurder:faal"), Cell{std::int64_t{2}});
  // Of 70 ways to deal 8 speakers out, 2 are as extreme.
  EXPECT_NEAR(std::get<double>(cell_at(*table, "vertrouwen", "p")), 2.0 / 70, 0.01);
  EXPECT_THAT(joined(table->notes), HasSubstr("V (Cramér 1946)"));
}

TEST(Contrast, HasNoFigureWhereOneGroupSpeaks) {
  const CorpusFacts facts = example_facts();
  const auto table = contrast(subject_for(facts), {});
  ASSERT_TRUE(table.has_value());
  EXPECT_EQ(cell_at(*table, "gemeente", "cramers_v"), Cell{});
  EXPECT_EQ(cell_at(*table, "gemeente", "p_holm"), Cell{});
  EXPECT_EQ(cell_at(*table, "vertrouwen", "wethouder:faal"), Cell{std::int64_t{1}});
}

TEST(Contrast, NamesAnAttributeThatDoesNotExist) {
  const CorpusFacts facts = example_facts();
  ContrastSpec spec;
  spec.by = "rool";
  EXPECT_THAT(contrast(subject_for(facts), spec).error().message,
              HasSubstr("'rool' is geen kenmerk om op te tellen; bedoelt u 'rol'?"));
  spec.by = "valentie";
  EXPECT_THAT(contrast(subject_for(facts), spec).error().message,
              HasSubstr("'valentie' hoort bij coderingen"));
  EXPECT_FALSE(contradictions(subject_for(facts), "rool", 1).has_value());
  EXPECT_FALSE(contradictions(subject_for(facts), "valentie", 1).has_value());
}

TEST(Contrast, RefusesMoreGroupsThanAnybodyCanCompare) {
  FactsBuilder make;
  make.facts.factors = {"vertrouwen"};
  make.facts.coders = {"lexicon"};
  for (int i = 0; i < 101; ++i) {
    make.document("gesprek-" + std::to_string(i) + ".txt", {});
    make.passage(std::nullopt, 10);
    make.coding({0, 5}, 0, Valence::success);
  }
  ContrastSpec spec;
  spec.by = "document";
  EXPECT_THAT(contrast(subject_for(make.facts), spec).error().message,
              HasSubstr("'document' heeft 101 waarden, en meer dan 100 zijn niet te vergelijken"));
}

TEST(Contradictions, PairOppositesOfOneFactorInOneCaseByDifferentGroups) {
  const CorpusFacts facts = two_roles();
  const Subject subject = subject_for(facts);
  const auto list = contradictions(subject, "rol", 1);
  ASSERT_TRUE(list.has_value());
  // vertrouwen: the director against the nurse in both cases; gemeente: both ways in both.
  ASSERT_THAT(*list, SizeIs(6));
  const Contradiction& first = list->front();
  EXPECT_EQ(first.factor, "vertrouwen");
  EXPECT_EQ(first.case_, "oost");
  EXPECT_EQ(first.success_group, "bestuurder");
  EXPECT_EQ(first.failure_group, "verpleegkundige");
  const Table table = contradiction_table(subject, "rol", *list, [](CodingId id) {
    return QuotedCoding{"d", "s", std::to_string(static_cast<std::uint64_t>(id))};
  });
  EXPECT_EQ(table.rows.size(), 6U);
  EXPECT_EQ(cell_at(table, "vertrouwen", "succes:citaat"),
            Cell{std::to_string(static_cast<std::uint64_t>(first.success))});
}

// Each two codings compared.
RC_GTEST_PROP(ContradictionsProperty, AreThereWhereANaiveScanFindsThem, ()) {
  const CorpusFacts facts = random_facts(*rc::gen::arbitrary<unsigned>(), 4, 30, 90);
  const Subject subject = subject_for(facts);
  const auto list = contradictions(subject, "rol", 1000);
  std::map<CodingId, const CorpusFacts::CodingRow*> by_id;
  for (const auto& coding : facts.codings) by_id[coding.id] = &coding;
  const auto role = [&](const CorpusFacts::CodingRow& coding) {
    const auto& passage = facts.passages[coding.passage];
    const Attributes& attributes = passage.speaker ? facts.speakers[*passage.speaker].attributes
                                                   : facts.documents[passage.document].attributes;
    const auto it = attributes.find("rol");
    return it == attributes.end() ? std::string() : it->second;
  };
  const auto case_of = [&](const CorpusFacts::CodingRow& coding) {
    return facts.documents[facts.passages[coding.passage].document].attributes.at("case");
  };
  for (const Contradiction& it : *list) {
    const auto &good = *by_id.at(it.success), &bad = *by_id.at(it.failure);
    RC_ASSERT(good.valence == Valence::success && bad.valence == Valence::failure);
    RC_ASSERT(good.factor == bad.factor && case_of(good) == case_of(bad));
    RC_ASSERT(role(good) != role(bad) && !role(good).empty() && !role(bad).empty());
  }
  bool is_somewhere = false;
  for (const std::uint32_t i : subject.selection.codings)
    for (const std::uint32_t k : subject.selection.codings) {
      const auto &good = facts.codings[i], &bad = facts.codings[k];
      is_somewhere |= good.valence == Valence::success && bad.valence == Valence::failure &&
                      good.factor == bad.factor && case_of(good) == case_of(bad) &&
                      !role(good).empty() && !role(bad).empty() && role(good) != role(bad);
    }
  RC_ASSERT(is_somewhere == !list->empty());
}

}  // namespace
}  // namespace pipeline

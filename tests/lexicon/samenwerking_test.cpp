// The lexicon that the program comes with, as data: whole by the codebook of 27 factors.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "tests/support/own_lexicon.h"

namespace pipeline {
namespace {

struct Row {
  std::string theme;
  std::vector<std::string> factors;
};

const std::vector<Row>& codebook() {
  static const std::vector<Row> rows{
      {"visie", {"gedeelde-visie", "gedeeld-belang", "eigenaarschap"}},
      {"relatie",
       {"vertrouwen", "communicatie", "beweegredenen", "gelijkwaardigheid", "erkenning-expertise"}},
      {"organisatie",
       {"afstemming", "werkwijze", "afspraken", "rolverdeling", "leiderschap", "zelfsturing",
        "evaluatie"}},
      {"mensen", {"competenties", "professionele-ruimte", "vrijwilligers", "personeel"}},
      {"middelen", {"kennisdeling", "middelen", "financiering", "innovatie"}},
      {"omgeving", {"regelgeving", "gemeente", "legitimiteit", "continuiteit"}},
  };
  return rows;
}

std::size_t patterns_of(const std::string& factor, std::set<Valence> valences) {
  return static_cast<std::size_t>(
      std::ranges::count_if(samenwerking().patterns, [&](const Pattern& pattern) {
        return samenwerking().factors[pattern.factor].id == factor &&
               valences.contains(pattern.valence);
      }));
}

TEST(Samenwerking, HoldsTheFactorsOfTheCodebookAndNoOthers) {
  std::size_t count = 0;
  for (const Row& row : codebook())
    for (const std::string& id : row.factors) {
      ++count;
      const Factor* factor = samenwerking().find(id);
      ASSERT_NE(factor, nullptr) << id;
      EXPECT_EQ(factor->theme, row.theme) << id;
    }
  EXPECT_EQ(samenwerking().factors.size(), count);
}

TEST(Samenwerking, SaysOfEachFactorWhatItIsAndWhatItIsNot) {
  for (const Factor& factor : samenwerking().factors) {
    EXPECT_FALSE(factor.label_nl.empty()) << factor.id;
    EXPECT_FALSE(factor.label_en.empty()) << factor.id;
    EXPECT_NE(factor.label_nl, factor.label_en) << factor.id;
    EXPECT_FALSE(factor.definition.empty()) << factor.id;
    EXPECT_FALSE(factor.include.empty()) << factor.id;
    EXPECT_FALSE(factor.exclude.empty()) << factor.id;
  }
}

TEST(Samenwerking, HearsOfEachFactorInManyWordsForGoodAndForBad) {
  using enum Valence;
  for (const Factor& factor : samenwerking().factors) {
    EXPECT_GE(patterns_of(factor.id, {success, failure, neutral}), 60U) << factor.id;
    EXPECT_GE(patterns_of(factor.id, {success}), 12U) << factor.id;
    EXPECT_GE(patterns_of(factor.id, {failure}), 12U) << factor.id;
  }
}

TEST(Samenwerking, UsesEveryWordGroup) {
  std::set<std::string> used;
  const auto collect = [&](const auto& self, const PatternNode& node) -> void {
    if (node.kind == PatternNode::Kind::group) used.insert(node.group);
    for (const PatternNode& child : node.children) self(self, child);
  };
  for (const Pattern& pattern : samenwerking().patterns) collect(collect, pattern.tree);
  for (const Cue& cue : samenwerking().cues) collect(collect, cue.tree);
  for (const auto& [name, members] : samenwerking().groups)
    for (const GroupMember& member : members) collect(collect, member.tree);
  for (const auto& [name, members] : samenwerking().groups)
    EXPECT_TRUE(used.contains(name)) << name;
}

}  // namespace
}  // namespace pipeline

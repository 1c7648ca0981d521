// The second lexicon that the program comes with: five conditions for collaboration, in their
// order.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "pipeline/lexicon/lexicon_file.h"

namespace pipeline {
namespace {

const Lexicon& condities() {
  static const Lexicon lexicon =
      read_lexicon(std::filesystem::path(SAMENSPEL_SOURCE_DIR) / "lexicons/condities").value();
  return lexicon;
}

TEST(Condities, StandInTheOrderInWhichPractitionersUseThem) {
  std::vector<std::string> factors;
  for (const Factor& factor : condities().factors) {
    factors.push_back(factor.id);
    EXPECT_EQ(factor.theme, factor.id);
    EXPECT_FALSE(factor.include.empty()) << factor.id;
    EXPECT_FALSE(factor.exclude.empty()) << factor.id;
    EXPECT_NE(factor.label_nl, factor.label_en) << factor.id;
  }
  EXPECT_EQ(factors,
            (std::vector<std::string>{"ambitie", "belangen", "relatie", "organisatie", "proces"}));
}

TEST(Condities, AreHeardInManyWordsForGoodAndForBad) {
  for (std::size_t factor = 0; factor < condities().factors.size(); ++factor)
    for (const auto& [valence, fewest] :
         {std::pair(Valence::success, 40L), std::pair(Valence::failure, 40L),
          std::pair(Valence::neutral, 12L)})
      EXPECT_GE(std::ranges::count_if(condities().patterns,
                                      [&, wanted = valence](const Pattern& it) {
                                        return it.factor == factor && it.valence == wanted;
                                      }),
                fewest)
          << condities().factors[factor].id;
}

TEST(Condities, ShowExamplesOfEveryValenceAndOfNone) {
  for (std::size_t factor = 0; factor < condities().factors.size(); ++factor)
    for (const auto& [valence, fewest] :
         std::vector<std::pair<std::optional<Valence>, long>>{{Valence::success, 4},
                                                              {Valence::failure, 4},
                                                              {Valence::neutral, 2},
                                                              {std::nullopt, 3}})
      EXPECT_GE(std::ranges::count_if(condities().examples,
                                      [&, wanted = valence](const Example& it) {
                                        return it.factor == factor && it.valence == wanted;
                                      }),
                fewest)
          << condities().factors[factor].id;
}

TEST(Condities, UseEveryWordGroup) {
  std::set<std::string> used;
  const auto collect = [&](const auto& self, const PatternNode& node) -> void {
    if (node.kind == PatternNode::Kind::group) used.insert(node.group);
    for (const PatternNode& child : node.children) self(self, child);
  };
  for (const Pattern& pattern : condities().patterns) collect(collect, pattern.tree);
  for (const auto& [name, members] : condities().groups)
    for (const GroupMember& member : members) collect(collect, member.tree);
  for (const auto& [name, members] : condities().groups) EXPECT_TRUE(used.contains(name)) << name;
}

}  // namespace
}  // namespace pipeline

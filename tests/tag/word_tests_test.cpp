#include "pipeline/tag/word_tests.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/tag/words.h"

namespace pipeline {
namespace {

using Kind = WordTest::Kind;

struct Row {
  Kind kind;
  std::string test, word;
  bool holds;
};

TEST(WordTests, HoldOfFormsLemmasAndPartsOfCompounds) {
  const std::vector<Row> table{
      {Kind::lemma, "vertrouwen", "Vertrouwde", true},
      {Kind::lemma, "visie", "visies", true},
      {Kind::lemma, "gedeelde", "gedeeld", true},
      {Kind::lemma, "regel", "regels", true},
      {Kind::lemma, "regel", "geregeld", false},  // a base form stands for itself only
      {Kind::lemma, "overleg", "werkoverleg", false},
      {Kind::lemma, "zorgcooperatie", "zorgcoöperaties", true},
      {Kind::exact, "vertrouwen", "Vertrouwen", true},
      {Kind::exact, "vertrouwen", "vertrouwt", false},
      {Kind::exact, "een", "één", true},
      {Kind::cased, "Wmo", "Wmo", true},
      {Kind::cased, "Wmo", "wmo", false},
      {Kind::prefix, "samenwerk", "samengewerkt", true},
      {Kind::prefix, "samenwerk", "samenwerkingspartners", true},
      {Kind::prefix, "partner", "samenwerkingspartners", true},
      {Kind::prefix, "werk", "samenwerken", false},
      {Kind::suffix, "partner", "ketenpartners", true},
      {Kind::suffix, "partner", "partnerschap", false},
      {Kind::infix, "werk", "netwerkje", true},
      {Kind::infix, "werk", "netten", false},
      {Kind::expression, "^her(ijk|zie)", "herziening", true},
      {Kind::expression, "^her(ijk|zie)", "verherzien", false},
  };
  Vocabulary vocabulary(word_table());
  for (const Row& row : table) {
    WordTests tests(vocabulary);
    const std::uint32_t number = tests.add({row.kind, row.test});
    const auto holding = tests.holding_of(vocabulary[vocabulary.id_of(row.word)]);
    EXPECT_EQ(holding == std::vector<std::uint32_t>{number}, row.holds)
        << row.test << " of " << row.word;
  }
}

TEST(WordTests, NumberEqualTestsOnce) {
  Vocabulary vocabulary(word_table());
  WordTests tests(vocabulary);
  EXPECT_EQ(tests.add({Kind::prefix, "zorg"}), tests.add({Kind::prefix, "zorg"}));
  EXPECT_NE(tests.add({Kind::prefix, "zorg"}), tests.add({Kind::suffix, "zorg"}));
  EXPECT_EQ(tests.size(), 2U);
}

TEST(WordTests, HoldManyExpressionsAtOnce) {
  Vocabulary vocabulary(word_table());
  WordTests tests(vocabulary);
  for (int i = 0; i < 50; ++i) tests.add({Kind::expression, "^x" + std::to_string(i)});
  const std::uint32_t first = tests.add({Kind::expression, "zorg$"});
  const std::uint32_t second = tests.add({Kind::expression, "[op]rg"});
  EXPECT_EQ(tests.holding_of(vocabulary[vocabulary.id_of("thuiszorg")]),
            (std::vector<std::uint32_t>{first, second}));
}

}  // namespace
}  // namespace pipeline

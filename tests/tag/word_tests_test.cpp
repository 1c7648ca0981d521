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
    const std::uint32_t number = tests.add({row.kind, row.test, PartOfSpeech::any});
    const auto holding = tests.holding_of(vocabulary[vocabulary.id_of(row.word)]);
    EXPECT_EQ(holding == std::vector<std::uint32_t>{number}, row.holds)
        << row.test << " of " << row.word;
  }
}

TEST(WordTests, NumberEqualTestsOnce) {
  Vocabulary vocabulary(word_table());
  WordTests tests(vocabulary);
  const auto add = [&](Kind kind, PartOfSpeech part) { return tests.add({kind, "zorg", part}); };
  EXPECT_EQ(add(Kind::prefix, PartOfSpeech::any), add(Kind::prefix, PartOfSpeech::any));
  EXPECT_NE(add(Kind::prefix, PartOfSpeech::any), add(Kind::suffix, PartOfSpeech::any));
  EXPECT_NE(add(Kind::lemma, PartOfSpeech::any), add(Kind::lemma, PartOfSpeech::noun));
  EXPECT_EQ(tests.size(), 4U);
}

TEST(WordTests, HoldOfAWordOnlyAsItIsRead) {
  Vocabulary vocabulary(word_table());
  WordTests tests(vocabulary);
  const std::uint32_t noun = tests.add({Kind::lemma, "werken", PartOfSpeech::noun});
  const std::uint32_t verb = tests.add({Kind::lemma, "werken", PartOfSpeech::verb});
  EXPECT_TRUE(tests.holding_of(vocabulary[vocabulary.id_of("werken")]).empty());
  EXPECT_EQ(tests.holding_of(Reading{"werk", WordClass::noun}), std::vector{noun});
  EXPECT_EQ(tests.holding_of(Reading{"werken", WordClass::verb}), std::vector{verb});
  EXPECT_TRUE(tests.holding_of(Reading{"werken", WordClass::adjective}).empty());
}

TEST(WordTests, HoldManyExpressionsAtOnce) {
  Vocabulary vocabulary(word_table());
  WordTests tests(vocabulary);
  const auto add = [&](const std::string& expression) {
    return tests.add({Kind::expression, expression, PartOfSpeech::any});
  };
  for (int i = 0; i < 50; ++i) add("^x" + std::to_string(i));
  const std::uint32_t first = add("zorg$"), second = add("[op]rg");
  EXPECT_EQ(tests.holding_of(vocabulary[vocabulary.id_of("thuiszorg")]),
            (std::vector<std::uint32_t>{first, second}));
}

}  // namespace
}  // namespace pipeline

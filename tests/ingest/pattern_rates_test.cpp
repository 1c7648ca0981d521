#include "pipeline/ingest/pattern_rates.h"

#include <gtest/gtest.h>

#include "pipeline/lexicon/lexicon_reader.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/word_table.h"

namespace pipeline {
namespace {

TEST(PatternRates, CallOnlyWhatStandsInMoreThanAFifthNearlyEverywhere) {
  struct Row {
    PatternRates rates;
    std::vector<std::size_t> expected;
  };
  const std::vector<Row> rows{
      {{0, {0}}, {}}, {{19, {19}}, {}}, {{20, {4, 5, 0, 20}}, {1, 3}}, {{1000, {200, 201}}, {1}}};
  for (const Row& row : rows)
    EXPECT_EQ(patterns_nearly_everywhere(row.rates), row.expected) << row.rates.sentences;
}

TEST(PatternRates, CountSentencesOnceWhateverStandsInThem) {
  const TemporaryFolder folder;
  auto store = Store::open(folder.path() / "study.db", true);
  ASSERT_TRUE(store) << to_string(store.error());
  const std::vector<std::string> texts{"Er was overleg. Overleg na overleg, met vertrouwen.",
                                       "Er was geen vertrouwen. Het regende."};
  for (std::size_t i = 0; i < texts.size(); ++i) {
    CodedDocument document;
    document.id = DocumentId{static_cast<std::uint32_t>(i + 1)};
    document.path = std::to_string(i);
    document.document.source = texts[i];
    store->save(document);
  }
  const auto lexicon = parse_lexicon(
      {{"lexicon.toml", "id = \"proef\"\nversie = \"1\"\ntitel = \"P\"\ntaal = \"nl\"\n"},
       {"t.toml",
        "thema = \"t\"\n[[factor]]\nid = \"f\"\nlabel = \"F\"\ndefinitie = \"D\"\n"
        "succes = ['overleg', 'vertrouwen']\nneutraal = [{ p = 'er zijn', sterkte = \"zwak\" }, "
        "'sneeuwen']\n"}},
      "L");
  ASSERT_TRUE(lexicon) << to_string(lexicon.error().front());
  Vocabulary words(word_table());
  const PatternRates rates = pattern_rates(*store, Settings{}, *lexicon, words);
  EXPECT_EQ(rates.sentences, 4U);
  EXPECT_EQ(rates.found, (std::vector<std::uint64_t>{2, 2, 2, 0}));
  EXPECT_DOUBLE_EQ(rates.rate(0), 0.5);
  EXPECT_EQ(words.size(), 10U);
}

}  // namespace
}  // namespace pipeline

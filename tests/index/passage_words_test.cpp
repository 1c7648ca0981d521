#include "pipeline/index/passage_words.h"

#include <gtest/gtest.h>

#include "tests/support/example_index.h"

namespace pipeline {
namespace {

std::string written(const PassageItems& items, const TermNumbers& terms, std::size_t passage) {
  std::string text;
  for (const std::uint32_t item : items.of(passage))
    text += (text.empty() ? "" : " ") + (item == 0 ? "." : std::string(terms.text(item)));
  return text;
}

std::vector<PassageId> ids(std::initializer_list<std::pair<unsigned, unsigned>> places) {
  std::vector<PassageId> list;
  for (const auto& [document, place] : places)
    list.push_back(passage_id(DocumentId{document}, place));
  return list;
}

TEST(PassageWords, AreLemmasOrFormsWithTheEndsOfSentences) {
  const ExampleIndex example({{1, "Zij werkten goed samen. Er was overleg.\nDe gemeenten."}});
  const Index index = example.open();
  const auto wanted = ids({{1, 1}, {1, 2}});
  TermNumbers lemmas, forms;
  const PassageItems by_lemma = read_words(index, wanted, WordKind::lemmas, lemmas);
  EXPECT_EQ(written(by_lemma, lemmas, 0), "zij samenwerken goed samen . er zijn overleg .");
  EXPECT_EQ(written(by_lemma, lemmas, 1), "de gemeente .");
  const PassageItems by_form = read_words(index, wanted, WordKind::forms, forms);
  EXPECT_EQ(written(by_form, forms, 0), "zij werkten goed samen . er was overleg .");
  EXPECT_EQ(written(by_form, forms, 1), "de gemeenten .");
  EXPECT_EQ(sentences_in(index, wanted), (std::vector<std::uint32_t>{2, 1}));
}

// A document that came later may stand before others in the order of ids.
TEST(PassageWords, StandByTheirPassagesWhateverTheOrderOfTheIndex) {
  ExampleIndex example({{2, "Twee."}, {3, "Drie."}});
  example.merge({{1, "Een visie."}});
  const Index index = example.open();
  TermNumbers terms;
  const PassageItems items =
      read_words(index, ids({{1, 1}, {2, 1}, {2, 2}, {3, 1}}), WordKind::forms, terms);
  EXPECT_EQ(written(items, terms, 0), "een visie .");
  EXPECT_EQ(written(items, terms, 1), "twee .");
  EXPECT_EQ(written(items, terms, 2), "");  // there is no such passage
  EXPECT_EQ(written(items, terms, 3), "drie .");
}

TEST(PassageWords, CodingsAreNoWords) {
  const std::string text = "Er is overleg.";
  const ExampleIndex example(
      {{.text = text, .codings = {coding_of(text, "overleg", "afstemming", Valence::success)}}});
  TermNumbers terms;
  const PassageItems items = read_words(example.open(), ids({{1, 1}}), WordKind::lemmas, terms);
  EXPECT_EQ(written(items, terms, 0), "er zijn overleg .");
}

TEST(TermNumbers, AreGivenOnceHoweverManyThereAre) {
  TermNumbers terms;
  EXPECT_EQ(terms.find("woord 1"), 0U);
  for (std::uint32_t i = 1; i <= 20'000; ++i)
    ASSERT_EQ(terms.number("woord " + std::to_string(i)), i);
  for (std::uint32_t i = 1; i <= 20'000; ++i) {
    ASSERT_EQ(terms.number("woord " + std::to_string(i)), i);
    ASSERT_EQ(terms.text(i), "woord " + std::to_string(i));
  }
  EXPECT_EQ(terms.size(), 20'000U);
  EXPECT_EQ(terms.number(""), 20'001U);
}

}  // namespace
}  // namespace pipeline

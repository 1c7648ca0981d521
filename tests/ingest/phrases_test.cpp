#include "pipeline/ingest/phrases.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/word_table.h"

namespace pipeline {
namespace {

// All phrases of a text of one passage, with the words they stand for.
std::vector<std::string> phrases_of(const std::string& text) {
  const Lexicon none;
  Stages stages(word_table(), none, Settings{});
  Document document;
  document.source = text;
  const Staged staged = stages(document, {});
  Lemmas lemmas;
  std::vector<std::string> found;
  for (const auto& run :
       phrase_words(staged, staged.segmented.passages.front(), stages.vocabulary(), lemmas))
    for_each_phrase(run, [&](const Phrase3& phrase, Span span) {
      found.push_back(lemmas.text(phrase) + ": " + std::string(slice(staged.clean.text, span)));
    });
  return found;
}

TEST(Phrases, AreLemmasAndGroupsThatSaySomething) {
  EXPECT_THAT(phrases_of("Wij praatten over de schutting."),
              testing::UnorderedElementsAre("praten: praatten", "schutting: schutting",
                                            "over de schutting: over de schutting"));
  EXPECT_THAT(phrases_of("De buren mopperden."),
              testing::UnorderedElementsAre("buur: buren", "mopperen: mopperden",
                                            "buur mopperen: buren mopperden"));
}

TEST(Phrases, StopAtPunctuationAndNames) {
  EXPECT_THAT(phrases_of("Buren, schutting. Tuin"),
              testing::UnorderedElementsAre("buur: Buren", "schutting: schutting", "tuin: Tuin"));
  EXPECT_THAT(phrases_of("De schutting van Jan mopperde."),
              testing::Not(testing::Contains(testing::HasSubstr("Jan"))));
}

TEST(Phrases, TakeAVerbFoundApartAsOneWord) {
  EXPECT_THAT(phrases_of("Zij belde de buren op."),
              testing::UnorderedElementsAre("opbellen: belde", "buur: buren",
                                            "opbellen de buur: belde de buren"));
}

TEST(Lemmas, KeepTheirNumber) {
  Lemmas lemmas;
  const std::uint32_t first = lemmas.number("buur");
  EXPECT_NE(first, 0U);
  EXPECT_NE(lemmas.number("tuin"), first);
  EXPECT_EQ(lemmas.number("buur"), first);
  EXPECT_EQ(lemmas.text({lemmas.number("tuin"), first, 0}), "tuin buur");
}

}  // namespace
}  // namespace pipeline

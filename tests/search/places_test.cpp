#include "pipeline/search/places.h"

#include <gtest/gtest.h>

#include "pipeline/index/fields.h"
#include "pipeline/index/passage_streams.h"
#include "pipeline/search/hit_finder.h"
#include "tests/support/example_index.h"

namespace pipeline {
namespace {

using Positions = std::vector<std::uint32_t>;

TEST(Places, AreThePositionsOfTheWordsThatAQueryHits) {
  const std::string text =
      "Er is overleg. Het overleg is goed.\nNiemand belt.\nGoed overleg helpt.";
  const ExampleIndex example({{1, text}});
  const Index index = example.open();
  const Search search(index, word_table(), {});
  const auto query = search.prepare("overleg").value();
  EXPECT_FALSE(asks_for_codings(query));
  const auto found = places_of(index, query, search.all(query));
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].positions, (Positions{3, 3 + sentence_gap + 2}));
  EXPECT_EQ(found[1].passage, passage_id(DocumentId{1}, 3));
  EXPECT_EQ(found[1].positions, (Positions{2}));
  const auto phrase = search.prepare("\"goed overleg\"").value();
  EXPECT_EQ(places_of(index, phrase, search.all(phrase)).front().positions, (Positions{1, 2}));
}

// The index has the first word of a coding's evidence; the text has all of them.
TEST(Places, OfAPassageThatIsReadAgainHaveAllWordsOfTheEvidence) {
  const std::string text = "Nu ja. Er is een gedeelde visie, zegt men.";
  Coding coding = coding_of(text, "gedeelde visie", "gedeelde-visie", Valence::success);
  const ExampleIndex example({{.text = text, .codings = {coding}}});
  const Index index = example.open();
  Factor factor;
  factor.id = "gedeelde-visie";
  const std::vector<Factor> factors{factor};
  const Search search(index, word_table(), factors);
  const auto query = search.prepare("factor:gedeelde-visie").value();
  EXPECT_TRUE(asks_for_codings(query));
  const HitFinder find(4000);
  const std::string stream = PassageStreams(index)(passage_id(DocumentId{1}, 1));
  const FoundHits found = find(text, PassageKind::paragraph, stream, {coding}, HitMarker(query));
  EXPECT_EQ(found.positions, (Positions{2 + sentence_gap + 4, 2 + sentence_gap + 5}));
}

}  // namespace
}  // namespace pipeline

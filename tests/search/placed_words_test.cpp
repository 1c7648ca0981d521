#include "pipeline/search/placed_words.h"

#include <gtest/gtest.h>

#include "pipeline/index/fields.h"
#include "pipeline/index/passage_streams.h"
#include "tests/support/example_index.h"

namespace pipeline {
namespace {

// The words of `text` at the positions that `indexed`, as one passage, has in the index.
std::vector<std::pair<std::uint32_t, std::string>> placed(const std::string& indexed,
                                                          const std::string& text,
                                                          bool exact_forms = true) {
  const ExampleIndex example({{.text = indexed}}, 1, {.exact_forms = exact_forms});
  const Index index = example.open();
  const Segmented segmented = cut(text);
  std::vector<std::pair<std::uint32_t, std::string>> words;
  for (const PlacedToken it :
       place_words(PassageStreams(index)(passage_id(DocumentId{1}, 1)), text, segmented))
    words.emplace_back(it.position, slice(text, segmented.tokens[it.token].span));
  return words;
}

using Words = std::vector<std::pair<std::uint32_t, std::string>>;

TEST(PlacedWords, StandWhereTheIndexHasThem) {
  const std::string text = "Zij werkten, samen. Ja!";
  EXPECT_EQ(placed(text, text),
            (Words{{1, "Zij"}, {2, "werkten"}, {3, "samen"}, {4 + sentence_gap, "Ja"}}));
  EXPECT_EQ(placed("", "Ja"), Words{});
}

TEST(PlacedWords, StandThereWhereverSentencesAreCutNow) {
  EXPECT_EQ(placed("De brief kwam. Te laat.", "De brief kwam te laat."),
            (Words{{1, "De"},
                   {2, "brief"},
                   {3, "kwam"},
                   {4 + sentence_gap, "te"},
                   {5 + sentence_gap, "laat"}}));
}

// A label that captions repeat is no word of the passage, whichever words stand beside it.
TEST(PlacedWords, LeaveOutNamesThatCaptionsRepeat) {
  for (const bool exact_forms : {true, false})
    EXPECT_EQ(placed("de brief die wij kregen en lazen",
                     "de brief MIA: die wij kregen MIA: en lazen", exact_forms),
              (Words{{1, "de"},
                     {2, "brief"},
                     {3, "die"},
                     {4, "wij"},
                     {5, "kregen"},
                     {6, "en"},
                     {7, "lazen"}}))
        << exact_forms;
  EXPECT_EQ(placed("wij lazen de brief", "wij MIA: lazen de brief", false)[1].second, "lazen");
  EXPECT_EQ(placed("mia zei het", "MIA: mia zei MIA: het").size(), 3U);
  EXPECT_EQ(placed("mia zei het", "MIA: mia zei MIA: het")[1].second, "zei");
}

TEST(PlacedWords, AreNoMoreThanTheTextHas) {
  EXPECT_EQ(placed("wij lazen de brief", "wij lazen"), (Words{{1, "wij"}, {2, "lazen"}}));
}

}  // namespace
}  // namespace pipeline

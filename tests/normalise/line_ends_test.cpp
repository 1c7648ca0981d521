#include "pipeline/normalise/line_ends.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "pipeline/normalise/normalise.h"

namespace pipeline {
namespace {

bool is_word(std::string_view word) {
  static const std::set<std::string, std::less<>> words{
      "samenwerking", "samen",        "werking",    "zee",  "eend",    "zeeeend",    "beëindigen",
      "eindigen",     "mantel",       "mantelzorg", "zorg", "affaire", "achtige",    "mail",
      "email",        "reïntegratie", "eisen",      "auto", "ongeluk", "autoongeluk"};
  return words.contains(word);
}

TEST(LineEnds, TakeTheHyphenOfAWordAway) {
  struct Case {
    std::string source, whole;
  };
  const std::vector<Case> cases{
      {"hun samen-\nwerking is", "hun samenwerking is"},
      {"hun samen\u2010\n  werking", "hun samenwerking"},
      {"mantel-\nzorg", "mantelzorg"},
      {"be-\nëindigen", "beëindigen"},
      {"jeugd-\ngezondheid", "jeugdgezondheid"},  // the halves are no words that are known
      {"zee-\neend", "zee-eend"},
      {"auto-\nongeluk", "auto-ongeluk"},
      {"reïntegratie-\neisen", "reïntegratie-eisen"},
      {"affaire-\nachtige", "affaire-achtige"},
      {"e-\nmail", "e-mail"},
      {"zorg-\nen welzijn", "zorg-\nen welzijn"},
      {"Zuid-\nHolland", "Zuid-\nHolland"},
      {"samen-\n\nwerking", "samen-\n\nwerking"},
  };
  for (const auto& [source, whole] : cases) {
    EXPECT_EQ(join_line_ends(source, is_word).text, whole);
    EXPECT_EQ(join_line_ends(whole, is_word).text, whole);
  }
}

TEST(LineEnds, LeadBackToTheSource) {
  const AlignedText text = join_line_ends("de zee-\neend en hun samen-\nwerking", is_word);
  ASSERT_EQ(text.text, "de zee-eend en hun samenwerking");
  EXPECT_EQ(text.to_source({3, 11}), (Span{3, 12}));
  EXPECT_EQ(text.to_source({19, 31}), (Span{20, 34}));
}

TEST(LineEnds, AreDecidedByTheWordsOfTheNormaliser) {
  EXPECT_EQ(Normaliser(is_word)("affaire-\nachtige").text, "affaire-achtige");
  EXPECT_EQ(Normaliser{}("affaire-\nachtige").text, "affaireachtige");
}

}  // namespace
}  // namespace pipeline

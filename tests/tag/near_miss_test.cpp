#include "pipeline/tag/near_miss.h"

#include <gtest/gtest.h>

#include <string>

#include "pipeline/lexicon/lexicon.h"
#include "tests/support/word_table.h"
#include "tests/tag/cut.h"

namespace pipeline {
namespace {

using Reason = NearMiss::Reason;

Lexicon lexicon_of(const std::vector<std::string>& patterns) {
  Lexicon lexicon;
  lexicon.factors.emplace_back().id = "proef";
  for (const std::string& text : patterns) {
    Pattern& pattern = lexicon.patterns.emplace_back();
    pattern.text = text;
    pattern.tree = parse_pattern(text).value();
  }
  for (const char* name : {"gemeente", "de buren"})
    lexicon.groups["partij"].push_back({name, parse_pattern(name).value(), {}});
  return lexicon;
}

std::vector<NearMiss> misses_of(const std::string& text, const std::vector<std::string>& patterns) {
  static Vocabulary vocabulary(word_table());
  const Lexicon lexicon = lexicon_of(patterns);
  const Segmented segmented = Cutter(text).cut();
  const Analysed analysed = analyse(text, segmented, vocabulary);
  PieceFinder finder(lexicon, 0, vocabulary);
  const SentencePlace place = SentencePlace::at(text, segmented, analysed, 0, 0);
  if (!finder.look_at(place)) return {};
  return near_misses(lexicon, 0, finder, vocabulary);
}

std::string_view word(Reason reason) {
  constexpr std::string_view words[] = {"missing",    "too far",     "broken",     "order",
                                        "other form", "in compound", "other class"};
  return words[static_cast<std::size_t>(reason)];
}

// "missing: winnen; found vertrouwen" of the nearest; "" if there is none.
std::string shown(const std::string& text, const std::string& pattern) {
  const auto misses = misses_of(text, {pattern});
  if (misses.empty()) return "";
  const NearMiss& it = misses.front();
  std::string line(word(it.reason));
  line += ": " + it.wanted;
  if (it.reason == Reason::too_far)
    line += ", " + std::to_string(it.between) + " of " + std::to_string(it.allowed);
  if (length(it.words) > 0) line += ", near " + std::string(slice(text, it.words));
  for (const Span& span : it.found) line += "; " + std::string(slice(text, span));
  return line;
}

TEST(NearMiss, SaysWhatKeepsAPatternFromMatching) {
  const struct {
    std::string pattern, text, expected;
  } rows[] = {
      {"vertrouwen [3] winnen", "Zij hebben ons vertrouwen.", "missing: winnen; vertrouwen"},
      {"vertrouwen [3] winnen", "Hun vertrouwen hebben wij toen na lange tijd weer gewonnen.",
       "too far: winnen, 7 of 3; vertrouwen; gewonnen"},
      {"vertrouwen [3] winnen", "Wij wonnen later hun vertrouwen.", "order: ; wonnen; vertrouwen"},
      {"gedeelde visie", "Wij hadden een gedeelde, visie.", "broken: visie; gedeelde; visie"},
      {"\"afspraken\" maken", "Wij maakten een afspraak.",
       "other form: \"afspraken\", near afspraak; maakten"},
      {"overleg hebben", "Wij hadden maandelijks een werkoverleg.",
       "in compound: overleg, near werkoverleg; hadden"},
      {"vertrouwen ~2 <partij>", "De gemeente had na al die tijd van wachten nog vertrouwen.",
       "too far: vertrouwen, 8 of 2; gemeente; vertrouwen"},
      {"vertrouwen ~2 <partij>", "Ons vertrouwen was groot.", "missing: <partij>; vertrouwen"},
      {"afspraak is afspraak", "Wij maakten een afspraak.", "missing: is, afspraak; afspraak"},
      {"met (elkaar|iedereen|mensen|buren) praten", "Wij praatten lang.",
       "missing: met, (elkaar|iedereen|mensen|…); praatten"},
  };
  for (const auto& [pattern, text, expected] : rows)
    EXPECT_EQ(shown(text, pattern), expected) << pattern << " in " << text;
}

TEST(NearMiss, IsSilentWhereNothingOfContentIsThereOrAllMatches) {
  EXPECT_EQ(shown("Wij gingen met de trein.", "met vertrouwen"), "");
  EXPECT_EQ(shown("Het regende.", "vertrouwen [3] winnen"), "");
  EXPECT_EQ(shown("Er was vertrouwen.", "vertrouwen"), "");
  EXPECT_EQ(shown("Wij hebben hun vertrouwen gewonnen.", "vertrouwen [3] winnen"), "");
  EXPECT_EQ(shown("De gemeente heeft vertrouwen.", "vertrouwen ~2 <partij>"), "");
  EXPECT_EQ(shown("...", "vertrouwen"), "");
}

TEST(NearMiss, PutsThatOfWhichMostIsThereFirst) {
  const auto misses = misses_of("Wij hadden vertrouwen en een plan.",
                                {"plan met vertrouwen op termijn winnen", "vertrouwen winnen",
                                 "vertrouwen en geld", "vertrouwen [2] plan maken"});
  ASSERT_EQ(misses.size(), 4U);
  EXPECT_EQ(misses[0].pattern, 3U);
  EXPECT_GT(misses[0].share, misses[3].share);
}

TEST(NearMiss, StaysBoundedInASentenceWithoutEnd) {
  std::string text;
  for (int i = 0; i < 2'000; ++i) text += "vertrouwen en ";
  EXPECT_EQ(misses_of(text, {"vertrouwen [3] vertrouwen [3] winnen", "vertrouwen"}).size(), 1U);
}

TEST(PieceText, WritesPiecesAsALexiconDoes) {
  for (const char* text : {"winnen", "\"op\"", "=Wmo", "samenwerk*", "*partner", "*werk*",
                           "<partij>", "(contact|overleg)", "werk_zn"})
    EXPECT_EQ(piece_text(parse_pattern(text).value()), text);
}

}  // namespace
}  // namespace pipeline

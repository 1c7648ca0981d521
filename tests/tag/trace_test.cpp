#include "pipeline/tag/trace.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "pipeline/tag/tag.h"
#include "tests/tag/cut.h"
#include "tests/tag/words.h"

namespace pipeline {
namespace {

using Fate = TracedMatch::Fate;

std::string_view word(Fate fate) {
  constexpr std::string_view words[] = {"counted", "outranked",   "overruled", "false friend",
                                        "half",    "unsupported", "in heading"};
  return words[static_cast<std::size_t>(fate)];
}
std::string_view word(Decision decision) {
  constexpr std::string_view words[] = {"base",       "turned",   "turned twice",
                                        "helped",     "hindered", "described",
                                        "rhetorical", "question", "interviewer"};
  return words[static_cast<std::size_t>(decision)];
}
std::string_view word(CuePart part) {
  constexpr std::string_view words[] = {"applied",   "spent",        "no denial",   "other way",
                                        "too far",   "other clause", "not nearest", "switched off",
                                        "no effect", "overtaken"};
  return words[static_cast<std::size_t>(part)];
}

struct Traced {
  std::string text;
  std::vector<SentenceTrace> sentences;
};

Traced trace_of(const std::string& text) {
  static Vocabulary vocabulary(word_table());
  static const Tagger tagger(tiny_lexicon(), vocabulary);
  const Segmented segmented = Cutter(text).cut();
  const Span all{0, static_cast<std::uint32_t>(text.size())};
  return {text, tagger.trace(text, segmented, analyse(text, segmented, vocabulary), all)};
}

// "vertrouwen: counted succes base [niet: other clause]; ..." for each match of a factor.
std::string shown(const Traced& traced, const FactorId& factor) {
  const Lexicon& lexicon = tiny_lexicon();
  std::string text;
  for (const SentenceTrace& sentence : traced.sentences)
    for (const TracedMatch& it : sentence.matches) {
      const Pattern& pattern = lexicon.patterns[it.pattern];
      if (lexicon.factors[pattern.factor].id != factor) continue;
      text += (text.empty() ? "" : "; ") + pattern.text + ": " + std::string(word(it.fate));
      if (it.fate == Fate::outranked) text += " by " + lexicon.patterns[*it.rival].text;
      if (it.fate == Fate::false_friend) text += " " + lexicon.false_friends[*it.rival].text;
      if (it.fate != Fate::counted) continue;
      text += " " + std::string(to_string(it.valence)) + " " + std::string(word(it.decision));
      for (const TracedCue& cue : it.cues)
        text += " [" + std::string(slice(traced.text, cue.match)) + ": " +
                std::string(word(cue.part)) + "]";
    }
  return text;
}

struct Row {
  std::string text, factor, trace;
};

TEST(Trace, SaysWhichRuleDecided) {
  const Row rows[] = {
      {"Er was vertrouwen.", "vertrouwen", "vertrouwen: counted succes base"},
      {"Er was geen vertrouwen.", "vertrouwen", "vertrouwen: counted faal turned [geen: applied]"},
      {"Er was geen gebrek aan vertrouwen.", "vertrouwen",
       "vertrouwen: counted succes turned twice [geen: applied] [gebrek aan: applied]"},
      {"De wet helpt.", "regels", "wet: counted succes helped [helpt: applied]"},
      {"De wet belemmert ons.", "regels", "wet: counted faal hindered [belemmert: applied]"},
      {"Was er vertrouwen?", "vertrouwen", "vertrouwen: counted neutraal question"},
      {"I: Er was vertrouwen.", "vertrouwen", "vertrouwen: counted neutraal interviewer"},
      {"Dit hoofdstuk gaat over vertrouwen.", "vertrouwen",
       "vertrouwen: counted neutraal described [gaat over: applied]"},
      {"Wat heb je aan vertrouwen?", "vertrouwen",
       "vertrouwen: counted faal rhetorical [Wat heb je aan: applied]"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(shown(trace_of(row.text), row.factor), row.trace) << row.text;
}

TEST(Trace, SaysWhyACueHasNoPart) {
  const Row rows[] = {
      {"Er was vertrouwen, maar wij kwamen niet.", "vertrouwen",
       "vertrouwen: counted succes base [maar: no effect] [niet: other clause]"},
      {"Er was vertrouwen zonder haast.", "vertrouwen",
       "vertrouwen: counted succes base [zonder: other way]"},
      {"Zonder al die lange dagen in dat dorp vertrouwen.", "vertrouwen",
       "vertrouwen: counted succes base [Zonder: too far]"},
      {"Er was wantrouwen en de bus kwam niet.", "vertrouwen",
       "wantrouw*: counted faal base [niet: other clause]"},
      {"Er was wantrouwen, en dat kwam niet goed.", "vertrouwen",
       "wantrouw*: counted faal base [niet: no denial]"},
      {"Er was niet alleen vertrouwen.", "vertrouwen",
       "vertrouwen: counted succes base [niet: overtaken] [niet alleen: no effect]"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(shown(trace_of(row.text), row.factor), row.trace) << row.text;
}

TEST(Trace, SaysWhyAMatchDoesNotCount) {
  const Row rows[] = {
      {"Wij wonnen vertrouwen en vrijheid.", "ruimte", "vrijheid: counted succes base"},
      {"Zij kon vertrouwen winnen.", "vertrouwen",
       "vertrouwen [3] winnen: counted succes base; vertrouwen: outranked by vertrouwen [3] "
       "winnen"},
      {"Er was wantrouwen, maar nu is er vertrouwen.", "vertrouwen",
       "wantrouw*: overruled; vertrouwen: counted succes base [maar: no effect]"},
      {"Wij wilden een ruimte huren.", "ruimte", "ruimte: false friend ruimte [2] huren"},
      {"De vrijheid van de drukpers.", "ruimte",
       "vrijheid: false friend vrijheid van [1] drukpers"},
      {"Er was een regel.", "regels", "regel: unsupported"},
      {"Een houten kei.", "regels", "kei: counted faal base; houten kei: outranked by kei"},
      {"# De wet", "regels", "wet: in heading"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(shown(trace_of(row.text), row.factor), row.trace) << row.text;
}

TEST(Trace, TellsOfThePartThatIsAskedForOnly) {
  static Vocabulary vocabulary(word_table());
  const Tagger tagger(tiny_lexicon(), vocabulary);
  const std::string text = "Er was vertrouwen. Er was geen vertrouwen. De wet was er.";
  const Segmented segmented = Cutter(text).cut();
  const Analysed analysed = analyse(text, segmented, vocabulary);
  const auto traces = tagger.trace(text, segmented, analysed, {20, 25});
  ASSERT_EQ(traces.size(), 1U);
  EXPECT_EQ(slice(text, traces[0].span), "Er was geen vertrouwen.");
  EXPECT_EQ(traces[0].sentence, 1U);
  EXPECT_TRUE(tagger.trace("", {}, {}, {0, 0}).empty());
}

TEST(Trace, LeavesTheCodingsAsTheyWere) {
  static Vocabulary vocabulary(word_table());
  const Tagger tagger(tiny_lexicon(), vocabulary);
  const std::string text = "Er was geen vertrouwen. Er was een regel.";
  const Segmented segmented = Cutter(text).cut();
  const Analysed analysed = analyse(text, segmented, vocabulary);
  const auto before = tagger(text, segmented, analysed);
  tagger.trace(text, segmented, analysed, {0, 10});
  EXPECT_EQ(tagger(text, segmented, analysed), before);
}

TEST(Trace, ComesInOneGoWithTheCodings) {
  const std::string text =
      "Er was geen vertrouwen. Later vertrouwden wij elkaar, maar er was geen overleg.\n\n"
      "Er was vertrouwen en wantrouwen.";
  Vocabulary vocabulary(word_table());
  const Tagger tagger(tiny_lexicon(), vocabulary);
  const Segmented segmented = Cutter(text).cut();
  const Analysed analysed = analyse(text, segmented, vocabulary);
  const Tagger::Traced both = tagger.traced(text, segmented, analysed);
  EXPECT_FALSE(both.codings.empty());
  EXPECT_EQ(both.codings, tagger(text, segmented, analysed));
  const Span all{0, static_cast<std::uint32_t>(text.size())};
  EXPECT_EQ(both.traces, tagger.trace(text, segmented, analysed, all));
}

}  // namespace
}  // namespace pipeline

#include "pipeline/segment/interviewer.h"

#include <gtest/gtest.h>

#include "pipeline/segment/segment.h"

namespace pipeline {
namespace {

// "Pia? Jan" : Pia asks, Jan answers; a name alone is not known to do either.
std::string roles(const std::string& text, const SegmentOptions& options = {}) {
  std::string line;
  for (const Speaker& speaker : Segmenter(options)(text).speakers) {
    line += (line.empty() ? "" : " ") + speaker.name;
    if (speaker.kind == SpeakerKind::interviewer) line += '?';
    if (speaker.kind == SpeakerKind::respondent) line += '.';
  }
  return line;
}

TEST(Interviewer, IsToldByTheQuestionsThatEndTheirTurns) {
  struct Row {
    const char *why, *text, *roles;
  };
  const std::vector<Row> rows{
      {"two who ask and answer",
       "Pia: Hoe ging het?\nJan: Goed, zeg ik altijd.\nPia: En dan?\nJan: Dan ga ik weer door.\n",
       "Pia? Jan."},
      {"a remark beside the question, quotes behind it",
       "Pia: Dank je. Hoe ging het?\nJan: Goed, zeg ik altijd. Heel goed.\nPia: Wat heet "
       "\"goed?\"\n"
       "Jan: Beter dan slecht, in elk geval.\n",
       "Pia? Jan."},
      {"one among three",
       "Pia: Hoe ging het?\nJan: Goed, zeg ik altijd.\nEls: Matig, vind ik.\nPia: Ja.\n"
       "Els: Maar het was nodig.\nPia: Waarom?\nJan: Daarom, zei mijn vader.\nEls: Zo is het.\n",
       "Pia? Jan. Els."},
      {"two who ask together",
       "Pia: Hoe ging het?\nJan: Goed, zeg ik altijd weer.\nBo: En waarom?\nJan: Om de buurt te "
       "helpen.\nPia: En nu?\nJan: Nu wacht ik wat de raad gaat doen.\nBo: Wanneer?\nJan: In "
       "mei.\n",
       "Pia? Jan. Bo?"},
      {"a single question may be anybody's",
       "Pia: Hoe ging het?\nJan: Goed, zeg ik altijd.\nPia: Mooi zo.\nJan: Dat vind ik ook.\n",
       "Pia Jan"},
      {"questions within a turn are for effect",
       "Pia: Hoe ging het?\nJan: Wie had dat gedacht? Ik niet. En toch ging het.\nPia: Waarom?\n"
       "Jan: Wat was het geval? De raad was om.\n",
       "Pia? Jan."},
      {"both ask",
       "Pia: Hoe ging het?\nJan: Hoe bedoel je dat precies?\nPia: En dan?\nJan: Wat zou jij doen?\n"
       "Pia: Ik?\nJan: Ja, zeg het eens, wat had jij gedaan?\n",
       "Pia Jan"},
      {"who asks most speaks most: no interview",
       "Pia: Zal ik zeggen hoe ik het vond, toen wij daar met zijn allen in die zaal zaten?\n"
       "Jan: Ja.\nPia: Wie van ons heeft toen nog gevraagd wat de buurt er zelf van vond, en "
       "wanneer?\n"
       "Jan: Niemand.\n",
       "Pia Jan"},
      {"labels come first",
       "I: Zo gaat dat.\nPiet: Hoe dan?\nI: Zo, zeg ik je.\nPiet: En waarom?\n", "I? Piet."}};
  for (const Row& row : rows) EXPECT_EQ(roles(row.text), row.roles) << row.why;
}

TEST(Interviewer, IsWhomTheStudyListsWhateverTheQuestions) {
  SegmentOptions options;
  options.interviewers = {"Jan"};
  EXPECT_EQ(roles("Pia: Hoe ging het?\nJan: Goed.\nPia: En dan?\nJan: Verder.\n", options),
            "Pia. Jan?");
}

TEST(Interviewer, ComesWithWhatSaysSo) {
  SegmentOptions options;
  options.interviewers = {"Bas Oost"};
  const auto speakers = [&](const std::string& text) { return Segmenter(options)(text).speakers; };
  const auto guessed = speakers(
      "Pia: Ja?\nJan: Goed, zeg ik altijd.\nPia: Zo.\nJan: Ja, ja.\nPia: En?\nJan: Nee.\n");
  ASSERT_EQ(guessed.size(), 2U);
  EXPECT_EQ(guessed[0].basis, KindBasis::questions);
  EXPECT_EQ(guessed[0].turns, 3U);
  EXPECT_EQ(guessed[0].asking, 2U);
  EXPECT_EQ(guessed[1].basis, KindBasis::others);
  EXPECT_EQ(speakers("I: Ja?\nR: Goed.\n")[1].basis, KindBasis::label);
  EXPECT_EQ(speakers("Bas Oost: Ja?\nR: Goed.\n")[0].basis, KindBasis::study);
}

// A turn that was cut because it is long is still one turn.
TEST(Interviewer, CountsALongTurnOnce) {
  SegmentOptions options;
  options.longest_passage = 200;
  std::string answer = "Jan:";
  for (int i = 0; i < 40; ++i) answer += " Wij deden het zo.";
  const Segmented text =
      Segmenter(options)("Pia: Hoe ging het?\n" + answer + "\nPia: En toen?\n" + answer + "\n");
  EXPECT_GT(text.passages.size(), 6U);
  EXPECT_EQ(text.speakers[1].turns, 2U);
  EXPECT_EQ(text.speakers[0].kind, SpeakerKind::interviewer);
}

}  // namespace
}  // namespace pipeline

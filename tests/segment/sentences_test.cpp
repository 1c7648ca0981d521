#include "pipeline/segment/sentences.h"

#include <gtest/gtest.h>

#include <string>

#include "pipeline/segment/tokens.h"

namespace pipeline {
namespace {

// The text with a bar wherever a sentence ends and another begins.
std::string cut(const std::string& text) {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  append_tokens(text, {0, static_cast<std::uint32_t>(text.size())}, tokens);
  append_sentences(text, tokens, 0, sentences);
  std::string shown;
  for (const Sentence& sentence : sentences) {
    if (!shown.empty()) shown += '|';
    shown += slice(text, sentence.span);
  }
  return shown;
}

// Each case with a bar where a sentence is expected to end; without the bar it is the text.
void expect_cuts(const std::vector<std::string>& cases) {
  for (const std::string& expected : cases) {
    std::string text;
    for (const char byte : expected)
      if (byte == '|') {
        text += ' ';
      } else {
        text += byte;
      }
    EXPECT_EQ(cut(text), expected);
  }
}

TEST(Sentences, EndAtFullStopsBeforeACapital) {
  expect_cuts({"", "Het gaat goed.|Het gaat beter.", "Hoe ging dat?|Goed!|Mooi.", "Zonder punt",
               "Eén.|Énorm.", "In 2019.|3 jaar later.", "Goed.|€ 5 is genoeg."});
}

TEST(Sentences, GoOnInLowerCase) {
  expect_cuts({"Stop Aids Now!, waarmee", "\"Komt u?\" vroeg hij.", "Nou... ja dat weet ik niet.",
               "het is afk. van iets", "Nou…|Ja."});
}

TEST(Sentences, BeginWithACliticBeforeACapital) {
  expect_cuts({"Dat was laat.|'s Avonds ging het.", "Zo. 't was mooi."});
}

TEST(Sentences, DoNotEndAtAbbreviationsAndInitials) {
  expect_cuts({"Dhr. De Boer belde mevr. Jansen i.v.m. ziekte.", "Volgens J. Jansen en A.F. Smit.",
               "O.a. Het Parool.", "In art. 5 van nr. 12.", "Hij is prof.dr. Kok.",
               "Het O.L.V.-college van prof. dr. Kok."});
}

TEST(Sentences, EndAtAbbreviationsThatRoundOff) {
  expect_cuts({"Rijst, pasta, enz.|Dat was alles.", "Een man van 80 kg.|Hij schildert.",
               "In de V.S.|Daar was het anders.", "In de V.S. Clinton kwam.",
               "(en de V.S.!).|Overwegend", "Met e.d. en meer."});
}

TEST(Sentences, TakeClosingQuotesAndBracketsWithThem) {
  expect_cuts({"\"Ja.\"|\"Nee,\" zei hij.", "Hij zei: \"Dit is het.\"|Toen ging hij.",
               "(Dat was zo.)|Nu niet.", "Dat was zo (in 2019).|Nu niet.", "Echt \"waar\".|Ja.",
               "\" Eigen volk \", in 1989.|\" Anders \", in 1990.", "Zij zei 'nee.'|Toen niet.",
               "\"Mooi. \"|Dan dit."});
}

TEST(Sentences, BeginWithOpeningQuotesAndBrackets) {
  expect_cuts({"Zo is het.|\"Nu niet.\"", "Zo is het.|(lacht) Nu niet.",
               "Onrechtvaardig.|[onverstaanbaar] daar praat niemand over."});
}

TEST(Sentences, DoNotEndAtListNumbers) {
  expect_cuts({"1. Het doel.|2. De weg.", "a. De zorg.", "IV. Slot"});
}

TEST(Sentences, AreCutWhereAClauseBeginsInUnpunctuatedSpeech) {
  expect_cuts(
      {"ja dus we zijn begonnen met dat plan in de wijk en dat was best wel lastig|want de "
       "gemeente "
       "wilde iets anders dan wij en toen hebben we een paar keer om tafel gezeten|en toen kwam er "
       "een andere wethouder bij zitten en die had er veel meer gevoel voor|maar de verzekeraar "
       "zat "
       "er toen nog niet bij en dat vond ik zelf wel jammer"});
}

TEST(Sentences, AreNotCutShortWhereTheTextIsPunctuated) {
  std::string clauses, words = "Woord";
  for (int i = 0; i < 12; ++i) clauses += "want wij gaan samen naar het dorp en toen weer terug, ";
  for (int i = 0; i < 59; ++i) words += i % 10 == 0 ? " maar wij" : " woord";
  expect_cuts({clauses + "tot morgen.", words.substr(0, words.size() - 40)});
}

TEST(Sentences, AreCutSomewhereWhereNoClauseShowsItself) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "stoel ";
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  append_tokens(text, {0, static_cast<std::uint32_t>(text.size())}, tokens);
  append_sentences(text, tokens, 0, sentences);
  for (const Sentence& sentence : sentences)
    EXPECT_LE(sentence.end_token - sentence.first_token, 75U);
}

TEST(Sentences, EndAtTheFullStopsOfOtherScripts) {
  expect_cuts({"これは。|あれは。"});
}

}  // namespace
}  // namespace pipeline

#include "pipeline/segment/remarks.h"

#include <gtest/gtest.h>

#include <string>

#include "pipeline/segment/segment.h"

namespace pipeline {
namespace {

TEST(Remarks, AreToldFromWordsInBrackets) {
  for (const std::string_view remark : {"(lacht)",
                                        "[gelach]",
                                        "<lacht>",
                                        "*zucht*",
                                        "((lachen))",
                                        "(Fenna lacht hard)",
                                        "(beiden lachen)",
                                        "(..)",
                                        "(...)",
                                        "(…)",
                                        "(.)",
                                        "(-)",
                                        "(?)",
                                        "(3 sec)",
                                        "[3 seconden stilte]",
                                        "(2,5)",
                                        "(4s)",
                                        "(12 seconds pause)",
                                        "(stilte)",
                                        "(korte pauze)",
                                        "(onverstaanbaar)",
                                        "[onverstaanbaar 00:12:03]",
                                        "(niet te verstaan)",
                                        "(door elkaar)",
                                        "(praten door elkaar)",
                                        "(telefoon rinkelt)",
                                        "(00:12:03)",
                                        "(I: ja)",
                                        "[R2: hm hm]",
                                        "//S00: ja ja//",
                                        "// I: ja //"})
    EXPECT_EQ(remark_at(remark, 0), remark.size()) << remark;
  for (const std::string_view words : {"(gemeente)",
                                       "(met elkaar)",
                                       "(de stilte na de fusie)",
                                       "(10:30)",
                                       "(3)",
                                       "(2026)",
                                       "(zie bijlage 2)",
                                       "(I: dat was toen een heel gedoe)",
                                       "(Jan: ja)",
                                       "[NAAM-1]",
                                       "(",
                                       "()",
                                       "(lacht",
                                       "(la\ncht)",
                                       "*",
                                       "//",
                                       "lacht",
                                       "(ja)",
                                       "(een woord)",
                                       "(in de opname)"})
    EXPECT_EQ(remark_at(words, 0), std::nullopt) << words;
}

TEST(Remarks, KnowHesitations) {
  for (const std::string_view word : {"eh", "Eh", "ehh", "ehm", "uh", "uhm", "uhmm", "euh", "hm",
                                      "hmm", "mm", "mmm", "mhm", "UH"})
    EXPECT_TRUE(is_hesitation(word)) << word;
  for (const std::string_view word : {"e", "u", "he", "hè", "heu", "me", "em", "hem", "um", "hum",
                                      "eten", "ehbo", "oh", "tja", "m"})
    EXPECT_FALSE(is_hesitation(word)) << word;
}

// The forms that are words, in order.
std::string words_of(std::string_view text) {
  const Segmented segmented = Segmenter()(text);
  std::string words;
  for (const Token& token : segmented.tokens)
    if (token.is_word()) words += (words.empty() ? "" : " ") + std::string(slice(text, token.span));
  return words;
}

TEST(Remarks, AreNoWordsOfATurn) {
  EXPECT_EQ(
      words_of("I: Hoe, eh, ging dat? (lacht)\nR: Wij [3 sec] waren uhm (I: ja) klein (zie 2)."),
      "Hoe ging dat Wij waren klein zie 2");
  EXPECT_EQ(words_of("I: En?\nR: Zo'n 5 mm (onverstaanbaar 00:12:03) dik."), "En Zo'n 5 mm dik");
}

TEST(Remarks, AreWordsWhereNobodySpeaks) {
  EXPECT_EQ(words_of("Hij zei eh. (lacht)"), "Hij zei eh lacht");
}

TEST(Remarks, BeginASentenceOfTheirOwnBehindAFullStop) {
  const std::string text = "I: En?\nR: Goed. (lacht) dat dacht ik. Ja (lacht) hoor.";
  const Segmented segmented = Segmenter()(text);
  std::string sentences;
  for (const Sentence& sentence : segmented.sentences)
    sentences += std::string(slice(text, sentence.span)) + '|';
  EXPECT_EQ(sentences, "En?|Goed.|(lacht) dat dacht ik.|Ja (lacht) hoor.|");
}

TEST(Remarks, AreNumbersOfNotesWhereverTheyStand) {
  for (const std::string_view mark : {"[1]", "[12]", "[103]"})
    EXPECT_EQ(note_number_at(mark, 0), mark.size()) << mark;
  for (const std::string_view other : {"[2026]", "[]", "[1", "[a]", "[1, 2]", "(1)", "1]", ""})
    EXPECT_FALSE(note_number_at(other, 0)) << other;
  const Segmented segmented = Segmenter()("Er was geen gedeelde[1] visie.");
  ASSERT_EQ(segmented.tokens.size(), 7U);
  EXPECT_EQ(segmented.tokens[4].kind, TokenKind::remark);
  EXPECT_EQ(segmented.tokens[5].kind, TokenKind::word);
}

}  // namespace
}  // namespace pipeline

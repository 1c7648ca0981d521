// WebVTT and SRT: what becomes a caption, and the two kinds told apart.
#include <gtest/gtest.h>

#include "pipeline/read/cue.h"
#include "pipeline/read/read.h"

namespace pipeline {
namespace {

// "speaker|start-end|words" a line; "?" for no speaker, nothing for no times.
std::string captions_of(const Result<Document>& document) {
  if (!document) return to_string(document.error());
  std::string all;
  std::uint32_t end = 0;
  for (const Caption& caption : document->captions) {
    EXPECT_GE(caption.span.begin, end);
    end = caption.span.end;
    all += caption.speaker.value_or("?") + '|';
    if (caption.start_ms)
      all += std::to_string(*caption.start_ms) + '-' + std::to_string(*caption.end_ms);
    all += '|' + std::string(slice(document->source, caption.span)) + '\n';
  }
  return all;
}
std::string vtt(const std::string& cues) {
  return captions_of(read_bytes("WEBVTT\n\n" + cues, "a.vtt"));
}
std::string srt(const std::string& cues) {
  return captions_of(read_bytes(cues, "a.srt"));
}

TEST(Captions, ReadEachFormOfTime) {
  const std::vector<std::pair<std::string, std::optional<CueTimes>>> rows{
      {"00:00:01.200 --> 00:00:05.250", CueTimes{1200, 5250}},
      {"01:02.5 --> 1:00:00.000 align:start line:0%", CueTimes{62500, 3600000}},
      {" 00:00:01,200  -->  00:00:05,250 X1:40", CueTimes{1200, 5250}},
      {"00:00:01 --> 00:00:02", CueTimes{1000, 2000}},
      {"00:00:09.000 --> 00:00:02.000", CueTimes{9000, 9000}},
      {"00:00:61.000 --> 00:01:02.000", std::nullopt},
      {"1 --> 2", std::nullopt},
      {"00:00:01 --> 0:0:0:2", std::nullopt},
      {"00:00:01 --> 9:9:9:9:9:9:9:9:9:9:9:9:9:9:9:9", std::nullopt},
      {"00:00:01.000 -> 00:00:02.000", std::nullopt},
      {"00:00:01.000 --> 00:00:02.000x", std::nullopt}};
  for (const auto& [line, times] : rows) EXPECT_EQ(times_of(line), times) << line;
}

TEST(WebVtt, TakesSpeakersAndWords) {
  EXPECT_EQ(vtt("a1/15-0\n00:01.000 --> 00:02.000 align:start\n<v Marieke de Vries>Goedemorgen, "
                "fijn\ndat u <b>er</b> bent.</v>\n\n00:02.000 --> 00:03.000\nJan: ja, hoor\n"),
            "Marieke de Vries|1000-2000|Goedemorgen, fijn dat u er bent.\n"
            "?|2000-3000|Jan: ja, hoor\n");
}

TEST(WebVtt, SplitsACueWhereTheSpeakerChanges) {
  EXPECT_EQ(vtt("00:01.000 --> 00:02.000\n<v.luid Ans &amp; Bo>Ja.</v> <v Cor>Nee\nhoor"),
            "Ans & Bo|1000-2000|Ja.\nCor|1000-2000|Nee hoor\n");
}

TEST(WebVtt, DropsMarksButNoWords) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"<00:00:17.500><c.geel>een</c> <i>twee</i> <lang nl>drie</lang>", "een twee drie"},
      {"5 < 6 &amp; 7 &gt; 6 &euml;&nbsp;x", "5 < 6 & 7 > 6 ë\u00A0x"},
      {"<lacht> ja", "<lacht> ja"},
      {"[SPEAKER_00]: ja", "ja"},
      {"x <v", "x <v"},
      {"&#xFEFFEFFF;&#xD800; &#235;", "\uFFFD\uFFFD ë"},
      {"\uFEFFx\uFEFFy", "xy"},
      {"{\\an8}boven {echt}", "boven {echt}"}};
  for (const auto& [line, words] : rows) {
    const auto document = read_bytes("WEBVTT\n\n00:01.000 --> 00:02.000\n" + line, "a.vtt");
    ASSERT_TRUE(document) << line;
    EXPECT_EQ(document->source, words) << line;
  }
  EXPECT_EQ(vtt("00:01.000 --> 00:02.000\n[SPEAKER_00]: ja"), "SPEAKER_00|1000-2000|ja\n");
}

TEST(WebVtt, SkipsNotesStylesAndRegions) {
  EXPECT_EQ(vtt("NOTE Confidence: 0.9\n\nSTYLE\n::cue { }\n\nREGION\nid:a\n\nNOTE\nniets\n\n"
                "00:01.000 --> 00:02.000\nNOTE dit wel\n"),
            "?|1000-2000|NOTE dit wel\n");
}

TEST(WebVtt, TellsRolledUpLinesOnce) {
  EXPECT_EQ(captions_of(read_bytes("WEBVTT\nKind: captions\nLanguage: nl\n\n"
                                   "00:01.000 --> 00:02.000\neen\n\n00:02.000 --> 00:03.000\neen\n"
                                   "<c>twee</c>\n\n00:03.000 --> 00:04.000\ntwee\nja\n\n"
                                   "00:04.000 --> 00:05.000\nja\nja",
                                   "a.vtt")),
            "?|1000-2000|een\n?|2000-3000|twee\n?|3000-4000|ja\n");
}

// As YouTube's own captions come: lines of one space, inner times, each line twice.
constexpr const char* rolling =
    "00:00:00.160 --> 00:00:02.389 align:start position:0%\n \nwij<00:00:00.400><c> zijn</c>"
    "<00:00:00.560><c> in</c>\n\n00:00:02.389 --> 00:00:02.399 align:start\nwij zijn in\n \n\n"
    "00:00:02.399 --> 00:00:04.630\nwij zijn in\nmaart<00:00:02.560><c> begonnen</c>\n\n"
    "00:00:04.630 --> 00:00:04.640\nmaart begonnen\n \n\n"
    "00:00:04.640 --> 00:00:06.000\nmaart begonnen\nen<00:00:04.800><c> dat</c>\n";

TEST(WebVtt, TellsEachWordOfRollingCaptionsOnce) {
  const std::string once =
      "?|160-2389|wij zijn in\n?|2399-4630|maart begonnen\n?|4640-6000|en dat\n";
  const auto with_header =
      read_bytes(std::string("WEBVTT\nKind: captions\nLanguage: nl\n\n") + rolling, "a.vtt");
  EXPECT_EQ(captions_of(with_header), once);
  EXPECT_TRUE(with_header->warnings.empty());
  EXPECT_EQ(vtt(rolling), once);  // and where another program took the header away
}

TEST(Captions, TellRollingLinesOnceInSrt) {
  EXPECT_EQ(srt("1\n00:00:01,000 --> 00:00:02,000\nwij zijn\n\n"
                "2\n00:00:02,000 --> 00:00:03,000\nwij zijn\nbegonnen\n\n"
                "3\n00:00:03,000 --> 00:00:04,000\nbegonnen\nmet koffie\n"),
            "?|1000-2000|wij zijn\n?|2000-3000|begonnen\n?|3000-4000|met koffie\n");
}

TEST(Captions, KeepWhatIsOnlySaidAgain) {
  EXPECT_EQ(srt("00:00:01,000 --> 00:00:02,000\nDat is het dan.\n\n"
                "00:00:02,000 --> 00:00:03,000\nDat is het dan.\n\n"
                "00:00:03,000 --> 00:00:04,000\nDat is het dan.\n"),
            "?|1000-2000|Dat is het dan.\n?|2000-3000|Dat is het dan.\n"
            "?|3000-4000|Dat is het dan.\n");
}

TEST(WebVtt, TakesALineOfSpacesForAnEndWhereACueFollows) {
  EXPECT_EQ(vtt("00:01.000 --> 00:02.000\neen\n \n2\n00:02.000 --> 00:03.000\ntwee\n"),
            "?|1000-2000|een\n?|2000-3000|twee\n");
}

TEST(WebVtt, GivesNobodyACueThatNamesNobody) {
  EXPECT_EQ(
      vtt("0c1f7a52-9d3b-4f1e-8a77-5d1b20c9e001/7-0\n00:03.000 --> 00:06.000\n"
          "<v Fenna Kuiper>Wij begonnen\nmet koffie en</v>\n\n"
          "0c1f7a52-9d3b-4f1e-8a77-5d1b20c9e001/7-1\n00:06.000 --> 00:09.000\n"
          "<v Fenna Kuiper>dat liep storm.</v>\n\n"
          "0c1f7a52-9d3b-4f1e-8a77-5d1b20c9e001/9-0\n00:09.000 --> 00:11.000\nWie kwamen er?"),
      "Fenna Kuiper|3000-6000|Wij begonnen met koffie en\n"
      "Fenna Kuiper|6000-9000|dat liep storm.\n?|9000-11000|Wie kwamen er?\n");
}

TEST(WebVtt, KeepsTheWordsOfABrokenCueAndSaysWhere) {
  const auto document = read_bytes(
      "WEBVTT\n\n00:01.000 --> straks\nwel\n\nlos\n\n00:01.000 --> 00:02.000\ngoed", "a.vtt");
  EXPECT_EQ(captions_of(document), "?||wel\n?||los\n?|1000-2000|goed\n");
  ASSERT_EQ(document->warnings.size(), 2U);
  EXPECT_TRUE(document->warnings[0].starts_with("regel 3: "));
  EXPECT_TRUE(document->warnings[1].starts_with("regel 6: "));
}

TEST(WebVtt, TellsOfManyMistakesOnlyTheFirst) {
  std::string text = "WEBVTT\n\n";
  for (int i = 0; i < 30; ++i) text += "x --> y\nja " + std::to_string(i) + "\n\n";
  const auto document = read_bytes(text, "a.vtt");
  ASSERT_TRUE(document);
  ASSERT_EQ(document->warnings.size(), 11U);
  EXPECT_EQ(document->warnings.back(), "en nog 20 zulke regels");
}

TEST(Srt, ReadsCuesWithAndWithoutCounterAndBlankLine) {
  EXPECT_EQ(srt("1\n00:00:01,200 --> 00:00:05,200\neen\n\ntwee\n\n2\n"
                "00:00:05,600 --> 00:00:08,000 X1:100 X2:200\n{\\an8}<i>drie</i>\n"
                "00:00:09.000 --> 00:00:10.000\n1984\n\n4\n00:00:11,000 --> 00:00:12,000\n\n"),
            "?|1200-5200|een twee\n?|5600-8000|drie\n?|9000-10000|1984\n");
}

TEST(Srt, PartsDialogue) {
  EXPECT_EQ(srt("1\n00:00:01,000 --> 00:00:02,000\n- Goedemorgen.\n- <i>Dag</i>,\nkom binnen.\n\n"
                "2\n00:00:02,000 --> 00:00:03,000\nhet was\n- zei ze - niets\n"
                "3\n00:00:03,000 --> 00:00:04,000\n-5 graden\n"),
            "?|1000-2000|Goedemorgen.\n?|1000-2000|Dag, kom binnen.\n"
            "?|2000-3000|het was - zei ze - niets\n?|3000-4000|-5 graden\n");
}

TEST(Srt, ReadsWebVttUnderItsNameAndSaysSo) {
  const auto document = read_bytes("WEBVTT\n\n00:01.000 --> 00:02.000\nja", "a.srt");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->source, "ja");
  EXPECT_NE(document->warnings.at(0).find("WebVTT"), std::string::npos);
}

TEST(Captions, AreRefusedWhereThereAreNone) {
  EXPECT_NE(vtt("zomaar tekst").find("geen ondertitel"), std::string::npos);
  EXPECT_NE(srt("zomaar tekst").find("geen ondertitel"), std::string::npos);
  EXPECT_NE(srt("1\n00:00:01,000 --> 00:00:02,000\n\n").find("geen tekst"), std::string::npos);
}

}  // namespace
}  // namespace pipeline

// Transcripts that are no captions: the JSON of speech recognisers, oTranscribe, ELAN,
// TEI and FoLiA; and what recognisers say over and over.
#include <gtest/gtest.h>

#include "pipeline/read/read.h"

namespace pipeline {
namespace {

// "speaker|start-end|words" a line; "?" for no speaker, nothing for no time.
std::string captions_of(const Result<Document>& document) {
  if (!document) return to_string(document.error());
  std::string all;
  const auto shown = [](const auto& time) { return time ? std::to_string(*time) : std::string(); };
  for (const Caption& caption : document->captions)
    all += caption.speaker.value_or("?") + '|' + shown(caption.start_ms) + '-' +
           shown(caption.end_ms) + '|' + std::string(slice(document->source, caption.span)) + '\n';
  return all;
}
std::string json(const std::string& bytes) {
  return captions_of(read_bytes(bytes, "a.json"));
}

TEST(Whisper, GivesALineASegment) {
  EXPECT_EQ(json(R"({"text":" Ja.","segments":[{"id":0,"start":1.2,"end":5.25,"text":" Goede\ndag.",
                     "tokens":[1]},{"start":5.25,"end":5.25,"text":""},{"start":9,"end":2,"text":"Ja"},
                     {"text":"zonder tijd"}],"language":"nl"})"),
            "?|1200-5250|Goede dag.\n?|9000-9000|Ja\n?|-|zonder tijd\n");
}

TEST(Whisper, TellsWhatItMayHaveMadeUp) {
  struct Row {
    std::string measures;
    bool is_told;
  };
  const std::vector<Row> rows{
      {R"("no_speech_prob":0.9,"avg_logprob":-0.2,"compression_ratio":1.4)", false},
      {R"("no_speech_prob":0.1,"avg_logprob":-1.4,"compression_ratio":1.4)", false},
      {R"("no_speech_prob":0.9,"avg_logprob":-1.4,"compression_ratio":1.4)", true},
      {R"("no_speech_prob":0.1,"avg_logprob":-0.2,"compression_ratio":2.5)", true}};
  for (const auto& [measures, is_told] : rows) {
    const auto document =
        read_bytes(R"({"segments":[{"text":"Goed."},{"text":"Ja.",)" + measures + "}]}", "a.json");
    ASSERT_TRUE(document) << measures;
    ASSERT_EQ(document->warnings.size(), is_told ? 1U : 0U) << measures;
    if (is_told) {
      EXPECT_NE(document->warnings[0].find("op regel 2"), std::string::npos);
    }
  }
}

TEST(Whisper, GivesALineARowOfItsTable) {
  const auto document = read_bytes(
      "start\tend\ttext\n1200\t5200\tWij begonnen klein.\n5600\t5600\t\n\n"
      "straks\tnu\tJa.\n6000\t7000\tMet\ttab.\n",
      "a.tsv");
  EXPECT_EQ(captions_of(document),
            "?|1200-5200|Wij begonnen klein.\n?|-|straks nu Ja.\n?|6000-7000|Met tab.\n");
  ASSERT_EQ(document->warnings.size(), 1U);
  EXPECT_TRUE(document->warnings[0].starts_with("regel 5: geen geldige tijden"));
  EXPECT_NE(captions_of(read_bytes("naam\trol\nBo\tlid\n", "a.tsv")).find("Whisper"),
            std::string::npos);
}

TEST(WhisperX, PartsASegmentWhereTheSpeakerOfItsWordsChanges) {
  EXPECT_EQ(
      json(R"({"segments":[{"start":1,"end":9,"text":" Hoe? Na 1 juni. En?","speaker":"S0","words":[
                     {"word":"Hoe?","start":1,"end":2,"speaker":"S0"},{"word":"Na","start":3,"end":4,
                     "speaker":"S1"},{"word":"1"},{"word":"juni.","start":5,"end":6},
                     {"word":"En?","start":7,"end":8,"speaker":"S0"}]}]})"),
      "S0|1000-2000|Hoe?\nS1|3000-6000|Na 1 juni.\nS0|7000-9000|En?\n");
}

TEST(WhisperX, GivesAWordWithoutSpeakerToItsSentence) {
  EXPECT_EQ(json(R"({"segments":[{"start":1,"end":9,"text":"Ja. 3 dan. 4","words":[
                     {"word":"Ja.","start":1,"end":2,"speaker":"S0"},{"word":"3"},
                     {"word":"dan.","start":5,"end":6,"speaker":"S1"},{"word":"4"}]}]})"),
            "S0|1000-2000|Ja.\nS1|2000-9000|3 dan. 4\n");
}

TEST(WhisperX, KeepsASegmentWhoseWordsNameNobody) {
  EXPECT_EQ(json(R"({"segments":[{"start":1,"end":2,"text":" Ja, 1.","speaker":"S0",
                     "words":[{"word":"Ja,","start":1,"end":2},{"word":"1."}]},
                     {"start":2,"end":3,"text":" Nee.","words":[{"word":"Nee."}]}]})"),
            "S0|1000-2000|Ja, 1.\n?|2000-3000|Nee.\n");
}

TEST(WhisperCpp, HasOffsetsInMilliseconds) {
  EXPECT_EQ(json(R"({"transcription":[{"offsets":{"from":250,"to":900},"text":" Ja."}]})"),
            "?|250-900|Ja.\n");
}

TEST(Amberscript, NamesItsSpeakersInAList) {
  EXPECT_EQ(json(R"({"speakers":[{"spkid":"spk1","name":"Bo Kok"}],"segments":[
                     {"speaker":"spk1","words":[{"text":"Ja,","start":1.5,"end":2},
                     {"text":"hoor.","start":2,"end":2.5}]},
                     {"speaker":"spk2","words":[{"text":"Nee."}]},{"words":[]}]})"),
            "Bo Kok|1500-2500|Ja, hoor.\nspk2|-|Nee.\n");
}

TEST(TranscriptJson, WithstandsMembersOfOtherKinds) {
  EXPECT_EQ(json(R"({"segments":[{"text":"Ja.","start":"1","end":null,"speaker":7,"words":{"a":3}},
                     {"text":"Zo.","start":-4,"end":1e300},{"text":5},"los",null]})"),
            "?|-|Ja.\n?|0-1000000000000|Zo.\n");
}

TEST(TranscriptJson, SaysWhyItIsRefused) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {R"({"naam":"Bo"})", "geen transcript"},
      {R"([1,2])", "geen transcript"},
      {R"({"segments":[{"naam":1}]})", "Whisper, WhisperX en Amberscript"},
      {R"({"segments":[{"text":"Ja.")", "afgebroken"},
      {R"({"segments":[]})", "geen tekst"},
      {std::string(2000, '[') + std::string(2000, ']'), "genest"}};
  for (const auto& [bytes, said] : rows)
    EXPECT_NE(json(bytes).find(said), std::string::npos) << bytes.substr(0, 40) << json(bytes);
}

TEST(OTranscribe, WritesItsTimesAsMarks) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {R"(<p><span class=\"timestamp\" data-timestamp=\"72.5\">1:12</span>&nbsp;<b>I:</b> Ja?</p>)",
       "[00:01:12.500] I: Ja?"},
      {R"(<span data-timestamp=\"3600\">1:00:00</span>R: Nee.<br />R: Toch.)",
       "[01:00:00] R: Nee.\nR: Toch."},
      {R"(<p>I: Ja &amp; <i>hoe</i>?</p><p>R: Zo.</p>)", "I: Ja & hoe?\n\nR: Zo."},
      {R"(<p><span data-timestamp=\"straks\">0:12</span> Ja.</p>)", "0:12 Ja."}};
  for (const auto& [html, text] : rows) {
    const auto document = read_bytes("{\"text\":\"" + html + R"(","media":"a.mp3"})", "a.otr");
    ASSERT_TRUE(document) << html;
    EXPECT_EQ(document->source, text) << html;
    EXPECT_TRUE(document->captions.empty());
  }
}

TEST(NoScribe, TakesSpeakersAndTimesFromItsAnchors) {
  const auto document = read_bytes(
      "<html><head><title>x</title></head><body><p>huiskamer</p>"
      "<p>Transcribed with noScribe<br/>Audio: h.m4a</p>"
      "<p><a name=\"ts_3000_5200_S00\">Interviewer: <span>[00:00:03]</span> Hoe ging\n dat?</a></p>"
      "<p><a name=\"ts_5200_9000_S01\">S01: Wij begonnen</a><a name=\"ts_9000_12000_S01\"> met "
      "koffie: klein.</a></p><p><a name=\"ts_14000_16000_S00\">En toen?</a></p></body></html>",
      "a.html");
  EXPECT_EQ(captions_of(document),
            "Interviewer|3000-5200|Hoe ging dat?\nS01|5200-9000|Wij begonnen\n"
            "S01|9000-12000|met koffie: klein.\nInterviewer|14000-16000|En toen?\n");
  EXPECT_TRUE(document->source.starts_with(
      "huiskamer\nTranscribed with noScribe\nAudio: h.m4a\nHoe ging dat?\n"));
}

TEST(NoScribe, IsAPageLikeAnyWhereItsAnchorsSayNothing) {
  const auto document = read_bytes(
      "<html><body><main><p><a name=\"ts_straks_S00\">S00: Ja.</a></p></main></body></html>",
      "a.html");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->source, "S00: Ja.");
  EXPECT_TRUE(document->captions.empty());
}

TEST(OTranscribe, SaysWhyItIsRefused) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {R"({"media":"a.mp3"})", "de tekst ontbreekt"},
      {R"([])", "de tekst ontbreekt"},
      {R"({"text":"<p>)", "afgebroken"},
      {R"({"text":"<p></p>"})", "geen tekst"}};
  for (const auto& [bytes, said] : rows) {
    const std::string message = captions_of(read_bytes(bytes, "a.otr"));
    EXPECT_NE(message.find(said), std::string::npos) << bytes << ": " << message;
  }
}

std::string eaf(const std::string& tiers) {
  return captions_of(read_bytes(
      "<?xml version=\"1.0\"?><ANNOTATION_DOCUMENT><TIME_ORDER>"
      "<TIME_SLOT TIME_SLOT_ID=\"ts1\" TIME_VALUE=\"100\"/><TIME_SLOT TIME_SLOT_ID=\"ts2\" "
      "TIME_VALUE=\"900\"/><TIME_SLOT TIME_SLOT_ID=\"ts3\"/></TIME_ORDER>" +
          tiers + "</ANNOTATION_DOCUMENT>",
      "a.eaf"));
}
std::string annotation(const std::string& from, const std::string& to, const std::string& words) {
  return "<ANNOTATION><ALIGNABLE_ANNOTATION TIME_SLOT_REF1=\"" + from + "\" TIME_SLOT_REF2=\"" +
         to + "\"><ANNOTATION_VALUE>" + words +
         "</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>";
}

TEST(Elan, OrdersTheTiersOfSpeakersByTime) {
  EXPECT_EQ(eaf("<TIER TIER_ID=\"R\" PARTICIPANT=\"Bo Kok\">" +
                annotation("ts2", "ts3", "Ja &amp;\nnee.") + "</TIER><TIER TIER_ID=\"I\">" +
                annotation("ts1", "ts2", "Hoe?") + annotation("ts3", "ts2", "Zo?") +
                annotation("ts2", "ts2", "") + "</TIER>"),
            "I|100-900|Hoe?\nI|-900|Zo?\nBo Kok|900-|Ja & nee.\n");
}

TEST(Elan, LeavesOutWhatHangsOnAnotherTier) {
  EXPECT_EQ(eaf("<TIER TIER_ID=\"R\">" + annotation("ts1", "ts2", "Ja.") +
                "</TIER><TIER TIER_ID=\"G\" PARENT_REF=\"R\"><ANNOTATION><REF_ANNOTATION "
                "ANNOTATION_REF=\"a1\"><ANNOTATION_VALUE>instemming</ANNOTATION_VALUE>"
                "</REF_ANNOTATION></ANNOTATION></TIER>"),
            "R|100-900|Ja.\n");
}

TEST(Elan, SaysWhyItIsRefused) {
  EXPECT_NE(captions_of(read_bytes("<TEI/>", "a.eaf")).find("geen ELAN"), std::string::npos);
  EXPECT_NE(captions_of(read_bytes("<ANNOTATION_DOC", "a.eaf")).find("beschadigd"),
            std::string::npos);
  EXPECT_NE(eaf("").find("geen tekst"), std::string::npos);
}

std::string xml(const std::string& bytes) {
  return captions_of(read_bytes(bytes, "a.xml"));
}

TEST(Tei, TakesUtterancesWithoutNoisesAndNotes) {
  EXPECT_EQ(xml("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><u>kop</u></teiHeader><text>"
                "<note type=\"speaker\">De voorzitter:</note><u who=\"#Bo\"><seg>Ja,\n dat</seg>"
                "<seg>is <gap/>zo.<note>Applaus</note></seg></u><vocal><desc>hoest</desc></vocal>"
                "<u>Nee.</u></text></TEI>"),
            "Bo|-|Ja, dat is zo.\n?|-|Nee.\n");
}

TEST(Tei, TakesWhatIsSaidOnAStage) {
  EXPECT_EQ(xml("<TEI><sp who=\"#bo\"><speaker>Bo.</speaker><stage>op</stage><l>Een</l><l>twee</l>"
                "</sp><sp who=\"#cor\"><p>Drie</p></sp></TEI>"),
            "Bo.|-|Een twee\ncor|-|Drie\n");
}

TEST(Folia, TakesWordsAndTimesOfUtterances) {
  EXPECT_EQ(
      xml("<FoLiA><metadata/><speech><event speaker=\"Bo\"><utt begintime=\"00:00:01.500\" "
          "endtime=\"00:00:02.000\"><w space=\"no\"><t>Ja</t></w><w><t>.</t>"
          "<t class=\"original\">;</t></w></utt></event><utt speaker=\"Cor\"><t>Nee.</t></utt>"
          "</speech></FoLiA>"),
      "Bo|1500-2000|Ja.\nCor|-|Nee.\n");
}

TEST(Folia, HasNoCaptionsWhereNobodySpeaks) {
  const auto document = read_bytes("<FoLiA><text><s><w><t>Ja</t></w></s></text></FoLiA>", "a.xml");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->source, "Ja");
  EXPECT_TRUE(document->captions.empty());
}

TEST(SpeechXml, ResolvesNoEntityAndRefusesOtherXml) {
  EXPECT_NE(xml("<boek><p>Ja.</p></boek>").find("zonder spraak"), std::string::npos);
  EXPECT_NE(xml("<TEI><p>Ja.</p></TEI>").find("zonder spraak"), std::string::npos);
  EXPECT_EQ(xml("<!DOCTYPE TEI [<!ENTITY x SYSTEM \"/etc/hostname\">]><TEI><u>&x;</u></TEI>"),
            "?|-|&x;\n");
}

TEST(Repeats, AreTold) {
  struct Row {
    std::string words;
    int times;
    bool is_told;
  };
  const std::vector<Row> rows{{"Dat is het dan.", 3, true},
                              {"Dat is het dan.", 2, false},
                              {"Ja.", 7, false},
                              {"Ja.", 8, true},
                              {"TV GELDERLAND 2021", 1, true}};
  for (const auto& [words, times, is_told] : rows) {
    std::string segments = R"({"text":"Goed."})";
    for (int i = 0; i < times; ++i) segments += R"(,{"text":")" + words + "\"}";
    const auto document = read_bytes("{\"segments\":[" + segments + "]}", "a.json");
    ASSERT_TRUE(document) << words;
    ASSERT_EQ(document->warnings.size(), is_told ? 1U : 0U) << words << times;
    if (is_told) {
      EXPECT_NE(document->warnings[0].find("op regel 2"), std::string::npos);
    }
  }
}

}  // namespace
}  // namespace pipeline

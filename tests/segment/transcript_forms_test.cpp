// The forms in which transcripts name speakers and times. A row a flavour; made-up talk.
#include <gtest/gtest.h>

#include <string>

#include "pipeline/segment/marked_line.h"
#include "pipeline/segment/segment.h"

namespace pipeline {
namespace {

// "speaker start-end: words" a turn; what nobody says begins with "-".
std::string turns_of(const std::string& text) {
  const Segmented segmented = Segmenter()(text);
  std::string all;
  for (const Passage& passage : segmented.passages) {
    all += passage.speaker ? segmented.speakers[*passage.speaker].name : "-";
    if (passage.start_ms) all += ' ' + std::to_string(*passage.start_ms);
    if (passage.end_ms) all += '-' + std::to_string(*passage.end_ms);
    all += ": " + std::string(slice(text, passage.span)) + '\n';
  }
  return all;
}

struct Form {
  std::string flavour, text, turns;
};

void expect_each(const std::vector<Form>& forms) {
  for (const auto& [flavour, text, turns] : forms) EXPECT_EQ(turns_of(text), turns) << flavour;
}

TEST(TranscriptForms, OfMeetingPrograms) {
  expect_each(
      {{"Teams, as Word",
        "Overleg huiskamer\n12 maart\n\nFenna Kuiper started transcription\n\n"
        "Fenna Kuiper   0:03\nWij begonnen klein.\nDat liep storm.\n\n"
        "Ties Bos   0:11\nWie kwamen er?\n\nFenna Kuiper   1:02:14\nBuren.\n\n"
        "Ties Bos stopped transcription",
        "-: Overleg huiskamer\n-: 12 maart\n-: Fenna Kuiper started transcription\n"
        "Fenna Kuiper 3000: Wij begonnen klein.\nDat liep storm.\nTies Bos 11000: Wie kwamen er?\n"
        "Fenna Kuiper 3734000: Buren.\n-: Ties Bos stopped transcription\n"},
       {"Zoom, name in brackets",
        "[Fenna Kuiper] 00:00:03\nWij begonnen klein.\n\n[Ties Bos] 00:00:11\nWie kwamen er?\n\n"
        "[Fenna Kuiper] 00:00:14\nBuren.",
        "Fenna Kuiper 3000: Wij begonnen klein.\nTies Bos 11000: Wie kwamen er?\n"
        "Fenna Kuiper 14000: Buren.\n"},
       {"Zoom, time and name",
        "00:00:03 Fenna Kuiper: Wij begonnen klein.\n00:00:11 Ties Bos: Wie kwamen er?\n"
        "00:00:14 Fenna Kuiper: Buren.",
        "Fenna Kuiper 3000: Wij begonnen klein.\nTies Bos 11000: Wie kwamen er?\n"
        "Fenna Kuiper 14000: Buren.\n"},
       {"Zoom, chat",
        "09:31:05 From Fenna Kuiper to Everyone: Wij begonnen klein.\n"
        "09:31:11 From Ties Bos to Everyone: Wie kwamen er?\n"
        "09:31:14 Van Fenna Kuiper aan iedereen: Buren.",
        "Fenna Kuiper 34265000: Wij begonnen klein.\nTies Bos 34271000: Wie kwamen er?\n"
        "Fenna Kuiper 34274000: Buren.\n"},
       {"time above, name below it",
        "00:00:03 Fenna Kuiper\nWij begonnen klein.\n\n00:00:11 Ties Bos\nWie kwamen er?\n\n"
        "[00:14] Fenna Kuiper\nBuren.",
        "Fenna Kuiper 3000: Wij begonnen klein.\nTies Bos 11000: Wie kwamen er?\n"
        "Fenna Kuiper 14000: Buren.\n"}});
}

TEST(TranscriptForms, OfRecognisersAndTranscribers) {
  expect_each({{"Amberscript",
                "00:00:03\nSpeaker 1: Wij begonnen klein.\n\n00:00:11\nSpeaker 2: Wie kwamen er?",
                "Speaker 1 3000: Wij begonnen klein.\nSpeaker 2 11000: Wie kwamen er?\n"},
               {"f4, at the end", "I: Hoe ging dat? #00:00:05-2#\n\nB: Klein. #00:00:14-8#",
                "I-5200: Hoe ging dat?\nB 5200-14800: Klein.\n"},
               {"MAXQDA, at the start", "#00:00:01-2# I: Hoe ging dat?\n#00:00:05-2# B: Klein.",
                "I 1200: Hoe ging dat?\nB 5200: Klein.\n"},
               {"MAXQDA, above", "#00:00:01-2#\nI: Hoe ging dat?\n#00:00:05-2#\nB: Klein.",
                "I 1200: Hoe ging dat?\nB 5200: Klein.\n"},
               {"noScribe",
                "huiskamer.m4a\nTranscribed with noScribe\n\nS00: [00:00:03] Hoe ging dat?\n\n"
                "S01: [00:00:05] Klein. (..)",
                "-: huiskamer.m4a\n-: Transcribed with noScribe\nS00 3000: Hoe ging dat?\n"
                "S01 5000: Klein. (..)\n"},
               {"WhisperX", "[SPEAKER_00]: Wij begonnen klein.\n[SPEAKER_01]: Wie kwamen er?",
                "SPEAKER_00: Wij begonnen klein.\nSPEAKER_01: Wie kwamen er?\n"},
               {"from when to when",
                "[00:00:03.500 --> 00:00:10.000] I: Hoe ging dat?\n00:00:11 - 00:00:13 R: Klein.",
                "I 3500-10000: Hoe ging dat?\nR 11000-13000: Klein.\n"},
               {"name, hyphen and time",
                "Fenna Kuiper - 00:00:03\nKlein.\n\nTies Bos | 00:00:11\nWie?\n\n"
                "Fenna Kuiper, 00:00:14\nBuren.",
                "Fenna Kuiper 3000: Klein.\nTies Bos 11000: Wie?\nFenna Kuiper 14000: Buren.\n"}});
}

TEST(TranscriptForms, OfTables) {
  expect_each(
      {{"time, speaker, text",
        "Tijd\tSpreker\tTekst\n\n00:00:03\tI\tHoe ging dat?\n\n00:00:11\tR\tKlein.\n\nEn toen "
        "groot.",
        "-: Tijd\tSpreker\tTekst\nI 3000: Hoe ging dat?\nR 11000: Klein.\n\nEn toen groot.\n"},
       {"speaker, text", "Spreker\tTekst\n\nI\tHoe ging dat?\n\nR\tKlein.",
        "-: Spreker\tTekst\nI: Hoe ging dat?\nR: Klein.\n"},
       {"speaker, time, text", "I\t00:00:03\tHoe ging dat?\n\nR\t00:00:11\tKlein.",
        "I 3000: Hoe ging dat?\nR 11000: Klein.\n"},
       {"speaker, text, time", "I\tHoe ging dat?\t00:00:03\n\nR\tKlein.\t00:00:11",
        "I 3000: Hoe ging dat?\nR 11000: Klein.\n"},
       {"number, time, speaker, text", "1\t00:00:03\tI:\tHoe ging dat?\n\n2\t00:00:11\tR:\tKlein.",
        "I 3000: Hoe ging dat?\nR 11000: Klein.\n"}});
}

TEST(TranscriptForms, OfNamesAboveWhatIsSaid) {
  expect_each({{"full names",
                "Fenna Kuiper\nKlein.\n\nTies Bos\nWie?\n\nFenna Kuiper\nBuren.\n\nTies Bos\nMooi.",
                "Fenna Kuiper: Klein.\nTies Bos: Wie?\nFenna Kuiper: Buren.\nTies Bos: Mooi.\n"},
               {"paragraphs of Word",
                "Interviewer\n\nHoe dan?\n\nRespondent\n\nKlein.\n\nInterviewer\n\nEn toen?\n\n"
                "Respondent\n\nGroot.",
                "Interviewer: Hoe dan?\nRespondent: Klein.\nInterviewer: En toen?\n"
                "Respondent: Groot.\n"},
               {"headings that come back are none",
                "Aanpak\nKlein.\n\nResultaat\nGroot.\n\nAanpak\nZo.\n\nResultaat\nMooi.",
                "-: Aanpak\n-: Klein.\n-: Resultaat\n-: Groot.\n-: Aanpak\n-: Zo.\n-: Resultaat\n"
                "-: Mooi.\n"},
               {"a list of those present is none",
                "Fenna Kuiper\nTies Bos\n\nFenna Kuiper\nTies Bos\n\nZij waren er.",
                "-: Fenna Kuiper\n-: Ties Bos\n-: Fenna Kuiper\n-: Ties Bos\n-: Zij waren er.\n"}});
}

TEST(TranscriptForms, OfSpeechThroughEachOther) {
  expect_each(
      {{"within a line",
        "S00: [00:00:03] Hoe ging dat?\nS01: [00:00:05] Wij begonnen //S00: en wanneer was dat "
        "dan?// in maart. //S00: Ja ja.// Klein.",
        "S00 3000: Hoe ging dat?\nS01 5000: Wij begonnen\nS00: en wanneer was dat dan?\n"
        "S01: in maart. //S00: Ja ja.// Klein.\n"},
       {"before it",
        "S01: Wij begonnen klein.\nS00: //S01: Maar het werd al gauw groter. // Hoe dan?",
        "S01: Wij begonnen klein.\nS01: Maar het werd al gauw groter.\nS00: Hoe dan?\n"},
       {"on a line of its own",
        "S01: Wij begonnen klein.\n//S00: En wanneer was dat dan?//\nS01: In maart.",
        "S01: Wij begonnen klein.\nS00: En wanneer was dat dan?\nS01: In maart.\n"},
       {"addresses are none", "I: Zie https://zorg.nl//a: b// en dan?\nR: Ja.",
        "I: Zie https://zorg.nl//a: b// en dan?\nR: Ja.\n"}});
}

TEST(TranscriptForms, TakesNoProgrammeForATalk) {
  expect_each(
      {{"times behind", "Opening 9:30\nPauze 10:30\nLunch 12:30\nPauze 14:30\nBorrel 17:00",
        "-: Opening 9:30\n-: Pauze 10:30\n-: Lunch 12:30\n-: Pauze 14:30\n-: Borrel 17:00\n"},
       {"times in front", "9:30 Opening\n10:30 Pauze\n12:30 Lunch\n14:30 Pauze",
        "-: 9:30 Opening\n-: 10:30 Pauze\n-: 12:30 Lunch\n-: 14:30 Pauze\n"}});
}

TEST(TableHead, IsOneWhoseCellsAreAllColumns) {
  EXPECT_TRUE(is_table_head("Tijd\tSpreker\tTekst"));
  EXPECT_TRUE(is_table_head("Naam\tUitspraak"));
  EXPECT_FALSE(is_table_head("Spreker"));
  EXPECT_FALSE(is_table_head("Spreker\tDat was toen zo."));
}

}  // namespace
}  // namespace pipeline

#include "pipeline/segment/segment.h"

#include <gtest/gtest.h>

#include <string>

namespace pipeline {
namespace {

std::string mark_of(const Segmented& segmented, const Passage& passage) {
  std::string mark = passage.kind == PassageKind::turn      ? "T"
                     : passage.kind == PassageKind::heading ? "H"
                                                            : "P";
  if (passage.speaker) {
    const Speaker& speaker = segmented.speakers[*passage.speaker];
    mark += ' ' + speaker.name;
    if (speaker.kind != SpeakerKind::unknown)
      mark += speaker.kind == SpeakerKind::interviewer ? "/vraagt" : "/antwoordt";
  }
  if (passage.start_ms) mark += " " + std::to_string(*passage.start_ms);
  if (passage.end_ms) mark += "-" + std::to_string(*passage.end_ms);
  return mark;
}

// A line a passage: "T R/antwoordt 5000: Nee. | Of toch."
std::string shown(std::string_view text, const Segmented& segmented) {
  std::string result;
  for (const Passage& passage : segmented.passages) {
    result += mark_of(segmented, passage) + ':';
    for (auto at = passage.first_sentence; at < passage.end_sentence; ++at) {
      result += at == passage.first_sentence ? " " : " | ";
      result += slice(text, segmented.sentences[at].span);
    }
    result += '\n';
  }
  return result;
}

std::string segmented(std::string_view text, const SegmentOptions& options = {}) {
  return shown(text, Segmenter(options)(text));
}

TEST(Segment, MakesAPassageOfEachParagraph) {
  EXPECT_EQ(segmented(""), "");
  EXPECT_EQ(segmented(" \n\n "), "");
  EXPECT_EQ(segmented("Een zin. Nog een.\n\nEn hier.\n"), "P: Een zin. | Nog een.\nP: En hier.\n");
}

TEST(Segment, MakesAParagraphOfEachLineThatIsFinished) {
  EXPECT_EQ(segmented("Een zin.\nNog een.\nEn hier."), "P: Een zin.\nP: Nog een.\nP: En hier.\n");
}

TEST(Segment, JoinsLinesThatWereWrapped) {
  EXPECT_EQ(segmented("De gemeente en de zorgaanbieder zaten voor het eerst aan één tafel en\n"
                      "Hunzerand deed ook mee. Dat was in het voorjaar, toen de plannen er nog\n"
                      "niet waren. Wethouder Wolthuis zei dat er geld was, en dat de coöperatie\n"
                      "Noaberzorg het huis mocht hebben. Iedereen was blij, ook de mensen van\n"
                      "Berkelzoom, die eerst niets wilden. Er kwam een tweede bijeenkomst, met\n"
                      "De Linde erbij. Kort.\n"),
            "P: De gemeente en de zorgaanbieder zaten voor het eerst aan één tafel en\n"
            "Hunzerand deed ook mee. | Dat was in het voorjaar, toen de plannen er nog\n"
            "niet waren. | Wethouder Wolthuis zei dat er geld was, en dat de coöperatie\n"
            "Noaberzorg het huis mocht hebben. | Iedereen was blij, ook de mensen van\n"
            "Berkelzoom, die eerst niets wilden. | Er kwam een tweede bijeenkomst, met\n"
            "De Linde erbij. | Kort.\n");
}

TEST(Segment, JoinsALineThatBreaksOff) {
  struct Case {
    std::string text, passages;
  };
  const Case cases[] = {
      {"Het ging om\nde zorg.", "P: Het ging om\nde zorg.\n"},
      {"Beste Jan,\nDank.", "P: Beste Jan,\nDank.\n"},
      {"Het kan\n, denk ik.", "P: Het kan\n, denk ik.\n"},
      {"In Zuid-\nHolland.", "P: In Zuid-\nHolland.\n"},
      {"Dit is een regel die ergens in het midden afbreekt in\nEuropa.",
       "P: Dit is een regel die ergens in het midden afbreekt in\nEuropa.\n"},
      {"Gesprek met de manager van Waterpoort Wonen en Zorg, De Steiger\nKadewijk, 3 mei\nZij "
       "begint.",
       "H: Gesprek met de manager van Waterpoort Wonen en Zorg, De Steiger\nH: Kadewijk, 3 mei\n"
       "P: Zij begint.\n"},
      {"Titel\nTekst.", "H: Titel\nP: Tekst.\n"},
      {"Het ging goed:\nde zorg.", "P: Het ging goed:\nP: de zorg.\n"},
  };
  for (const auto& [text, passages] : cases) EXPECT_EQ(segmented(text), passages) << text;
}

TEST(Segment, FindsHeadingsAndListItems) {
  EXPECT_EQ(segmented("2.1 Aanpak\n\nWe begonnen klein:\n- met koffie\n- met soep\n\nSlot"),
            "H: 2.1 Aanpak\nP: We begonnen klein:\nP: - met koffie\nP: - met soep\nP: Slot\n");
}

TEST(Segment, FindsTurnsAndWhoAsks) {
  EXPECT_EQ(segmented("I: Hoe ging dat?\nR: Nou, dhr. De Boer belde.\n\nEn toen niets.\nI: Ja."),
            "T I/vraagt: Hoe ging dat?\nT R/antwoordt: Nou, dhr. De Boer belde. | En toen niets.\n"
            "T I/vraagt: Ja.\n");
}

TEST(Segment, TakesNoHeadForASpeaker) {
  EXPECT_EQ(segmented("Verslag: bezoek aan de wijk\nDatum: 12-03-2024\nI: Wat zei hij precies?\n"
                      "R: Hij zei: \"Let op: morgen.\" En toen: niets.\n"
                      "Om 10:30 uur. Zie https://zorg.nl/a:b en 3:1.\nI/R: (door elkaar)\n"
                      "R2 (fluisterend): Nee.\nvervolg zonder spreker\n"),
            "H: Verslag: bezoek aan de wijk\nH: Datum: 12-03-2024\n"
            "T I/vraagt: Wat zei hij precies?\n"
            "T R/antwoordt: Hij zei: \"Let op: morgen.\" | En toen: niets. | Om 10:30 uur. | "
            "Zie https://zorg.nl/a:b en 3:1.\n"
            "T I/R/antwoordt: (door elkaar)\nT R2/antwoordt: Nee. | vervolg zonder spreker\n");
}

TEST(Segment, ReadsTheFormsOfLabelsAndTimes) {
  struct Case {
    std::string text, passages;
  };
  const Case cases[] = {
      {"[00:00:04] I: Ja?\n[00:01:02] R: Nee.",
       "T I/vraagt 4000: Ja?\nT R/antwoordt 62000: Nee.\n"},
      {"I: (00:04) Ja?\nR: [00:05] Nee.", "T I/vraagt 4000: Ja?\nT R/antwoordt 5000: Nee.\n"},
      {"I [00:04]: Ja?\nR (00:05): Nee.", "T I/vraagt 4000: Ja?\nT R/antwoordt 5000: Nee.\n"},
      {"00:00:04\nI: Ja?\n\n00:00:05\nR: Nee.", "T I/vraagt 4000: Ja?\nT R/antwoordt 5000: Nee.\n"},
      {"I: Ja? #00:00:05-2#\nR: Nee. #00:00:06-0#",
       "T I/vraagt-5200: Ja?\nT R/antwoordt 5200-6000: Nee.\n"},
      {"#00:00:05-2# I: Ja?", "T I/vraagt 5200: Ja?\n"},
      {"[SPEAKER_00]: Ja?\n[SPEAKER_01]: Nee.", "T SPEAKER_00: Ja?\nT SPEAKER_01: Nee.\n"},
      {"[PERSOON-1]: Ja?\n[PERSOON-2] (baas): Nee.\n[PERSOON-1] [00:12]: Oh.\n[PERSOON-2]: Tja.",
       "T PERSOON-1: Ja?\nT PERSOON-2: Nee.\nT PERSOON-1 12000: Oh.\nT PERSOON-2: Tja.\n"},
      {"[PERSOON-1]   0:05\nJa.\n\n[RESPONDENT-2]   1:02\nNee.\n\n[PERSOON-1] 1:10\nOh.",
       "T PERSOON-1 5000: Ja.\nT RESPONDENT-2/antwoordt 62000: Nee.\nT PERSOON-1 70000: Oh.\n"},
      {"[INTERVIEWER-1]: Ja?\nR: Nee.\n\n[RESPONDENT-3] zei dat.",
       "T INTERVIEWER-1/vraagt: Ja?\nT R/antwoordt: Nee. | [RESPONDENT-3] zei dat.\n"},
      {"S00: [00:00:01] Ja.\nS01: [00:00:02] Nee.", "T S00 1000: Ja.\nT S01 2000: Nee.\n"},
      {"Jan Kok\tJa.\nPia Smit\tNee.\nJan Kok\tOh.\nPia Smit\tTja.",
       "T Jan Kok: Ja.\nT Pia Smit: Nee.\nT Jan Kok: Oh.\nT Pia Smit: Tja.\n"},
      {"Vraag: Wat?\nAntwoord: Dat.", "T Vraag/vraagt: Wat?\nT Antwoord/antwoordt: Dat.\n"},
      {"I:Hoe dan?\nR:Zo.", "T I/vraagt: Hoe dan?\nT R/antwoordt: Zo.\n"},
      {"I:\nHoe dan?\nR:\nZo.", "T I/vraagt: Hoe dan?\nT R/antwoordt: Zo.\n"},
      {"Jan Kok   0:05\nJa.\n\nPia Smit   1:02\nNee.\n\nJan Kok 1:10\nOh.\n\nPia Smit 2:00\nTja.",
       "T Jan Kok 5000: Ja.\nT Pia Smit 62000: Nee.\nT Jan Kok 70000: Oh.\nT Pia Smit 120000: "
       "Tja.\n"},
      {"Interviewer [00:12]\nJa?\nRespondent [00:14]\nNee.",
       "T Interviewer/vraagt 12000: Ja?\nT Respondent/antwoordt 14000: Nee.\n"},
      {"Lunch 12:30\nPauze 14:30", "P: Lunch 12:30\nP: Pauze 14:30\n"},
      {"JAN VAN 'T HOFF: Ja.\nPIA: Nee.\nJAN VAN 'T HOFF: Oh.\nPIA: Tja.",
       "T JAN VAN 'T HOFF: Ja.\nT PIA: Nee.\nT JAN VAN 'T HOFF: Oh.\nT PIA: Tja.\n"},
      {"10:30\nKoffie.\n[00:12] Ja. #00:01:02#",
       "P: 10:30\nP: Koffie.\nP: [00:12] Ja. | #00:01:02#\n"},
      {"Om 10:30 uur.\n(10:30) ook.", "P: Om 10:30 uur.\nP: (10:30) ook.\n"},
      {"Dubbelgesprek Terpwier: twee buren\nJan: a.\nPia: b.\nJan: c.\nPia: d.\nJan: e.\nPia: f.\n"
       "Mia Kok: g.",
       "H: Dubbelgesprek Terpwier: twee buren\nT Jan: a.\nT Pia: b.\nT Jan: c.\nT Pia: d.\n"
       "T Jan: e.\nT Pia: f.\nT Mia Kok: g.\n"},
      {"Interviewer: Bas Oosterling. Typwerk: Jan.\nInterviewer: Zo?",
       "P: Interviewer: Bas Oosterling. | Typwerk: Jan.\nT Interviewer/vraagt: Zo?\n"},
      {"Interviewer: Bas Oosterling.\n\nInterviewer: Zo?\nRespondent: Ja.",
       "P: Interviewer: Bas Oosterling.\nT Interviewer/vraagt: Zo?\nT Respondent/antwoordt: Ja.\n"},
      {"[00:01] I: Mevrouw Fortes, u belde mij.\n[00:04] R: Ja.",
       "T I/vraagt 1000: Mevrouw Fortes, u belde mij.\nT R/antwoordt 4000: Ja.\n"},
      {"I: Mevrouw Fortes, wat wilde u?\nR: Niets.",
       "T I/vraagt: Mevrouw Fortes, wat wilde u?\nT R/antwoordt: Niets.\n"},
      {"A: een appel\nC: een peer", "P: A: een appel\nP: C: een peer\n"},
      {"Doen: a.\nDoen: b.\nDoen: c.\nDoen: d.\nDoen: e.\nDoen: f.\nDoen: g.\nDoen: h.\n"
       "Doen: i.\nLaten: j.\nLaten: k.",
       "P: Doen: a.\nP: Doen: b.\nP: Doen: c.\nP: Doen: d.\nP: Doen: e.\nP: Doen: f.\n"
       "P: Doen: g.\nP: Doen: h.\nP: Doen: i.\nP: Laten: j.\nP: Laten: k.\n"},
      {"Tip: doe dit.\nTip: doe dat.", "P: Tip: doe dit.\nP: Tip: doe dat.\n"},
  };
  for (const auto& [text, passages] : cases) EXPECT_EQ(segmented(text), passages) << text;
}

TEST(Segment, TellsSpeakersApartByTheirQuestions) {
  EXPECT_EQ(segmented("Marloes Hendrikx: Hoe ging het?\nSandra Kok: Goed. Heel goed.\n"
                      "Marloes Hendrikx: En waarom?\nSandra Kok: Door de buurt. Zo is dat."),
            "T Marloes Hendrikx/vraagt: Hoe ging het?\n"
            "T Sandra Kok/antwoordt: Goed. | Heel goed.\nT Marloes Hendrikx/vraagt: En waarom?\n"
            "T Sandra Kok/antwoordt: Door de buurt. | Zo is dat.\n");
}

TEST(Segment, KeepsWhereATextNamesItsSpeakers) {
  const Segmented text = Segmenter()("[00:01] I: Ja?\nR2 (zacht): Nee.\nI: Oh.");
  ASSERT_EQ(text.speakers.size(), 2U);
  EXPECT_EQ(text.speakers[0].label, (Span{8, 9}));
  EXPECT_EQ(text.speakers[1].label, (Span{15, 17}));
}

TEST(Segment, BelievesTheStudyAboutSpeakers) {
  SegmentOptions options;
  options.interviewers = {"Pia"};
  options.respondents = {"I"};
  EXPECT_EQ(segmented("Pia: Ja.\nI: Nee?", options), "T Pia/vraagt: Ja.\nT I/antwoordt: Nee?\n");
}

TEST(Segment, TakesLabelsForTextWhereNobodySpeaks) {
  SegmentOptions options;
  options.find_speakers = false;
  EXPECT_EQ(segmented("[00:01] I: Ja?\nR: Nee. [00:02]", options),
            "P: [00:01] I: Ja?\nP: R: Nee. [00:02]\n");
}

TEST(Segment, CutsALongPassageAtASentence) {
  SegmentOptions options;
  options.longest_passage = 20;
  EXPECT_EQ(
      segmented("[00:01] I: Een zin. Een zin. Een zin van meer dan twintig tekens. Ja. [00:09]",
                options),
      "T I/vraagt 1000: Een zin. | Een zin.\n"
      "T I/vraagt: Een zin van meer dan twintig tekens.\nT I/vraagt-9000: Ja.\n");
}

TEST(Segment, JoinsCaptionsOfOneSpeaker) {
  const std::string text = "Ja, dat\n\nis zo.\n\nMooi.\n\nVerder?";
  const std::vector<Caption> captions{{{0, 7}, "Jan", 0, 1000},
                                      {{9, 15}, "Jan", 1000, 2000},
                                      {{17, 22}, "Pia", 2000, 3000},
                                      {{24, 31}, std::nullopt, 3000, 4000}};
  EXPECT_EQ(shown(text, Segmenter()(text, captions)),
            "T Jan 0-2000: Ja, dat\n\nis zo.\nT Pia 2000-3000: Mooi.\nT 3000-4000: Verder?\n");
}

TEST(Segment, MakesParagraphsOfWhatStandsOutsideCaptions) {
  const std::string text = "Een huis\n\nWie?\n\nWij.\n\nJan ook\n\nSlot.\n\nnoot";
  const std::vector<Caption> captions{{{10, 14}, "Vraag", {}, {}}, {{16, 29}, "Antwoord", {}, {}}};
  const std::vector<TextPart> parts{{{38, 42}, PartKind::note}};
  const Segmented segmented = Segmenter()(text, captions, parts);
  EXPECT_EQ(shown(text, segmented),
            "P: Een huis\nT Vraag/vraagt: Wie?\nT Antwoord/antwoordt: Wij. | Jan ook\nP: Slot.\n"
            "P: noot\n");
  ASSERT_EQ(segmented.passages.size(), 5U);
  EXPECT_EQ(segmented.passages[4].part, PartKind::note);
}

TEST(Segment, FindsLabelsAndDashesInCaptions) {
  const std::string text = "Jan Kok: Ja.\n\nPia Smit: Nee.\n\nJan Kok: Oh.\n\nPia Smit: Tja.";
  const std::vector<Caption> captions{
      {{0, 12}, {}, 0, 1}, {{14, 28}, {}, 1, 2}, {{30, 42}, {}, 2, 3}, {{44, 58}, {}, 3, 4}};
  EXPECT_EQ(shown(text, Segmenter()(text, captions)),
            "T Jan Kok 0-1: Ja.\nT Pia Smit 1-2: Nee.\nT Jan Kok 2-3: Oh.\nT Pia Smit 3-4: Tja.\n");
  const std::string cut = "Jan Kok: Ja, dat.\nPia Smit: En\nPia Smit: dan.\nJan Kok: Oh.";
  const std::vector<Caption> cuts{
      {{0, 17}, {}, 0, 1}, {{18, 30}, {}, 1, 2}, {{31, 45}, {}, 2, 3}, {{46, 58}, {}, 3, 4}};
  const Segmented joined = Segmenter()(cut, cuts);
  ASSERT_EQ(joined.passages.size(), 3U);
  EXPECT_EQ(joined.sentences[1].end_token - joined.sentences[1].first_token, 3U);  // En dan .
  EXPECT_EQ(joined.passages[1].end_ms, 3);
  const std::string dashes = "- Dag.\n- Dag, kom\nbinnen.\n\nDat was\n\nalles.";
  const std::vector<Caption> dashed{
      {{0, 25}, {}, 0, 1}, {{27, 34}, {}, 1, 2}, {{36, 42}, {}, 2, 3}};
  EXPECT_EQ(shown(dashes, Segmenter()(dashes, dashed)),
            "T 0-1: Dag.\nT 0-1: Dag, kom\nbinnen.\nT 1-3: Dat was\n\nalles.\n");
}

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += piece;
  return text;
}

// Megabytes each: at quadratic cost none of them would end.
TEST(Segment, TakesTimeInProportionToAnyText) {
  for (const std::string_view piece :
       {"a",       "A",        "1",      "1.",      "a.",       "A.",       "A. ",    "a-",
        "a'",      "'",        "\"",     "(",       ". (",      ".\"",      "[",      "[A",
        "#",       "#1:",      "@",      "a@",      "www.",     "https://", "\u0301", "😀",
        "\n",      "\na",      "a\n",    "I: a\n",  "Jan: a\n", "a+b(",     "a+(b-",  "1-...",
        "<naam 1", "en toen ", "stoel ", "[00:01]", "\t",       "a\t",      "a:",     "–",
        "1–",      " ",        "...",    "a. ",     "é",        "Aa bb\n"}) {
    const std::string text = repeated(piece, 1'000'000);
    const Segmented result = Segmenter()(text);
    EXPECT_LE(result.tokens.size(), text.size());
  }
}

TEST(Turns, MayBeNumbered) {
  EXPECT_EQ(segmented("1. I: Hoe ging dat?\n\n2. R: Goed.\n\n3) I: En toen?\n\n4. Datum: mei"),
            "T I/vraagt: Hoe ging dat?\nT R/antwoordt: Goed.\n"
            "T I/vraagt: En toen? | 4. Datum: mei\n");
}

// The passages with the part they stand in, as "noot: [1] bron".
std::string with_parts(std::string_view text, const std::vector<TextPart>& parts) {
  const Segmented segmented = Segmenter()(text, {}, parts);
  std::string result;
  for (const Passage& passage : segmented.passages) {
    result += passage.part == PartKind::body ? "tekst: " : "deel: ";
    if (passage.speaker) result += segmented.speakers[*passage.speaker].name + " zegt ";
    result += std::string(slice(text, passage.span)) + "\n";
  }
  return result;
}

TEST(Parts, AreNotCrossedByAPassage) {
  const std::string text = "De partijen en\nKoptekst\nde gemeente zochten\n\nbron, en\nmeer bron";
  EXPECT_EQ(with_parts(text, {{{15, 23}, PartKind::header}, {{45, 63}, PartKind::note}}),
            "tekst: De partijen en\ndeel: Koptekst\ntekst: de gemeente zochten\n"
            "deel: bron, en\nmeer bron\n");
}

TEST(Parts, CutATurnAndHaveNoSpeakers) {
  const std::string text =
      "I: Hoe ging dat?\n\nR: Goed.\n\nvoet\n\nHeel goed.\n\nR: Nou.\n\nI: noot";
  const auto at = [&](const char* words) { return static_cast<std::uint32_t>(text.find(words)); };
  EXPECT_EQ(with_parts(text, {{{at("voet"), at("voet") + 4}, PartKind::footer},
                              {{at("I: noot"), at("I: noot") + 7}, PartKind::note}}),
            "tekst: I zegt Hoe ging dat?\ntekst: R zegt Goed.\ndeel: voet\n"
            "tekst: R zegt Heel goed.\ntekst: R zegt Nou.\ndeel: I: noot\n");
}

TEST(Pages, AreThoseOnWhichPassagesBegin) {
  const std::string text = "Een.\n\nTwee.\n\nDrie.\n\nVoet.";
  const std::vector<PageStart> pages{{6, 1}, {13, 3}, {20, 0}};
  const Segmented segmented = Segmenter()(text, {}, {}, pages);
  ASSERT_EQ(segmented.passages.size(), 4U);
  EXPECT_EQ(segmented.passages[0].page, std::nullopt);
  EXPECT_EQ(segmented.passages[1].page, 1U);
  EXPECT_EQ(segmented.passages[2].page, 3U);
  EXPECT_EQ(segmented.passages[3].page, std::nullopt);
}

}  // namespace
}  // namespace pipeline

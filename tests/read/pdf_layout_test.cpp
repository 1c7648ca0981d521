// What is made of words and where they stand: columns, tables, paragraphs, running heads, notes.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "pipeline/read/pdf_text.h"
#include "tests/support/pdf_pages.h"
#include "tests/support/reading.h"

namespace pipeline {
namespace {

// Lines below each other.
PlacedPage lines(float x, float y, const std::vector<std::string>& texts, float size = 11,
                 float distance = 14) {
  PlacedPage page;
  for (const std::string& text : texts) {
    page.push_back({x, y, text, size});
    y += distance;
  }
  return page;
}

PlacedPage together(std::vector<PlacedPage> parts) {
  PlacedPage page;
  for (PlacedPage& part : parts) page.insert(page.end(), part.begin(), part.end());
  return page;
}

Document document(const std::vector<PlacedPage>& pages) {
  PdfContent content;
  for (const PlacedPage& page : pages) content.pages.push_back(placed(page));
  return text_of_pages(content);
}

std::string text(const std::vector<PlacedPage>& pages) {
  return document(pages).source;
}

TEST(PdfColumns, AreReadOneAfterTheOtherBetweenWhatCrossesThem) {
  EXPECT_EQ(
      text({together({{{60, 60, "Zorg in de buurt van vroeger tot nu en later weer", 20}},
                      lines(60, 100,
                            {"de gemeente en de bewoners zijn", "in het dorp samen begonnen aan",
                             "een huis voor wie zorg nodig had"}),
                      lines(310, 100,
                            {"en wie dat wilde kon er eten bij", "de haard met de buren van straat",
                             "en dat bleef zo tot in de winter"}),
                      lines(60, 180,
                            {"Onder de kolommen loopt het weer over de volle breedte van het vel "
                             "papier door."})})}),
      "Zorg in de buurt van vroeger tot nu en later weer\n\n"
      "de gemeente en de bewoners zijn in het dorp samen begonnen aan een huis voor wie zorg "
      "nodig had en wie dat wilde kon er eten bij de haard met de buren van straat en dat bleef "
      "zo tot in de winter\n\n"
      "Onder de kolommen loopt het weer over de volle breedte van het vel papier door.");
}

TEST(PdfColumns, NeedNotStandOnTheSameHeights) {
  EXPECT_EQ(text({together(
                {lines(60, 100,
                       {"links is de eerste regel van drie", "links is de tweede regel van drie",
                        "links is de laatste regel van al."}),
                 lines(310, 107,
                       {"Rechts is de eerste regel van drie", "rechts is de tweede regel van drie",
                        "rechts is de laatste regel van al."})})}),
            "links is de eerste regel van drie links is de tweede regel van drie links is de "
            "laatste regel van al.\n\n"
            "Rechts is de eerste regel van drie rechts is de tweede regel van drie rechts is de "
            "laatste regel van al.");
}

TEST(PdfTables, AreReadByRows) {
  EXPECT_EQ(text({together({lines(60, 100, {"Partij", "Gemeente", "Bewoners"}, 11, 20),
                            lines(200, 100, {"Leden", "12", "640"}, 11, 20),
                            lines(300, 100, {"Sinds", "2018", "2014"}, 11, 20)})}),
            "Partij\tLeden\tSinds\n\nGemeente\t12\t2018\n\nBewoners\t640\t2014");
}

TEST(PdfTables, KeepWhatIsWrappedInACellTogether) {
  // The years stand in the middle of the height of their rows.
  EXPECT_EQ(
      text({together({{{60, 107, "2018"}, {60, 147, "2019"}, {60, 187, "2020"}},
                      lines(120, 100, {"De bewoners vinden een zaal waar ze", "mogen koken."}),
                      lines(120, 140, {"De gemeente geeft er subsidie voor,", "drie jaar lang."}),
                      lines(120, 180, {"De zorgorganisatie doet weer mee", "met een team."})})}),
      "2018\tDe bewoners vinden een zaal waar ze mogen koken.\n\n"
      "2019\tDe gemeente geeft er subsidie voor, drie jaar lang.\n\n"
      "2020\tDe zorgorganisatie doet weer mee met een team.");
}

TEST(PdfParagraphs, ArePartedByWhite) {
  EXPECT_EQ(
      text({together(
          {lines(60, 100,
                 {"De gemeente en de bewoners waren het", "eens over het plan van de buurt"}),
           lines(60, 136,
                 {"en over wat het kosten zou was er", "nog niemand die het had gevraagd"})})}),
      "De gemeente en de bewoners waren het eens over het plan van de buurt\n\n"
      "en over wat het kosten zou was er nog niemand die het had gevraagd");
}

TEST(PdfParagraphs, ArePartedByIndents) {
  EXPECT_EQ(text({{{72, 100, "De gemeente en de bewoners waren"},
                   {60, 114, "het eens over het plan van de buurt."},
                   {72, 128, "Over wat het kosten zou was er nog"},
                   {60, 142, "niemand die het had gevraagd aan ze."}}}),
            "De gemeente en de bewoners waren het eens over het plan van de buurt.\n\n"
            "Over wat het kosten zou was er nog niemand die het had gevraagd aan ze.");
}

TEST(PdfParagraphs, ArePartedWhereALastLineIsShort) {
  EXPECT_EQ(text({lines(60, 100,
                        {"De gemeente en de bewoners waren het eens over", "het plan.",
                         "Over wat het kosten zou was er nog niemand die", "het vroeg."})}),
            "De gemeente en de bewoners waren het eens over het plan.\n\n"
            "Over wat het kosten zou was er nog niemand die het vroeg.");
}

TEST(PdfParagraphs, KeepLinesThatWereBrokenOnPurpose) {
  EXPECT_EQ(text({lines(60, 100,
                        {"Buurtcoöperatie De Kade", "Havenstraat 4",
                         "Merwestad, aan het water van de rivier"})}),
            "Buurtcoöperatie De Kade\nHavenstraat 4\nMerwestad, aan het water van de rivier");
}

TEST(PdfParagraphs, AreTheEntriesOfAList) {
  EXPECT_EQ(text({{{60, 100, "• Begin klein en leg vroeg vast wie er"},
                   {68, 114, "aan zet is."},
                   {60, 128, "• Kijk samen terug."},
                   {60, 142, "• Betaal voor wat werk is in deze buurt"}}}),
            "• Begin klein en leg vroeg vast wie er aan zet is.\n\n• Kijk samen terug.\n\n"
            "• Betaal voor wat werk is in deze buurt");
}

TEST(PdfParagraphs, AreTheTurnsOfAnInterview) {
  EXPECT_EQ(
      text(
          {lines(60, 100,
                 {"I: Hoe ging het met de samenwerking in dat jaar?",
                  "R: In het begin ging het goed, want iedereen was",
                  "nieuw en had er zin in. Later werd het anders en",
                  "toen was het vertrouwen snel weg bij ons allen.", "I: Wat deed u toen zelf?"})}),
      "I: Hoe ging het met de samenwerking in dat jaar?\n\n"
      "R: In het begin ging het goed, want iedereen was nieuw en had er zin in. Later werd het "
      "anders en toen was het vertrouwen snel weg bij ons allen.\n\n"
      "I: Wat deed u toen zelf?");
}

TEST(PdfParagraphs, GoOnOverThePage) {
  const Document it =
      document({lines(60, 100, {"De gemeente en de bewoners waren het eens over"}),
                lines(60, 100, {"het plan van de buurt.", "Daarna niets meer."}, 11, 30)});
  EXPECT_EQ(it.source,
            "De gemeente en de bewoners waren het eens over het plan van de buurt.\n\n"
            "Daarna niets meer.");
  ASSERT_EQ(it.pages.size(), 2U);
  EXPECT_EQ(it.pages[1].number, 2U);
  EXPECT_EQ(it.source.substr(it.pages[1].begin, 8), "het plan");
}

TEST(PdfHyphens, AtALineEndStayUntilItsWordsTell) {
  struct Row {
    std::string first, second, text;
  };
  const std::vector<Row> rows{
      {"er was een gede-", "elde visie", "er was een gede-\nelde visie"},
      {"er was een gede\u2010", "elde visie", "er was een gede\u2010\nelde visie"},
      {"er was een gede\u00AD", "elde visie", "er was een gedeelde visie"},
      {"in de kust van Zuid-", "Holland is", "in de kust van Zuid-Holland is"},
      {"voor de patiënten-", "en cliëntenraad", "voor de patiënten- en cliëntenraad"},
      {"zij was er -", "zei hij dan", "zij was er - zei hij dan"}};
  for (const Row& row : rows) EXPECT_EQ(text({lines(60, 100, {row.first, row.second})}), row.text);
}

TEST(PdfWords, AreReadableWhateverTheirLetters) {
  EXPECT_EQ(text({{{60, 100, "eﬃciënt ﬁjn eﬀect aﬂoop"}}}), "efficiënt fijn effect afloop");
  EXPECT_EQ(text({{{60, 100, "de V I S I E is er"}}}), "de VISIE is er");
  EXPECT_EQ(text({{{60, 100, "keuze A B C D hier"}}}), "keuze A B C D hier");
}

TEST(PdfWords, ThatWereTurnedStandBehindThePage) {
  PdfPage page =
      placed(lines(60, 100, {"Er staat iets in de marge.", "En hier weer niet."}, 11, 30));
  page.words.push_back({{20, 700, 31, 745}, 3, true, "Concept"});  // from the foot upwards
  page.words.push_back({{20, 640, 31, 685}, 3, false, "versie"});
  PdfContent content;
  content.pages.push_back(page);
  EXPECT_EQ(text_of_pages(content).source,
            "Er staat iets in de marge.\n\nEn hier weer niet.\n\nConcept versie");
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size())
    ++count;
  return count;
}

PlacedPage with_edges(const std::string& head, const std::string& foot, const std::string& body) {
  return {{60, 40, head, 9}, {60, 120, body}, {60, 820, foot, 9}};
}

TEST(PdfRunningLines, AreLeftOut) {
  EXPECT_EQ(text({with_edges("Jaarverslag", "Pagina 1 van 3", "Een zin."),
                  with_edges("Jaarverslag", "Pagina 2 van 3", "Twee zinnen."),
                  with_edges("Jaarverslag", "Pagina 3 van 3", "Drie zinnen.")}),
            "Een zin.\n\nTwee zinnen.\n\nDrie zinnen.");
  EXPECT_EQ(text({with_edges("Jaarverslag", "- 7 -", "Een zin."),
                  with_edges("Jaarverslag", "- 8 -", "Twee zinnen.")}),
            "Een zin.\n\nTwee zinnen.");
}

TEST(PdfRunningLines, MayDifferLeftAndRight) {
  std::vector<PlacedPage> pages;
  for (int i = 1; i <= 6; ++i) {
    pages.push_back(
        {{60, 120, "Zin van bladzijde " + std::string(1, static_cast<char>('a' + i)) + "."}});
    if (i % 2 == 0) pages.back().push_back({60, 40, "Gemeente Merwestad", 9});
    if (i % 2 == 1) pages.back().push_back({400, 40, "Evaluatie", 9});
    pages.back().push_back({i % 2 == 0 ? 60.0F : 520.0F, 820, std::to_string(i), 9});
  }
  EXPECT_EQ(text(pages),
            "Zin van bladzijde b.\n\nZin van bladzijde c.\n\nZin van bladzijde d.\n\n"
            "Zin van bladzijde e.\n\nZin van bladzijde f.\n\nZin van bladzijde g.");
}

TEST(PdfRunningLines, AreAPagesOwnNumber) {
  EXPECT_EQ(text({{{60, 120, "Een zin."}, {300, 800, "1"}}}), "Een zin.");
  EXPECT_EQ(text({{{60, 120, "Een zin."}, {300, 400, "1"}}}), "Een zin.\n\n1");
  EXPECT_EQ(text({{{60, 120, "Een zin."}, {300, 800, "7"}}}), "Een zin.\n\n7");
}

TEST(PdfRunningLines, AreNoNumbersThatDoNotCountPages) {
  EXPECT_EQ(text({{{60, 60, "12"}}, {{60, 60, "40"}}, {{60, 60, "41"}}, {{60, 60, "9"}}}),
            "12\n\n40\n\n41\n\n9");
}

TEST(PdfRunningLines, AreNoPagesThatComeBackWhole) {
  const PlacedPage letter =
      lines(60, 100,
            {"Geachte raad,", "Wij schrijven u weer.", "Het geld is op.", "Met groet,", "De Kade"},
            11, 40);
  EXPECT_EQ(count_of(text({letter, letter}), "Het geld is op."), 2U);
  EXPECT_EQ(count_of(text({letter, letter, letter}), "Geachte raad,"), 3U);
}

TEST(PdfRunningLines, AreNoLinesThatComeBackHereAndThere) {
  std::vector<PlacedPage> pages;
  for (int i = 0; i < 10; ++i)
    pages.push_back({{60, 60,
                      i % 4 == 0 ? "Samenvatting"
                                 : "Iets over " + std::string(1, static_cast<char>('k' + i))}});
  EXPECT_EQ(count_of(text(pages), "Samenvatting"), 3U);
}

TEST(PdfRunningLines, AreNoHeadingsWithASign) {
  EXPECT_EQ(text({{{60, 60, "§"}, {100, 60, "Inleiding"}, {60, 90, "Een."}},
                  {{60, 60, "§"}, {100, 60, "Verloop"}, {60, 90, "Twee."}},
                  {{60, 60, "§"}, {100, 60, "Slot"}, {60, 90, "Drie."}}}),
            "§\tInleiding\n\nEen.\n\n§\tVerloop\n\nTwee.\n\n§\tSlot\n\nDrie.");
}

TEST(PdfNotes, StandBehindTheBodyAsParts) {
  PdfContent content;
  content.pages.push_back(placed(together({lines(60, 100,
                                                 {"De bewoners kregen subsidie van de gemeente en",
                                                  "dat was genoeg voor een jaar en niet meer dan"}),
                                           {{60, 780, "1 Zie de brief van het college.", 8},
                                            {60, 792, "2 Bedragen zonder btw, en ook in", 8},
                                            {60, 802, "latere jaren.", 8}}})));
  // The number stands raised behind "subsidie".
  PdfWord mark{{0, 90, 0, 96}, 0, true, "1"};
  for (PdfWord& word : content.pages[0].words)
    if (word.text == "subsidie") {
      word.space_after = false;
      mark.box.left = word.box.right;
      mark.box.right = word.box.right + 2;
    }
  content.pages[0].words.insert(content.pages[0].words.begin() + 4, mark);
  content.pages.push_back(placed({{60, 100, "een jaar."}}));
  const Document it = text_of_pages(content);
  EXPECT_EQ(it.source,
            "De bewoners kregen subsidie van de gemeente en dat was genoeg voor een jaar en niet "
            "meer dan een jaar.\n\n1 Zie de brief van het college.\n\n"
            "2 Bedragen zonder btw, en ook in latere jaren.");
  ASSERT_EQ(it.parts.size(), 2U);
  EXPECT_EQ(it.parts[0].kind, PartKind::note);
  EXPECT_EQ(slice(it.source, it.parts[0].span), "1 Zie de brief van het college.");
  EXPECT_EQ(slice(it.source, it.parts[1].span), "2 Bedragen zonder btw, en ook in latere jaren.");
  ASSERT_EQ(it.pages.size(), 3U);
  EXPECT_EQ(it.pages[2].number, 1U);
}

TEST(PdfComments, StandBehindEverything) {
  PdfContent content;
  content.pages = {placed({{60, 100, "De tekst."}}), placed({{60, 100, "Nog meer."}})};
  content.comments = {{2, "Klopt dit?"}};
  const Document it = text_of_pages(content);
  EXPECT_EQ(it.source, "De tekst.\n\nNog meer.\n\nKlopt dit?");
  ASSERT_EQ(it.parts.size(), 1U);
  EXPECT_EQ(it.parts[0].kind, PartKind::comment);
  EXPECT_EQ(slice(it.source, it.parts[0].span), "Klopt dit?");
}

RC_GTEST_PROP(PdfLayout, LosesNoLetter, ()) {
  PdfContent content;
  PdfPage page{595, 842, {}};
  std::string all;
  const auto count = *rc::gen::inRange(1, 60);
  for (int i = 0; i < count; ++i) {
    const auto x = static_cast<float>(*rc::gen::inRange(0, 12) * 50);
    const auto y = static_cast<float>(*rc::gen::inRange(0, 30) * 14);
    const auto height = static_cast<float>(*rc::gen::elementOf(std::vector<int>{8, 11, 11, 20}));
    const auto word = *rc::gen::elementOf(
        std::vector<std::string>{"a", "zorg", "de", "samenwerking-", "Zo:", "•", "klaar."});
    const auto wide = static_cast<float>(word.size()) * height / 2;
    const auto turns = static_cast<std::uint8_t>(*rc::gen::weightedElement<int>({{9, 0}, {1, 1}}));
    page.words.push_back({{x, y, x + wide, y + height}, turns, *rc::gen::arbitrary<bool>(), word});
    all += word;
  }
  content.pages.push_back(page);
  const Document it = text_of_pages(content);
  std::string letters;
  for (const char c : it.source)
    if (c != ' ' && c != '\n' && c != '\t') letters += c;
  std::sort(all.begin(), all.end());
  std::sort(letters.begin(), letters.end());
  RC_ASSERT(letters == all);
}

}  // namespace
}  // namespace pipeline

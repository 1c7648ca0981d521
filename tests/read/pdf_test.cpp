// Whole PDF files, read by the program that is built for it.
#include "pipeline/read/pdf.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "pipeline/read/read.h"
#include "tests/support/pdf_pages.h"
#include "tests/support/reading.h"
#include "tests/support/temporary_folder.h"

namespace pipeline {
namespace {

std::string said(const std::string& bytes) {
  const auto document = read_bytes(bytes, "a.pdf");
  return document ? document->source : document.error().message;
}

std::string file(const std::string& name) {
  std::ifstream stream(std::string(SAMENSPEL_SOURCE_DIR "/tests/read/pdf/") + name,
                       std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

TEST(Pdf, IsReadWithItsPagesAndWhatItSaysOfItself) {
  const auto document = read_bytes(
      pdf({{{60, 80, "Verslag van de raad", 18}, {60, 120, "De co\xF6peratie is er."}},
           {{60, 80, "Wie er was, zei ja."}}},
          "/Title (Verslag) /Author (A. de Boer) /CreationDate (D:20250211101500+01'00')"),
      "a.pdf");
  ASSERT_TRUE(document) << document.error().message;
  EXPECT_EQ(document->source, "Verslag van de raad\n\nDe coöperatie is er.\n\nWie er was, zei ja.");
  EXPECT_EQ(document->format, "pdf");
  EXPECT_EQ(document->attributes,
            (Attributes{{"auteur", "A. de Boer"}, {"datum", "2025-02-11"}, {"titel", "Verslag"}}));
  EXPECT_EQ(document->pages,
            (std::vector<PageStart>{
                {0, 1}, {static_cast<std::uint32_t>(document->source.find("Wie")), 2}}));
  EXPECT_EQ(document->warnings, std::vector<Said>{});
}

TEST(Pdf, HasTheTextOfThePageThatWasTurned) {
  std::string turned = pdf({{{60, 80, "Over de zorg in het dorp."}}});
  turned.insert(turned.find("/MediaBox"), "/Rotate 90 ");
  EXPECT_EQ(said(turned), "Over de zorg in het dorp.");
}

TEST(Pdf, HasTheNotesThatReadersLeftOnIt) {
  std::string noted = pdf({{{60, 80, "De tekst."}}});
  const std::string box = "/MediaBox [0 0 595 842]";
  noted.insert(noted.find(box),
               "/Annots [<< /Type /Annot /Subtype /Text /Rect [9 9 20 20] /Contents (Klopt dit?) "
               "/T (Anna) >> << /Subtype /Link /Contents (weg) /Rect [9 9 20 20] >>] ");
  const auto document = read_bytes(noted, "a.pdf");
  ASSERT_TRUE(document) << document.error().message;
  EXPECT_EQ(document->source, "De tekst.\n\nAnna: Klopt dit?");
  ASSERT_EQ(document->parts.size(), 1U);
  EXPECT_EQ(document->parts[0].kind, PartKind::comment);
}

TEST(Pdf, HasNotesOnAnyOfManyPages) {
  constexpr int many = 35;  // enough for two processes
  std::vector<PlacedPage> pages;
  for (int i = 1; i <= many; ++i)
    pages.push_back({{60, 80, "Bladzijde nummer " + std::to_string(i) + "."}});
  std::string noted = pdf(pages);
  const std::string box = "/MediaBox [0 0 595 842]";
  int number = 0;
  for (std::size_t at = noted.find(box); at != std::string::npos; at = noted.find(box, at)) {
    const std::string note = "/Annots [<< /Subtype /Text /Rect [9 9 20 20] /Contents (Noot " +
                             std::to_string(++number) + "\\nslot) >>] ";
    noted.insert(at, note);
    at += note.size() + box.size();
  }
  const auto document = read_bytes(noted, "a.pdf");
  ASSERT_TRUE(document) << document.error().message;
  EXPECT_EQ(document->pages.size(), 35U);
  ASSERT_EQ(document->parts.size(), 35U);
  EXPECT_EQ(slice(document->source, document->parts[34].span), "Noot 35\nslot");
}

TEST(Pdf, HasNotesInUtf16WithoutWhatIsNoCharacter) {
  std::string noted = pdf({{{60, 80, "De tekst."}}});
  noted.insert(noted.find("/MediaBox"),
               "/Annots [<< /Subtype /Text /Rect [9 9 20 20] /Contents <FEFF004A00E9D83D> >>] ");
  const auto document = read_bytes(noted, "a.pdf");
  ASSERT_TRUE(document) << document.error().message;
  EXPECT_EQ(document->source.substr(0, 14), "De tekst.\n\nJé");
  EXPECT_TRUE(is_valid_utf8(document->source));
}

TEST(Pdf, SaysWhyItIsRefused) {
  EXPECT_NE(said(pdf({{}})).find("herkennen (OCR)"), std::string::npos);
  EXPECT_NE(said(pdf({})).find("geen bladzijden"), std::string::npos);
  EXPECT_NE(said("%PDF-1.7 kapot").find("niet te lezen; is het bestand beschadigd?"),
            std::string::npos);
  EXPECT_NE(said(file("wachtwoord.pdf")).find("met een wachtwoord versleuteld"), std::string::npos);
  EXPECT_NE(said("zomaar tekst").find("iets anders"), std::string::npos);
}

TEST(Pdf, IsReadWhateverItsOwnerForbids) {
  EXPECT_EQ(said(file("niet-kopieren.pdf")), "Niemand mag dit overnemen.");
}

TEST(Pdf, CutOffIsReadAsFarAsItGoesOrRefused) {
  const std::string whole = pdf({{{60, 80, "Eerste bladzijde."}}, {{60, 80, "Tweede bladzijde."}}});
  for (std::size_t size = 9; size < whole.size(); size += 101)
    EXPECT_EQ(broken_promise(whole.substr(0, size), "a.pdf"), "") << size;
}

// A script in the place of the program.
std::string said_by(const std::string& script) {
  const TemporaryFolder folder;
  const auto program = folder.write("lezer", "#!/bin/sh\n" + script + "\n");
  std::filesystem::permissions(program, std::filesystem::perms::owner_all);
  ChildLimits limits;
  limits.time = std::chrono::milliseconds(500);
  limits.output_bytes = 10'000;
  const auto document = read_pdf_by(program.string(), "%PDF-1.7", "a.pdf", limits);
  return document ? document->source : document.error().message;
}

TEST(Pdf, TakesNothingWithItWhateverItMakesItsReaderDo) {
  EXPECT_NE(said_by("kill -11 $$").find("niet te lezen"), std::string::npos);
  EXPECT_NE(said_by("exit 3").find("niet te lezen"), std::string::npos);
  EXPECT_NE(said_by("echo onzin").find("niet te lezen"), std::string::npos);
  EXPECT_NE(said_by("while :; do :; done").find("na 30 seconden niet klaar"), std::string::npos);
  EXPECT_NE(said_by("while :; do echo x; done").find("te veel tekst"), std::string::npos);
}

TEST(Pdf, WarnsOfPagesWithoutText) {
  const auto document = read_bytes(pdf({{{60, 80, "Een bladzijde met tekst."}}, {}, {}}), "a.pdf");
  ASSERT_TRUE(document);
  ASSERT_EQ(document->warnings.size(), 1U);
  EXPECT_NE(document->warnings[0].find("op 2 van de 3 bladzijden staat geen tekst"),
            std::string::npos);
}

TEST(Pdf, WarnsOfLettersThatNobodyKnows) {
  PdfContent content;
  content.pages.push_back(placed({{60, 80, "\uE001\uE002 \uE003 nog leesbaar"}}));
  const auto document = read_pdf_lines(to_lines(content), "a.pdf");
  ASSERT_TRUE(document);
  ASSERT_EQ(document->warnings.size(), 1U);
  EXPECT_NE(document->warnings[0].find("3 tekens"), std::string::npos);
}

TEST(Pdf, WarnsOfDamage) {
  PdfContent content;
  content.is_damaged = true;
  content.pages.push_back(placed({{60, 80, "Wat er nog staat."}}));
  const auto document = read_pdf_lines(to_lines(content), "a.pdf");
  ASSERT_TRUE(document);
  ASSERT_EQ(document->warnings.size(), 1U);
  EXPECT_NE(document->warnings[0].find("beschadigd"), std::string::npos);
}

TEST(PdfLines, ComeBackAsTheyWent) {
  PdfContent content;
  content.properties = {{"title", "Twee\nregels \\ en een streep"}};
  content.pages = {placed({{60, 80, "De coöperatie"}}), PdfPage{842, 595, {}}};
  content.pages[0].words[0].turns = 3;
  content.comments = {{2, "Klopt dit?\nJa."}};
  content.is_damaged = true;
  EXPECT_EQ(from_lines(to_lines(content)), content);
}

TEST(PdfLines, ThatAreNotWholeAndInOrderAreRefused) {
  for (const char* lines :
       {"", "end\n", "samenspel-pdf 1\n", "samenspel-pdf 1\nend", "samenspel-pdf 2\nend\n",
        "samenspel-pdf 1\nend\nend\n", "samenspel-pdf 1\nword 0 0 1 1 0 0 x\nend\n",
        "samenspel-pdf 1\npage 1\nend\n", "samenspel-pdf 1\npage 1 x\nend\n",
        "samenspel-pdf 1\npage 1 1\nword 0 0 1 1 4 0 x\nend\n",
        "samenspel-pdf 1\npage 1 1\nword 5 0 1 1 0 0 x\nend\n",
        "samenspel-pdf 1\npage 1 1\nword 0 0 99999999999 1 0 0 x\nend\n",
        "samenspel-pdf 1\ncomment 0 x\nend\n", "samenspel-pdf 1\nstate moe\nend\n",
        "samenspel-pdf 1\niets anders\nend\n"}) {
    EXPECT_FALSE(from_lines(lines)) << lines;
    EXPECT_FALSE(read_pdf_lines(lines, "a.pdf")) << lines;
  }
}

}  // namespace
}  // namespace pipeline

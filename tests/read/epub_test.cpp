#include <gtest/gtest.h>

#include "pipeline/read/read.h"
#include "tests/support/packed.h"

namespace pipeline {
namespace {

std::string text_of(const std::string& bytes) {
  const auto document = read_bytes(bytes, "a.epub");
  return document ? document->source : to_string(document.error());
}
std::string page(const std::string& body) {
  return "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title/></head><body>" + body +
         "</body></html>";
}

TEST(Epub, ReadsItsPagesInTheOrderOfReading) {
  EXPECT_EQ(text_of(epub("<itemref idref='b'/><itemref idref='n' linear='no'/><itemref idref='a'/>",
                         {{"EPUB/een.xhtml", page("<h1>Een</h1><p>Geen <b>zorg</b><br/>ja</p>")},
                          {"EPUB/deel 2.xhtml",
                           page("<a id='x'/><p>patiënt<a epub:type='noteref' href='#n'>1</a></p>")},
                          {"EPUB/noot.xhtml", page("<aside epub:type='footnote'>noot</aside>")},
                          {"EPUB/weg.xhtml", page("weg")}})),
            "patiënt\n\nEen\n\nGeen zorg\nja\n\nnoot");
}

TEST(Epub, TakesItsPropertiesAsAttributes) {
  const auto document =
      read_bytes(epub("<itemref idref='a'/>", {{"EPUB/een.xhtml", page("x")}}), "a.epub");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->attributes, (Attributes{{"titel", "Verhalen"}, {"auteur", "A. de Boer"}}));
  EXPECT_EQ(document->format, "epub");
}

TEST(Epub, TellsThatAPageIsMissing) {
  const auto document =
      read_bytes(epub("<itemref idref='a'/><itemref idref='b'/><itemref idref='q'/>",
                      {{"EPUB/een.xhtml", page("x")}}),
                 "a.epub");
  ASSERT_TRUE(document);
  ASSERT_EQ(document->warnings.size(), 1U);
  EXPECT_NE(document->warnings[0].find("EPUB/deel 2.xhtml ontbreekt"), std::string::npos);
}

std::string locked(const std::string& algorithm, const Parts& others = {}) {
  Parts parts{{"EPUB/een.xhtml", page("x")},
              {"META-INF/encryption.xml",
               "<encryption><enc:EncryptedData><enc:EncryptionMethod "
               "Algorithm='" +
                   algorithm + "'/></enc:EncryptedData></encryption>"}};
  parts.insert(parts.end(), others.begin(), others.end());
  return epub("<itemref idref='a'/>", parts);
}

TEST(Epub, ReadsABookWithScrambledFonts) {
  EXPECT_EQ(text_of(locked("http://www.idpf.org/2008/embedding")), "x");
}

TEST(Epub, SaysWhyItIsRefused) {
  const std::string aes = "http://www.w3.org/2001/04/xmlenc#aes128-cbc";
  struct Row {
    std::string bytes, said;
  };
  const std::vector<Row> rows{
      {locked(aes), "DRM van onbekende soort"},
      {locked(aes, {{"META-INF/rights.xml", "<rights/>"}}), "ADEPT"},
      {locked("http://readium.org/2014/01/lcp"), "LCP"},
      {locked("x", {{"META-INF/sinf.xml", "<sinf/>"}}), "FairPlay"},
      {packed({{"a.txt", "x"}}), "META-INF/container.xml ontbreekt"},
      {packed({{"META-INF/container.xml", "<container/>"}}), "geen EPUB-boek"},
      {epub("", {}), "geen tekst"},
      {"PK\x03\x04 en verder niets", "beschadigd"},
      {"zomaar tekst", "iets anders"}};
  for (const Row& row : rows) {
    const auto document = read_bytes(row.bytes, "a.epub");
    ASSERT_FALSE(document) << row.said;
    EXPECT_EQ(document.error().where, "a.epub");
    EXPECT_NE(document.error().message.find(row.said), std::string::npos)
        << row.said << " / " << document.error().message;
  }
}

}  // namespace
}  // namespace pipeline

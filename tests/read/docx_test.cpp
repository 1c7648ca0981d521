#include <gtest/gtest.h>

#include "pipeline/read/read.h"
#include "tests/support/packed.h"

namespace pipeline {
namespace {

std::string text_of(const std::string& bytes) {
  const auto document = read_bytes(bytes, "a.docx");
  return document ? document->source : to_string(document.error());
}
std::string run(const std::string& words, const std::string& properties = {}) {
  return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + words +
         "</w:t></w:r>";
}
std::string paragraph(const std::string& runs, const std::string& properties = {}) {
  return "<w:p><w:pPr>" + properties + "</w:pPr>" + runs + "</w:p>";
}

struct Row {
  std::string body, text;
};

TEST(Docx, ReadsWhatIsSeen) {
  const std::vector<Row> rows{
      {paragraph(run("Geen ") + run("zorg")) + paragraph(run("dat is papier")),
       "Geen zorg\n\ndat is papier"},
      {paragraph(
           "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r>"),
       "a\tb\nc\nd"},
      {paragraph("<w:r><w:t>Zuid</w:t><w:noBreakHyphen/><w:t>Holland, zor</w:t><w:softHyphen/>"
                 "<w:t>gen</w:t></w:r>"),
       "Zuid\u2011Holland, zorgen"},
      {paragraph("<w:r><w:t> weg </w:t></w:r>" + run(" blijft")), "weg blijft"},
      {paragraph(run("ja ") + "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r>" +
                 "<w:r><w:sym w:font=\"x\" w:char=\"00EB\"/><w:sym w:char=\"F123\"/></w:r>"),
       "ja ✓ë"},
      {"<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>" + paragraph(run("blok")) +
           "</w:sdtContent></w:sdt>",
       "blok"},
      {paragraph("<w:hyperlink>" + run("een ") + "</w:hyperlink><w:smartTag>" + run("twee ") +
                 "</w:smartTag><w:fldSimple>" + run("drie ") +
                 "</w:fldSimple><w:sdt><w:sdtContent>" + run("vier") + "</w:sdtContent></w:sdt>"),
       "een twee drie vier"},
      {paragraph(run("a &amp; b &#235;"), "<w:tabs><w:tab/></w:tabs>"), "a & b ë"},
      {"<w:sectPr><w:headerReference/></w:sectPr>" + paragraph(run("x")), "x"}};
  for (const Row& row : rows) EXPECT_EQ(text_of(docx(row.body)), row.text) << row.body;
}

TEST(Docx, ReadsAsIfTrackedChangesWereAccepted) {
  const std::vector<Row> rows{
      {paragraph(run("een ") +
                 "<w:del><w:r><w:delText>oude</w:delText><w:tab/></w:r></w:del><w:ins>" +
                 run("nieuwe") + "</w:ins>" + run(" versie")),
       "een nieuwe versie"},
      {paragraph("<w:moveFrom>" + run("weg") + "</w:moveFrom><w:moveTo>" + run("hier") +
                 "</w:moveTo>"),
       "hier"},
      {paragraph(run("een "), "<w:rPr><w:del/></w:rPr>") + paragraph(run("geheel")), "een geheel"},
      {"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + paragraph(run("weg")) +
           "</w:tc></w:tr></w:tbl>" + paragraph(run("x")),
       "x"},
      {paragraph("<w:r><w:fldChar/><w:instrText>PAGEREF x</w:instrText></w:r>" + run("12")), "12"}};
  for (const Row& row : rows) EXPECT_EQ(text_of(docx(row.body)), row.text) << row.body;
}

TEST(Docx, LeavesHiddenTextOut) {
  const std::string styles =
      "<w:styles><w:style w:styleId=\"geheim\"><w:rPr><w:vanish/></w:rPr></w:style>"
      "<w:style w:styleId=\"kind\"><w:basedOn w:val=\"geheim\"/></w:style>"
      "<w:style w:styleId=\"open\"><w:basedOn w:val=\"geheim\"/><w:rPr><w:vanish w:val=\"0\"/>"
      "</w:rPr></w:style></w:styles>";
  const std::vector<Row> rows{
      {paragraph(run("weg", "<w:vanish/>") + run("x", "<w:vanish w:val=\"false\"/>")), "x"},
      {paragraph(run("weg", "<w:rStyle w:val=\"kind\"/>") + run("x", "<w:rStyle w:val=\"open\"/>")),
       "x"},
      {paragraph(run("weg") + run("x", "<w:vanish w:val=\"0\"/>"), "<w:pStyle w:val=\"geheim\"/>"),
       "x"}};
  for (const Row& row : rows)
    EXPECT_EQ(text_of(docx(row.body, relation("s", "styles", "styles.xml"),
                           {{"word/styles.xml", styles}})),
              row.text)
        << row.body;
}

TEST(Docx, ReadsTablesRowByRow) {
  const auto cell = [](const std::string& blocks) {
    return "<w:tc><w:tcPr/>" + blocks + "</w:tc>";
  };
  EXPECT_EQ(
      text_of(docx(paragraph(run("boven")) + "<w:tbl><w:tblPr/><w:tblGrid/><w:tr>" +
                   cell(paragraph(run("rol"))) + cell(paragraph(run("naam"))) + "</w:tr><w:tr>" +
                   cell(paragraph("")) + cell(paragraph(run("een")) + paragraph(run("twee"))) +
                   "</w:tr></w:tbl>" + paragraph(run("onder")))),
      "boven\n\nrol\tnaam\n\neen\n\ntwee\n\nonder");
}

TEST(Docx, ReadsATextBoxOnceAndAfterItsParagraph) {
  const std::string box = "<w:txbxContent>" + paragraph(run("kader")) + "</w:txbxContent>";
  EXPECT_EQ(text_of(docx(paragraph(
                run("voor ") + "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>" + box +
                "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box +
                "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>" + run("na")))),
            "voor na\n\nkader");
  EXPECT_EQ(
      text_of(docx(paragraph("<w:r><w:pict><v:textbox>" + box + "</v:textbox></w:pict></w:r>"))),
      "kader");
}

TEST(Docx, PutsThePartsAroundTheBodyBehindIt) {
  const std::string relations =
      relation("1", "comments", "comments.xml") + relation("2", "footer", "voet.xml") +
      relation("3", "endnotes", "/word/eind.xml") + relation("4", "footnotes", "noten.xml") +
      relation("5", "header", "kop1.xml") + relation("6", "header", "kop2.xml") +
      relation("7", "header", "weg.xml");
  const auto part = [](const std::string& root, const std::string& words) {
    return "<w:" + root + ">" + paragraph(run(words)) + "</w:" + root + ">";
  };
  const Parts parts{
      {"word/comments.xml", "<w:comments>" + part("comment", "opmerking") + "</w:comments>"},
      {"word/voet.xml", part("ftr", "voet")},
      {"word/eind.xml", "<w:endnotes>" + part("endnote", "eindnoot") + "</w:endnotes>"},
      {"word/noten.xml", "<w:footnotes><w:footnote w:type=\"separator\">" + paragraph(run("---")) +
                             "</w:footnote>" + part("footnote", "voetnoot") + "</w:footnotes>"},
      {"word/kop1.xml", part("hdr", "kop")},
      {"word/kop2.xml", part("hdr", "kop")}};
  EXPECT_EQ(
      text_of(docx(paragraph(run("romp") + "<w:r><w:footnoteReference/></w:r>"), relations, parts)),
      "romp\n\nkop\n\nvoet\n\nvoetnoot\n\neindnoot\n\nopmerking");
}

TEST(Docx, FindsItsPartsByRelationAndAnyPrefix) {
  const std::string strict =
      "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument";
  EXPECT_EQ(
      text_of(packed({{"_rels/.rels", "<Relationships><Relationship Id=\"a\" Type=\"" + strict +
                                          "\" Target=\"/deel/tekst.xml\"/></Relationships>"},
                      {"deel/tekst.xml",
                       "<ns0:document><ns0:body><ns0:p><ns0:r><ns0:t>streng</ns0:t></ns0:r>"
                       "</ns0:p></ns0:body></ns0:document>"}})),
      "streng");
}

TEST(Docx, InsertsWebPagesAndTellsWhatItCannotInsert) {
  const auto document = read_bytes(
      docx(paragraph(run("voor")) + "<w:altChunk r:id=\"h\"/><w:altChunk r:id=\"d\"/>",
           relation("h", "aFChunk", "stuk.html") + relation("d", "aFChunk", "stuk.docx"),
           {{"word/stuk.html", "<table><tr><td>een<td>twee</table>"}, {"word/stuk.docx", "PK"}}),
      "a.docx");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->source, "voor\n\neen\ttwee");
  ASSERT_EQ(document->warnings.size(), 1U);
  EXPECT_NE(document->warnings[0].find("ingevoegd document"), std::string::npos);
}

TEST(Docx, TakesItsPropertiesAsAttributes) {
  const auto document = read_bytes(
      docx(paragraph(run("x")), {},
           {{"docProps/core.xml",
             "<cp:coreProperties><dc:title>Nota zorg</dc:title><dc:creator>A. de Boer</dc:creator>"
             "<dcterms:created>2026-03-12T09:00:00Z</dcterms:created><cp:revision>3</cp:revision>"
             "</cp:coreProperties>"}}),
      "a.docx");
  ASSERT_TRUE(document);
  EXPECT_EQ(
      document->attributes,
      (Attributes{{"titel", "Nota zorg"}, {"auteur", "A. de Boer"}, {"datum", "2026-03-12"}}));
}

TEST(Docx, SaysWhyItIsRefused) {
  std::string cut = docx(paragraph(run("x")));
  cut.resize(cut.size() / 2);
  std::string deep;
  for (int i = 0; i < 300; ++i) deep += "<w:sdt>";
  for (int i = 0; i < 300; ++i) deep += "</w:sdt>";
  const std::vector<Row> rows{{cut, "beschadigd"},
                              {"PK\x03\x04 en verder niets", "beschadigd"},
                              {docx("<w:p>"), "word/document.xml"},
                              {docx(deep), "dieper dan 256"},
                              {docx(paragraph("")), "geen tekst"},
                              {packed({{"a.txt", "x"}}), "een ander soort ZIP-bestand"},
                              {packed({{"xl/workbook.xml", "<workbook/>"}}), "rekenblad"},
                              {odt("<text:p>x</text:p>"), "OpenDocument"},
                              {packed(docx_parts(paragraph(run("x"))), "geheim"), "versleuteld"},
                              {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "wachtwoord"},
                              {"%PDF-1.7", "een PDF-bestand"},
                              {"zomaar tekst", "iets anders"}};
  for (const Row& row : rows) {
    const auto document = read_bytes(row.body, "a.docx");
    ASSERT_FALSE(document) << row.text;
    EXPECT_EQ(document.error().where, "a.docx");
    EXPECT_NE(document.error().message.find(row.text), std::string::npos)
        << row.text << " / " << document.error().message;
  }
}

TEST(Docx, RefusesAZipBomb) {
  const std::string bomb = docx(paragraph(run(std::string(20 << 20, 'x'))));
  ASSERT_LT(bomb.size(), 100'000U);
  EXPECT_NE(text_of(bomb).find("ZIP-bom"), std::string::npos);
  ReadLimits limits;
  limits.packed_entries = 3;
  Parts many = docx_parts(paragraph(run("x")));
  many.emplace_back("word/leeg.xml", "<x/>");
  EXPECT_FALSE(read_bytes(packed(many), "a.docx", limits));
  limits = {};
  limits.unpacked_bytes = 1000;
  EXPECT_FALSE(read_bytes(docx(paragraph(run(std::string(2000, 'x')))), "a.docx", limits));
}

TEST(Docx, KnowsNoOtherEntitiesThanItsOwn) {
  const std::string xml =
      "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\"><!ENTITY b \"bom\">]>"
      "<w:document><w:body><w:p><w:r><w:t>x &a;&b;</w:t></w:r></w:p></w:body></w:document>";
  Parts parts = docx_parts("");
  parts[1].second = xml;
  EXPECT_EQ(text_of(packed(parts)), "x &a;&b;");
}

}  // namespace
}  // namespace pipeline

// What stands within a document in a part of its own: other documents, charts, diagrams, formulas,
// the answers in forms.
#include "pipeline/read/inserted.h"

#include <gtest/gtest.h>

#include "tests/support/packed.h"

namespace pipeline {
namespace {

Document read_or_throw(const std::string& bytes, const std::string& name) {
  auto document = read_bytes(bytes, name);
  if (!document) throw std::runtime_error(to_string(document.error()));
  return std::move(*document);
}

std::string paragraph(const std::string& inner) {
  return "<w:p>" + inner + "</w:p>";
}
std::string run(const std::string& words) {
  return "<w:r><w:t xml:space=\"preserve\">" + words + "</w:t></w:r>";
}

// A document that holds `part` as a whole.
std::string around(const std::string& file, const std::string& part) {
  return docx(paragraph(run("voor")) + "<w:altChunk r:id=\"x\"/>" + paragraph(run("na")),
              relation("x", "aFChunk", file), {{"word/" + file, part}});
}

TEST(Inserted, DocumentsAreReadByTheirContent) {
  const std::string commented =
      docx(paragraph(run("binnen")), relation("c", "comments", "c.xml"),
           {{"word/c.xml",
             "<w:comments><w:comment>" + paragraph(run("weg")) + "</w:comment></w:comments>"}});
  struct Row {
    std::string file, part;
  };
  const std::vector<Row> rows{
      {"a.docx", commented},
      {"a.rtf", R"({\rtf1 binnen\par})"},
      {"a.txt", "binnen"},
      {"a.html", "<p>binnen</p>"},
      {"a.mht",
       "MIME-Version: 1.0\r\nContent-Type: "
       "multipart/related;\r\n\tboundary=\"rand\"\r\n\r\n--rand\r\n"
       "Content-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: "
       "quoted-printable\r\n\r\n<p class=3D\"x\">bin=\r\nnen</p>\r\n--rand--\r\n"},
      {"a.mht",
       "Content-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+Ymlu\nbmVuPC9wPg==\n"}};
  for (const Row& row : rows)
    EXPECT_EQ(read_or_throw(around(row.file, row.part), "a.docx").source, "voor\n\nbinnen\n\nna")
        << row.part;
}

TEST(Inserted, DocumentsWithinDocumentsEnd) {
  const std::string deep = around("a.docx", around("a.docx", around("a.docx", "PK")));
  const Document document = read_or_throw(deep, "a.docx");
  ASSERT_EQ(document.warnings.size(), 1U);
  EXPECT_NE(document.warnings[0].find("ingevoegd document"), std::string::npos);
}

TEST(Inserted, ASubdocumentElsewhereIsNamed) {
  const Document document =
      read_or_throw(docx(paragraph(run("hoofd")) + "<w:subDoc r:id=\"x\"/>",
                         "<Relationship Id=\"x\" Type=\"y/subDocument\" Target=\"deel%201.docx\" "
                         "TargetMode=\"External\"/>"),
                    "a.docx");
  ASSERT_EQ(document.warnings.size(), 1U);
  EXPECT_NE(document.warnings[0].find("subdocument deel%201.docx"), std::string::npos);
}

TEST(Inserted, WordsOfChartsAndDiagramsFollowTheirParagraph) {
  const std::string chart =
      "<c:chartSpace><c:chart><c:title><a:p><a:r><a:t>Aantal </a:t></a:r><a:r><a:t>leden</a:t>"
      "</a:r></a:p></c:title><c:ser><c:cat><c:strCache><c:ptCount/><c:pt><c:v>2025</c:v></c:pt>"
      "<c:pt><c:v>2026</c:v></c:pt></c:strCache></c:cat><c:val><c:numCache><c:pt><c:v>7</c:v></"
      "c:pt>"
      "</c:numCache></c:val></c:ser><c:ser><c:cat><c:strCache><c:pt><c:v>2025</c:v></c:pt><c:pt>"
      "<c:v>2026</c:v></c:pt></c:strCache></c:cat></c:ser></c:chart></c:chartSpace>";
  const std::string diagram =
      "<dgm:dataModel><dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>plan</a:t></a:r></a:p></dgm:t>"
      "</dgm:pt><dgm:pt><dgm:t><a:p><a:r><a:t>doe</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst>"
      "</dgm:dataModel>";
  const std::string drawing =
      "<w:r><w:drawing><a:graphicData><c:chart r:id=\"c\"/></a:graphicData></w:drawing></w:r>"
      "<w:r><w:drawing><dgm:relIds r:dm=\"d\" r:lo=\"x\"/></w:drawing></w:r>"
      "<w:r><w:pict><v:shape><v:textpath string=\"Kunst\"/></v:shape></w:pict></w:r>";
  EXPECT_EQ(
      read_or_throw(docx(paragraph(run("zie") + drawing),
                         relation("c", "chart", "c.xml") + relation("d", "diagramData", "d.xml"),
                         {{"word/c.xml", chart}, {"word/d.xml", diagram}}),
                    "a.docx")
          .source,
      "zie\n\nAantal leden\n\n2025\t2026\n\nplan\n\ndoe\n\nKunst");
}

TEST(Inserted, ChartsAndFormulasOfOpenDocumentHaveWords) {
  const std::string chart =
      "<office:document-content><office:body><office:chart><chart:chart><chart:title><text:p>Leden"
      "</text:p></chart:title><table:table><table:table-row><table:table-cell "
      "office:value-type=\"string\"><text:p>2025</text:p></table:table-cell><table:table-cell "
      "office:value-type=\"float\"><text:p>7</text:p></table:table-cell></table:table-row>"
      "</table:table></chart:chart></office:chart></office:body></office:document-content>";
  EXPECT_EQ(
      read_or_throw(
          odt("<text:p>zie<draw:frame><draw:object xlink:href=\"./Object 1\"/></draw:frame>"
              "<draw:frame><draw:object xlink:href=\"./Object 2\"/></draw:frame></text:p>",
              {},
              {{"Object 1/content.xml", chart},
               {"Object 2/content.xml",
                "<math><semantics><mrow><mi>x</mi><mo>=</mo><mn>2</mn></mrow><annotation>x = 2"
                "</annotation></semantics></math>"}}),
          "a.odt")
          .source,
      "zie\n\nLeden\n\n2025\n\nx=2");
}

TEST(Inserted, AnswersInOldFormsAreText) {
  const auto field = [](const std::string& form) {
    return "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData>" + form +
           "</w:ffData></w:fldChar></w:r><w:r><w:instrText>FORM</w:instrText></w:r>"
           "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
  };
  EXPECT_EQ(
      read_or_throw(
          docx(paragraph(field("<w:checkBox><w:default w:val=\"0\"/><w:checked/></w:checkBox>") +
                         run(" ja ") + field("<w:checkBox><w:default w:val=\"0\"/></w:checkBox>") +
                         run(" nee ") +
                         field("<w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"soms\"/>"
                               "<w:listEntry w:val=\"vaak\"/></w:ddList>"))),
          "a.docx")
          .source,
      "☒ ja ☐ nee vaak");
}

TEST(Inserted, FieldsWithinTheInstructionOfAFieldAreNotShown) {
  const auto mark = [](const std::string& type) {
    return "<w:r><w:fldChar w:fldCharType=\"" + type + "\"/></w:r>";
  };
  EXPECT_EQ(
      read_or_throw(docx(paragraph(mark("begin") + mark("begin") + mark("separate") + run("weg") +
                                   mark("end") + mark("separate") + run("getoond") + mark("end"))),
                    "a.docx")
          .source,
      "getoond");
}

TEST(Inserted, AFlatFileOfWordIsReadLikeAPackedOne) {
  const auto part = [](const std::string& name, const std::string& xml) {
    return "<pkg:part pkg:name=\"" + name + "\"><pkg:xmlData>" + xml + "</pkg:xmlData></pkg:part>";
  };
  const std::string start =
      "<?xml version=\"1.0\"?><pkg:package "
      "xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\">";
  EXPECT_EQ(
      read_or_throw(
          start +
              part("/_rels/.rels", "<Relationships>" +
                                       relation("a", "officeDocument", "word/d.xml") +
                                       "</Relationships>") +
              part("/word/_rels/d.xml.rels",
                   "<Relationships>" + relation("v", "footer", "v.xml") + "</Relationships>") +
              part("/word/d.xml", "<w:document><w:body>" +
                                      paragraph(run("plat &amp; ") + run("heel")) +
                                      "</w:body></w:document>") +
              part("/word/v.xml", "<w:ftr>" + paragraph(run("voet")) + "</w:ftr>") +
              "<pkg:part pkg:name=\"/word/beeld.png\"><pkg:binaryData>AA=="
              "</pkg:binaryData></pkg:part></pkg:package>",
          "a.xml")
          .source,
      "plat & heel\n\nvoet");
  const auto empty = read_bytes(start + "</pkg:package>", "a.xml");
  ASSERT_FALSE(empty);
  EXPECT_NE(empty.error().message.find("geen Word-document"), std::string::npos);
}

TEST(Inserted, AFlatFileOfOpenDocumentIsReadLikeAPackedOne) {
  EXPECT_EQ(read_or_throw(
                "<?xml version=\"1.0\"?><office:document><office:meta><dc:title>Nota</dc:title>"
                "</office:meta><office:automatic-styles><style:style style:name=\"P1\">"
                "<style:text-properties text:display=\"none\"/></style:style>"
                "</office:automatic-styles><office:master-styles><style:master-page><style:header>"
                "<text:p>kop</text:p></style:header></style:master-page></office:master-styles>"
                "<office:body><office:text><text:p>romp</text:p><text:p text:style-name=\"P1\">weg"
                "</text:p></office:text></office:body></office:document>",
                "a.fodt")
                .source,
            "romp\n\nkop");
  const auto sheet = read_bytes(
      "<office:document><office:body><office:spreadsheet/></office:body>"
      "</office:document>",
      "a.fodt");
  ASSERT_FALSE(sheet);
  EXPECT_NE(sheet.error().message.find("rekenblad"), std::string::npos);
}

}  // namespace
}  // namespace pipeline

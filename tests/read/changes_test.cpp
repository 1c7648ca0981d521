#include <gtest/gtest.h>

#include "pipeline/read/read.h"
#include "tests/support/packed.h"

namespace pipeline {
namespace {

std::string text_of(const std::string& bytes, const std::string& name, Changes changes) {
  const auto document = read_bytes(bytes, name, {}, {changes});
  return document ? document->source : to_string(document.error());
}

struct Row {
  std::string bytes, name, accepted, rejected;
};
void expect(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    EXPECT_EQ(text_of(row.bytes, row.name, Changes::accepted), row.accepted);
    EXPECT_EQ(text_of(row.bytes, row.name, Changes::rejected), row.rejected);
  }
}

std::string paragraph(const std::string& inner, const std::string& properties = {}) {
  return "<w:p><w:pPr>" + properties + "</w:pPr>" + inner + "</w:p>";
}
std::string run(const std::string& words) {
  return "<w:r><w:t xml:space=\"preserve\">" + words + "</w:t></w:r>";
}

TEST(Changes, OfWordAreReadEitherWay) {
  const std::string gone = "<w:r><w:delText xml:space=\"preserve\">oude </w:delText></w:r>";
  const auto row = [](const std::string& change) {
    return "<w:tbl><w:tr><w:trPr>" + change + "</w:trPr><w:tc>" + paragraph(run("rij")) +
           "</w:tc></w:tr></w:tbl>" + paragraph(run("na"));
  };
  const auto cell = [](const std::string& change) {
    return "<w:tbl><w:tr><w:tc><w:tcPr>" + change + "</w:tcPr>" + paragraph(run("cel")) +
           "</w:tc></w:tr></w:tbl>" + paragraph(run("na"));
  };
  expect({{docx(paragraph(run("een ") + "<w:del>" + gone + "</w:del><w:ins>" + run("nieuwe ") +
                          "</w:ins>" + run("versie"))),
           "a.docx", "een nieuwe versie", "een oude versie"},
          {docx(paragraph("<w:moveFrom>" + run("a ") + "</w:moveFrom>" + run("b ") + "<w:moveTo>" +
                          run("c") + "</w:moveTo>")),
           "a.docx", "b c", "a b"},
          {docx(paragraph(run("een "), "<w:rPr><w:ins/></w:rPr>") + paragraph(run("geheel"))),
           "a.docx", "een\n\ngeheel", "een geheel"},
          {docx(row("<w:ins/>")), "a.docx", "rij\n\nna", "na"},
          {docx(row("<w:del/>")), "a.docx", "na", "rij\n\nna"},
          {docx(cell("<w:cellDel/>")), "a.docx", "na", "cel\n\nna"},
          {docx(cell("<w:cellIns/>")), "a.docx", "cel\n\nna", "na"}});
}

TEST(Changes, OfOpenDocumentAreReadEitherWay) {
  const std::string changes =
      "<text:tracked-changes><text:changed-region "
      "text:id=\"d\"><text:deletion><office:change-info/>"
      "<text:p>oude </text:p></text:deletion></text:changed-region><text:changed-region "
      "text:id=\"i\"><text:insertion/></text:changed-region><text:changed-region text:id=\"p\">"
      "<text:deletion><text:p> slot</text:p><text:p>kop </text:p></text:deletion>"
      "</text:changed-region></text:tracked-changes>";
  expect(
      {{odt(changes + "<text:p>een <text:change text:change-id=\"d\"/><text:change-start "
                      "text:change-id=\"i\"/>nieuwe <text:change-end text:change-id=\"i\"/>versie"
                      "</text:p>"),
        "a.odt", "een nieuwe versie", "een oude versie"},
       {odt(changes + "<text:p>het<text:change text:change-id=\"p\"/>van alles</text:p>"), "a.odt",
        "hetvan alles", "het slot\n\nkop van alles"},
       {odt(changes + "<text:p>voor<text:change-start text:change-id=\"i\"/></text:p><text:p>erbij"
                      "</text:p><text:p><text:change-end text:change-id=\"i\"/> na</text:p>"),
        "a.odt", "voor\n\nerbij\n\nna", "voor na"}});
}

TEST(Changes, OfRtfAreReadEitherWay) {
  expect({{R"({\rtf1 een {\deleted oude }{\revised nieuwe }versie\par})", "a.rtf",
           "een nieuwe versie", "een oude versie"},
          {R"({\rtf1 {\mvf a }b{\mvt  c}\par})", "a.rtf", "b c", "a b"}});
}

}  // namespace
}  // namespace pipeline

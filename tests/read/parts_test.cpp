#include "pipeline/read/parts.h"

#include <gtest/gtest.h>

#include "pipeline/model/part.h"
#include "pipeline/read/read.h"
#include "tests/support/packed.h"

namespace pipeline {
namespace {

Document read_or_throw(const std::string& bytes, const std::string& name) {
  auto document = read_bytes(bytes, name);
  if (!document) throw std::runtime_error(to_string(document.error()));
  return std::move(*document);
}

// "tekst|noot: [1] noot|..."
std::string shown(const Document& document) {
  std::string text = source_without(
      document, {PartKind::header, PartKind::footer, PartKind::note, PartKind::comment});
  for (const TextPart& part : document.parts)
    text += "|" + std::string(part_name(part.kind)) + ": " +
            std::string(slice(document.source, part.span));
  return text;
}

std::string paragraph(const std::string& inner) {
  return "<w:p>" + inner + "</w:p>";
}
std::string run(const std::string& words) {
  return "<w:r><w:t xml:space=\"preserve\">" + words + "</w:t></w:r>";
}

TEST(Parts, StandApartInEachFormat) {
  const std::string word =
      docx(paragraph(run("romp") + "<w:r><w:footnoteReference w:id=\"3\"/></w:r>" + run(" en ") +
                     "<w:r><w:endnoteReference w:id=\"1\"/></w:r>"),
           relation("c", "comments", "c.xml") + relation("f", "footnotes", "f.xml") +
               relation("e", "endnotes", "e.xml") + relation("h", "header", "h.xml") +
               relation("v", "footer", "v.xml"),
           {{"word/c.xml", "<w:comments><w:comment w:author=\"A. de Boer\">" +
                               paragraph(run("klopt dit?")) + "</w:comment></w:comments>"},
            {"word/f.xml", "<w:footnotes><w:footnote w:id=\"2\">" + paragraph(run("los")) +
                               "</w:footnote><w:footnote w:id=\"3\">" + paragraph(run("voetnoot")) +
                               "</w:footnote></w:footnotes>"},
            {"word/e.xml", "<w:endnotes><w:endnote w:id=\"1\"><w:tbl><w:tr><w:tc>" +
                               paragraph(run("cel")) + "</w:tc><w:tc>" + paragraph(run("noot")) +
                               "</w:tc></w:tr></w:tbl></w:endnote></w:endnotes>"},
            {"word/h.xml", "<w:hdr>" + paragraph(run("kop")) + "</w:hdr>"},
            {"word/v.xml", "<w:ftr>" + paragraph(run("voet")) + "</w:ftr>"}});
  EXPECT_EQ(shown(read_or_throw(word, "a.docx")),
            "romp[1] en [2]|kop: kop|voet: voet|noot: [1] voetnoot|noot: [2] cel\tnoot|"
            "noot: los|opmerking: A. de Boer: klopt dit?");
  const std::string open = odt(
      "<text:p>romp<text:note><text:note-citation>i</"
      "text:note-citation><text:note-body><text:p>noot"
      "</text:p></text:note-body></text:note><office:annotation><dc:creator>A. de Boer</dc:creator>"
      "<dc:date>2026-03-12</dc:date><text:p>klopt dit?</text:p></office:annotation></text:p>",
      {},
      {{"styles.xml",
        "<office:document-styles><office:master-styles><style:master-page><style:header><text:p>kop"
        "</text:p></style:header><style:footer><text:p>voet</text:p></style:footer>"
        "</style:master-page></office:master-styles></office:document-styles>"}});
  EXPECT_EQ(shown(read_or_throw(open, "a.odt")),
            "romp[1]|kop: kop|voet: voet|noot: [1] noot|opmerking: A. de Boer: klopt dit?");
  EXPECT_EQ(shown(read_or_throw(
                R"({\rtf1 {\header kop}{\footer voet}romp\chftn{\footnote\chftn noot})"
                R"( en*{\footnote los}{\*\atnauthor A. de Boer}{\*\annotation klopt dit?}\par})",
                "a.rtf")),
            "romp[1] en*|kop: kop|voet: voet|noot: [1] noot|noot: los|"
            "opmerking: A. de Boer: klopt dit?");
}

TEST(Parts, LeavesOutANoteThatOnlyDeletedTextPointsAt) {
  const std::string bytes =
      docx(paragraph(run("romp") + "<w:del><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:del>"),
           relation("f", "footnotes", "f.xml"),
           {{"word/f.xml", "<w:footnotes><w:footnote w:id=\"1\">" + paragraph(run("weg")) +
                               "</w:footnote></w:footnotes>"}});
  EXPECT_EQ(read_or_throw(bytes, "a.docx").source, "romp");
}

TEST(Parts, KeepsANoteWithAMarkOfItsOwn) {
  const std::string bytes = docx(
      paragraph(
          run("romp") +
          "<w:r><w:footnoteReference w:id=\"1\" w:customMarkFollows=\"1\"/><w:t>*</w:t></w:r>"),
      relation("f", "footnotes", "f.xml"),
      {{"word/f.xml", "<w:footnotes><w:footnote w:id=\"1\">" + paragraph(run("* ster")) +
                          "</w:footnote></w:footnotes>"}});
  EXPECT_EQ(read_or_throw(bytes, "a.docx").source, "romp*\n\n* ster");
}

TEST(Parts, AreWhereTheySayAfterBrokenBytesAreMended) {
  const Document document =
      read_or_throw(docx(paragraph(run("romp \xFF")), relation("v", "footer", "v.xml"),
                         {{"word/v.xml", "<w:ftr>" + paragraph(run("voet")) + "</w:ftr>"}}),
                    "a.docx");
  ASSERT_EQ(document.parts.size(), 1U);
  EXPECT_EQ(slice(document.source, document.parts[0].span), "voet");
}

TEST(Parts, CanBeLeftOutOfTheText) {
  Document document;
  document.source = "romp\n\nkop\n\nnoot\n\nslot";
  document.parts = {{{6, 9}, PartKind::header}, {{11, 15}, PartKind::note}};
  EXPECT_EQ(source_without(document, {}), document.source);
  EXPECT_EQ(source_without(document, {PartKind::comment}), document.source);
  EXPECT_EQ(source_without(document, {PartKind::note}), "romp\n\nkop\n\nslot");
  EXPECT_EQ(source_without(document, {PartKind::note, PartKind::header}), "romp\n\nslot");
}

TEST(Pages, BeginWhereWordLastSawAPageEnd) {
  const std::string end = "<w:r><w:lastRenderedPageBreak/></w:r>";
  const Document document = read_or_throw(
      docx(paragraph(run("een")) + paragraph(end + run("twee")) + "<w:tbl><w:tr><w:tc>" +
               paragraph(run("a ") + end + run("b")) + "</w:tc><w:tc>" + paragraph(end + run("c")) +
               "</w:tc></w:tr></w:tbl>" + paragraph(run("drie")),
           relation("v", "footer", "v.xml"),
           {{"word/v.xml", "<w:ftr>" + paragraph(run("voet")) + "</w:ftr>"}}),
      "a.docx");
  EXPECT_EQ(document.source, "een\n\ntwee\n\na b\tc\n\ndrie\n\nvoet");
  EXPECT_EQ(document.pages, (std::vector<PageStart>{{0, 1}, {5, 2}, {13, 3}, {24, 0}}));
}

TEST(Pages, AreNotInAFileThatDoesNotKnowThem) {
  EXPECT_TRUE(read_or_throw(docx(paragraph(run("een"))), "a.docx").pages.empty());
  EXPECT_EQ(read_or_throw(odt("<text:p>een<text:soft-page-break/>twee</text:p>"), "a.odt").pages,
            (std::vector<PageStart>{{0, 1}, {3, 2}}));
}

}  // namespace
}  // namespace pipeline

#include <gtest/gtest.h>

#include "pipeline/read/read.h"
#include "tests/support/packed.h"

namespace pipeline {
namespace {

std::string text_of(const std::string& bytes) {
  const auto document = read_bytes(bytes, "a.odt");
  return document ? document->source : to_string(document.error());
}

struct Row {
  std::string body, text;
};

TEST(Odt, ReadsWhatIsSeen) {
  const std::vector<Row> rows{
      {"<text:h>Kern</text:h>\n<text:p>Geen <text:span>zorg</text:span>\n  hier</text:p>",
       "Kern\n\nGeen zorg hier"},
      {"<text:p>a<text:s text:c=\"3\"/>b<text:tab/>c<text:line-break/>d</text:p>", "a   b\tc\nd"},
      {"<text:p><text:span>een</text:span> <text:span>twee</text:span></text:p>", "een twee"},
      {"<text:list><text:list-item><text:number>1.</text:number><text:p>een</text:p></"
       "text:list-item>"
       "<text:list-item><text:p>twee</text:p></text:list-item></text:list>",
       "een\n\ntwee"},
      {"<text:section><text:p><text:a>de nota</text:a> zo<text:soft-page-break/>rg</text:p>"
       "</text:section>",
       "de nota zorg"},
      {"<table:table><table:table-row><table:table-cell><text:p>rol</text:p></table:table-cell>"
       "<table:table-cell><text:p>naam</text:p></table:table-cell><table:covered-table-cell>"
       "<text:p>weg</text:p></table:covered-table-cell></table:table-row></table:table>",
       "rol\tnaam"},
      {"<text:tracked-changes><text:deletion><text:p>weg</text:p></text:deletion>"
       "</text:tracked-changes><text:p>een<text:change-start/> nieuwe<text:change-end/></text:p>",
       "een nieuwe"},
      {"<text:p>voor <draw:frame><draw:text-box><text:p>kader</text:p></draw:text-box>"
       "<svg:title>weg</svg:title></draw:frame>na</text:p>",
       "voor na\n\nkader"},
      {"<draw:frame><draw:text-box><text:p>kader</text:p></draw:text-box></draw:frame>"
       "<text:p>na</text:p>",
       "kader\n\nna"},
      {"<text:table-of-content><text:table-of-content-source><text:index-title-template>weg"
       "</text:index-title-template></text:table-of-content-source><text:index-body><text:p>Inhoud"
       "</text:p></text:index-body></text:table-of-content>",
       "Inhoud"},
      {"<text:p>eerst<text:note><text:note-citation>1</"
       "text:note-citation><text:note-body><text:p>noot"
       "</text:p></text:note-body></text:note><office:annotation><dc:creator>A.</dc:creator>"
       "<text:p>opmerking</text:p></office:annotation> dan</text:p><text:p>later</text:p>",
       "eerst[1] dan\n\nlater\n\n[1] noot\n\nA.: opmerking"}};
  for (const Row& row : rows) EXPECT_EQ(text_of(odt(row.body)), row.text) << row.body;
}

TEST(Odt, LeavesHiddenTextOut) {
  const std::string styles =
      "<style:style style:name=\"P9\"><style:text-properties text:display=\"none\"/></style:style>"
      "<style:style style:name=\"P10\" style:parent-style-name=\"P9\"/>"
      "<style:style style:name=\"P11\" style:parent-style-name=\"P9\"><style:text-properties "
      "text:display=\"true\"/></style:style>";
  const std::vector<std::string> hidden{
      "<text:p text:style-name=\"P9\">weg</text:p>",
      "<text:p text:style-name=\"P10\">weg</text:p>",
      "<text:p><text:span text:style-name=\"P9\">weg</text:span></text:p>",
      "<text:p><text:hidden-text>weg</text:hidden-text></text:p>",
      "<text:p><text:hidden-paragraph text:is-hidden=\"true\"/>weg</text:p>",
      "<text:section text:display=\"none\"><text:p>weg</text:p></text:section>"};
  for (const std::string& piece : hidden)
    EXPECT_EQ(text_of(odt(piece + "<text:p text:style-name=\"P11\">x</text:p>", styles)), "x")
        << piece;
}

TEST(Odt, PutsHeadersAndFootersBehindTheBodyOnce) {
  const std::string styles =
      "<office:document-styles><office:master-styles>"
      "<style:master-page><style:footer><text:p>voet</text:p></style:footer>"
      "<style:header><text:p>kop</text:p></style:header>"
      "<style:header-left><text:p>kop links</text:p></style:header-left>"
      "<style:header-first style:display=\"false\"><text:p>weg</text:p></style:header-first>"
      "</style:master-page><style:master-page><style:header><text:p>kop</text:p></style:header>"
      "</style:master-page></office:master-styles></office:document-styles>";
  EXPECT_EQ(text_of(odt("<text:p>romp</text:p>", {}, {{"styles.xml", styles}})),
            "romp\n\nkop\n\nkop links\n\nvoet");
}

TEST(Odt, ReadsWhatIsEmbeddedButNotEndlessly) {
  const std::string object =
      "<office:document-content><office:body><office:text><text:p>binnen</text:p><draw:frame>"
      "<draw:object xlink:href=\"./Object 1\"/></draw:frame></office:text></office:body>"
      "</office:document-content>";
  EXPECT_EQ(text_of(odt("<text:p>buiten<draw:frame><draw:object xlink:href=\"./Object 1\"/>"
                        "</draw:frame></text:p>",
                        {}, {{"Object 1/content.xml", object}})),
            "buiten\n\nbinnen");
}

TEST(Odt, TakesItsPropertiesAsAttributes) {
  const auto document = read_bytes(
      odt("<text:p>x</text:p>", {},
          {{"meta.xml",
            "<office:document-meta><office:meta><dc:title>Nota zorg</dc:title>"
            "<meta:initial-creator>A. de "
            "Boer</meta:initial-creator><dc:date>2026-10-01T10:00</dc:date>"
            "<meta:keyword>zorg</meta:keyword><meta:keyword>dorp</meta:keyword>"
            "<meta:creation-date>2026-03-12T09:00:00.0</meta:creation-date></office:meta>"
            "</office:document-meta>"}}),
      "a.odt");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->attributes, (Attributes{{"titel", "Nota zorg"},
                                              {"auteur", "A. de Boer"},
                                              {"datum", "2026-03-12"},
                                              {"trefwoorden", "zorg, dorp"}}));
}

TEST(Odt, SaysWhyItIsRefused) {
  const auto body = [](const std::string& kind) {
    return packed({{"content.xml", "<o:document-content><o:body><o:" + kind +
                                       "/></o:body></o:document-content>"}});
  };
  const std::vector<Row> rows{
      {odt("<text:p>x</text:p>", {}, {{"META-INF/manifest.xml", "<manifest:encryption-data/>"}}),
       "versleuteld"},
      {body("spreadsheet"), "rekenblad"},
      {body("presentation"), "presentatie"},
      {docx("<w:p/>"), "Word-document"},
      {packed({{"content.xml", "<o:document-content>"}}), "content.xml"},
      {odt("<text:p>x</text:p>", {}, {{"styles.xml", "<kapot"}}), "styles.xml"},
      {odt("<text:p></text:p>"), "geen tekst"}};
  for (const Row& row : rows) {
    const auto document = read_bytes(row.body, "a.odt");
    ASSERT_FALSE(document) << row.text;
    EXPECT_EQ(document.error().where, "a.odt");
    EXPECT_NE(document.error().message.find(row.text), std::string::npos)
        << row.text << " / " << document.error().message;
  }
}

}  // namespace
}  // namespace pipeline

#include <gtest/gtest.h>

#include "pipeline/read/read.h"

namespace pipeline {
namespace {

std::string rtf(const std::string& body) {
  return "{\\rtf1\\ansi\\deff0 " + body + "}";
}
std::string text_of(const std::string& body) {
  const auto document = read_bytes(rtf(body), "a.rtf");
  return document ? document->source : to_string(document.error());
}

struct Row {
  std::string body, text;
};
void expect(const std::vector<Row>& rows) {
  for (const Row& row : rows) EXPECT_EQ(text_of(row.body), row.text) << row.body;
}

TEST(Rtf, ReadsWhatIsSeen) {
  expect({{R"(Geen {\b zorg}\par dat is papier\par)", "Geen zorg\n\ndat is papier"},
          {R"(a\tab b\line c\page d)", "a\tb\nc\nd"},
          {"a\tb", "a\tb"},
          {"over twee\n regels\r\n heen", "over twee regels heen"},
          {"een\\\ntwee", "een\n\ntwee"},
          {R"(Zuid\_Holland, zor\-gen\~hier)", "Zuid\u2011Holland, zorgen\u00A0hier"},
          {R"(\{a\\b\})", "{a\\b}"},
          {R"(\lquote s avonds\emdash ja \ldblquote nee\rdblquote)", "‘s avonds—ja “nee”"},
          {R"({\field{\*\fldinst HYPERLINK "https://x.nl"}{\fldrslt de site}})", "de site"},
          {R"({\listtext 1.\tab}punt)", "1. punt"},
          {R"({\*\onbekend weg}{\pict 0102}blijft)", "blijft"},
          {R"(een \bin3 }}{ twee)", "een  twee"}});
}

TEST(Rtf, ReadsBytesByTheCodePageOfTheirFont) {
  const std::string fonts =
      R"({\fonttbl{\f0\fcharset0 Sans;}{\f1\fcharset161 Sans{\*\falt x};}{\f2\fcharset128 M;})"
      R"({\f3\fcharset2 Wingdings;}{\f4\fcharset1 Sans;}{\f5\cpg1251 Sans;}{\f6\fcharset238 S;}})";
  expect({{R"(pati\'ebnt)", "patiënt"},
          {"pati\xEBnt", "patiënt"},
          {fonts + R"({\f1\'e1\'e2} \'eb)", "αβ ë"},
          {fonts + R"({\f2\'93\'fa\'83A} a)", "日ア a"},
          {fonts + R"(ja {\f3\'fc\'01})", "ja ✓"},
          {fonts + R"({\f5\'e4} {\f6\'e8}{\f1\plain\'eb})", "д čë"},
          {R"(\ansicpg1250 \'e8{\f9\'e8})", "čč"},
          {R"(\ansicpg65001 pati)"
           "\xC3\xAB"
           "nt",
           "patiënt"},
          {R"(\pca pati\'89nt)", "patiënt"},
          {R"(\mac pati\'91nt)", "patiënt"},
          {R"(a\'zzb)", "azzb"}});
}

TEST(Rtf, ReadsUnicodeInPlaceOfWhatStandsForIt) {
  expect({{R"(pati\u235?nt)", "patiënt"},
          {R"(pati\u235\'ebnt)", "patiënt"},
          {R"(\u8217\rquote s)", "’s"},
          {R"({\uc0 pati\u235 nt}\u235 e)", "patiëntë"},
          {R"({\uc2\u26085\'93\'fa}\u235 ee)", "日ëe"},
          {R"(\u235 {x})", "ëx"},
          {R"(\u235\u239)", "ëï"},
          {R"(\u-10179?\u-8704?)", "😀"},
          {R"(\u-10179? x)", "x"},
          {R"(x\u-8704?)", "x"},
          {R"(\u-3844? ja\u-3855?)", "✓ ja"},
          {R"({\field{\*\fldinst SYMBOL 252 \\f "Wingdings"}{\fldrslt}} ja)", "✓ ja"}});
}

TEST(Rtf, ReadsAsIfTrackedChangesWereAccepted) {
  expect({{R"(een {\deleted oude }{\revised nieuwe }versie)", "een nieuwe versie"},
          {R"(een {\deleted\par}geheel)", "een geheel"},
          {R"({\deleted a{\footnote weg}}x)", "x"},
          {R"({\mvf weg}{\mvt hier})", "hier"}});
}

TEST(Rtf, LeavesHiddenTextOut) {
  expect({{R"(a{\v weg}b)", "ab"},
          {R"(a\v weg\v0 b)", "ab"},
          {R"(\v weg\plain b)", "b"},
          {R"({een\v weg\par}twee)", "een\n\ntwee"}});
}

TEST(Rtf, ReadsTablesRowByRow) {
  expect(
      {{R"(boven\par\trowd\cellx1\pard\intbl rol\cell naam\cell\trowd\row)"
        R"(\trowd\intbl\cell een\par twee\cell\row\pard onder\par)",
        "boven\n\nrol\tnaam\n\neen\n\ntwee\n\nonder"},
       {R"({\trowd{{\pard\intbl a\par}\cell}{{\pard\intbl b\par}\cell}}{\intbl\row}{\pard c\par})",
        "a\tb\n\nc"},
       {R"(\trowd\intbl x\itap2 een\nestcell twee\nestcell{\*\nesttableprops\trowd\nestrow})"
        R"({\nonesttables\par}\pard\intbl na\cell\row)",
        "xeen\ttwee\n\nna"},
       {R"(\trowd\intbl a\cell b\pard\par c)", "a\tb\n\nc"}});
}

TEST(Rtf, PutsThePartsAroundTheBodyBehindIt) {
  expect(
      {{R"({\header kop\par}{\headerf kop}{\footer voet}romp{\super\chftn{\footnote\chftn\~noot)"
        R"(}}{\footnote\ftnalt eind}{\*\atnid J}{\*\annotation{\*\atndate 1}op}\par meer)",
        "romp[1]\n\nmeer\n\nkop\n\nvoet\n\n[1] noot\n\neind\n\nop"},
       {R"(voor {\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt\pard kader\par}}{\shprslt weg}}na\par)",
        "voor na\n\nkader"},
       {R"({\*\do\dobxpage{\dptxbxtext kader\par}}x)", "x\n\nkader"}});
}

TEST(Rtf, TakesItsPropertiesAsAttributes) {
  const auto document = read_bytes(
      rtf(R"({\info{\title Nota pati\'ebnt}{\author A. de Boer}{\operator B}{\*\company C})"
          R"({\creatim\yr2024\mo3\dy2\hr9}{\revtim\yr2025\mo1\dy1}{\doccomm D}}x{\title  y})"),
      "a.rtf");
  ASSERT_TRUE(document);
  EXPECT_EQ(
      document->attributes,
      (Attributes{{"titel", "Nota patiënt"}, {"auteur", "A. de Boer"}, {"datum", "2024-03-02"}}));
  EXPECT_EQ(document->source, "x y");
  EXPECT_EQ(document->format, "rtf");
}

TEST(Rtf, TellsThatItDoesNotKnowACodePage) {
  const auto document = read_bytes(rtf(R"(\ansicpg99 x)"), "a.rtf");
  ASSERT_TRUE(document);
  ASSERT_EQ(document->warnings.size(), 1U);
  EXPECT_NE(document->warnings[0].find("codepagina 99"), std::string::npos);
}

TEST(Rtf, SaysWhyItIsRefused) {
  const std::string deep(300, '{');
  const std::vector<Row> rows{{"{\\rtf1 Geen zorg", "afgekapt"},
                              {"{\\rtf1 \\bin9 x}", "afgekapt"},
                              {"{\\rtf1 \\", "afgekapt"},
                              {"{\\rtf1 {\\b }}", "geen tekst"},
                              {"{\\rtf1 " + deep, "dieper dan 256"},
                              {"PK\x03\x04", "een ZIP-bestand"},
                              {"zomaar tekst", "iets anders"}};
  for (const Row& row : rows) {
    const auto document = read_bytes(row.body, "a.rtf");
    ASSERT_FALSE(document) << row.text;
    EXPECT_EQ(document.error().where, "a.rtf");
    EXPECT_NE(document.error().message.find(row.text), std::string::npos)
        << row.text << " / " << document.error().message;
  }
}

}  // namespace
}  // namespace pipeline

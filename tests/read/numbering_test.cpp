#include "pipeline/read/numbering.h"

#include <gtest/gtest.h>

#include "pipeline/read/read.h"
#include "tests/support/packed.h"

namespace pipeline {
namespace {

std::string text_of(const std::string& bytes, const std::string& name) {
  const auto document = read_bytes(bytes, name);
  return document ? document->source : to_string(document.error());
}

TEST(Numbering, WritesANumberInEachForm) {
  struct Row {
    NumberForm form;
    std::uint32_t value;
    std::string text;
  };
  const std::vector<Row> rows{{NumberForm::none, 4, ""},
                              {NumberForm::decimal, 12, "12"},
                              {NumberForm::padded, 4, "04"},
                              {NumberForm::ordinal, 3, "3e"},
                              {NumberForm::lower_roman, 1994, "mcmxciv"},
                              {NumberForm::upper_roman, 49, "XLIX"},
                              {NumberForm::lower_roman, 4000, "4000"},
                              {NumberForm::lower_letter, 26, "z"},
                              {NumberForm::lower_letter, 28, "bb"},
                              {NumberForm::upper_letter, 1, "A"},
                              {NumberForm::upper_letter, 4'000'000'000, "4000000000"},
                              {NumberForm::lower_letter, 0, "0"}};
  for (const Row& row : rows) EXPECT_EQ(number_in(row.form, row.value), row.text);
}

TEST(Numbering, BeginsALevelThatIsPassedOver) {
  LevelCounts counts;
  LevelCounts::Starts starts{};
  starts.fill(1);
  counts.count(0, starts);
  counts.count(2, starts);
  EXPECT_EQ(counts.at(1), 1U);
  counts.count(1, starts);
  EXPECT_EQ(counts.at(1), 2U);
  counts.count(2, starts);
  EXPECT_EQ(counts.at(2), 1U);
  counts.restart(0, 7);
  counts.count(0, starts);
  EXPECT_EQ(counts.at(0), 7U);
}

TEST(Numbering, KnowsLabelsThatSaySomething) {
  for (const char* label : {"1.", "a)", "§ 3", "IV", "β."}) EXPECT_TRUE(says_something(label));
  for (const char* label : {"•", "-", "–", "→", "", "\uF0B7"}) EXPECT_FALSE(says_something(label));
}

// --- Word
// -----------------------------------------------------------------------------------------

std::string level(int number, const std::string& form, const std::string& text,
                  const std::string& more = "<w:start w:val=\"1\"/>") {
  return "<w:lvl w:ilvl=\"" + std::to_string(number) + "\">" + more + "<w:numFmt w:val=\"" + form +
         "\"/><w:lvlText w:val=\"" + text + "\"/></w:lvl>";
}
std::string item(const std::string& list, int level, const std::string& words) {
  return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" +
         list + "\"/></w:numPr></w:pPr><w:r><w:t>" + words + "</w:t></w:r></w:p>";
}
std::string styled(const std::string& style, const std::string& words,
                   const std::string& properties = {}) {
  return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/>" + properties + "</w:pPr><w:r><w:t>" +
         words + "</w:t></w:r></w:p>";
}
std::string list(const std::string& id, const std::string& drawn, const std::string& more = {}) {
  return "<w:num w:numId=\"" + id + "\"><w:abstractNumId w:val=\"" + drawn + "\"/>" + more +
         "</w:num>";
}
std::string drawn(const std::string& id, const std::string& levels) {
  return "<w:abstractNum w:abstractNumId=\"" + id + "\">" + levels + "</w:abstractNum>";
}
std::string word_text(const std::string& body, const std::string& numbering,
                      const std::string& styles = {}) {
  return text_of(
      docx(body,
           relation("n", "numbering", "numbering.xml") + relation("s", "styles", "styles.xml"),
           {{"word/numbering.xml", "<w:numbering>" + numbering + "</w:numbering>"},
            {"word/styles.xml", "<w:styles>" + styles + "</w:styles>"}}),
      "a.docx");
}

TEST(Numbering, NumbersTheListsOfWord) {
  const std::string numbering =
      drawn("0",
            level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)") + level(2, "bullet", "o")) +
      list("1", "0") +
      list("2", "0", "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>") +
      drawn("1", level(0, "decimalZero", "Vraag %1:", "<w:start w:val=\"9\"/>")) + list("3", "1") +
      drawn("2", level(0, "upperRoman", "%1") + level(1, "decimal", "%1.%2", "<w:isLgl/>")) +
      list("4", "2");
  EXPECT_EQ(word_text(item("1", 0, "een") + item("1", 1, "a") + item("1", 1, "b") +
                          item("1", 2, "punt") + item("1", 0, "twee") + item("1", 1, "a") +
                          item("2", 0, "vijf") + item("1", 0, "zes") + item("3", 0, "wie?") +
                          item("3", 0, "wat?") + item("4", 0, "deel") + item("4", 1, "nul"),
                      numbering),
            "1. een\n\na) a\n\nb) b\n\npunt\n\n2. twee\n\na) a\n\n5. vijf\n\n6. zes\n\n"
            "Vraag 09: wie?\n\nVraag 10: wat?\n\nI deel\n\n1.0 nul");
}

TEST(Numbering, NumbersTheHeadingsOfWordByTheirStyles) {
  const std::string numbering =
      drawn("0", level(0, "decimal", "%1") + level(1, "decimal", "%1.%2") +
                     level(2, "decimal", "%1.%2.%3")) +
      list("1", "0") +
      "<w:abstractNum w:abstractNumId=\"7\"><w:numStyleLink "
      "w:val=\"Lijst\"/></w:abstractNum>" +
      list("8", "7");
  const auto place = [](int level) {
    return "<w:pPr><w:numPr><w:ilvl w:val=\"" + std::to_string(level) +
           "\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>";
  };
  const std::string styles =
      "<w:style w:styleId=\"Kop1\">" + place(0) + "</w:style><w:style w:styleId=\"Kop2\">" +
      place(1) + "</w:style><w:style w:styleId=\"Kop3\">" + place(2) +
      "</w:style><w:style w:styleId=\"Kop2b\"><w:basedOn w:val=\"Kop2\"/></w:style>"
      "<w:style w:type=\"numbering\" w:styleId=\"Lijst\"><w:pPr><w:numPr><w:numId w:val=\"1\"/>"
      "</w:numPr></w:pPr></w:style><w:style w:styleId=\"ring\"><w:basedOn "
      "w:val=\"ring\"/></w:style>";
  EXPECT_EQ(word_text(styled("Kop1", "Doel") + styled("Kop3", "diep") + styled("Kop2b", "verder") +
                          styled("Kop1", "Slot") +
                          styled("Kop2", "zonder", "<w:numPr><w:numId w:val=\"0\"/></w:numPr>") +
                          styled("ring", "rond") + item("8", 0, "als de lijst"),
                      numbering, styles),
            "1 Doel\n\n1.1.1 diep\n\n1.2 verder\n\n2 Slot\n\nzonder\n\nrond\n\n1 als de lijst");
}

TEST(Numbering, LeavesNoNumberWithoutWords) {
  const std::string numbering = drawn("0", level(0, "decimal", "%1.")) + list("1", "0");
  EXPECT_EQ(word_text(item("1", 0, "een") + item("1", 0, "") + item("1", 0, "drie") +
                          item("9", 0, "los") + item("1", 12, "te diep"),
                      numbering),
            "1. een\n\n3. drie\n\nlos\n\nte diep");
}

// --- OpenDocument
// ---------------------------------------------------------------------------------

TEST(Numbering, NumbersTheListsOfOpenDocument) {
  const std::string styles =
      "<text:list-style style:name=\"L1\"><text:list-level-style-number text:level=\"1\" "
      "style:num-format=\"1\" style:num-suffix=\".\"/><text:list-level-style-number "
      "text:level=\"2\" style:num-format=\"a\" style:num-suffix=\")\" text:display-levels=\"2\"/>"
      "<text:list-level-style-bullet text:level=\"3\" text:bullet-char=\"•\"/></text:list-style>"
      "<text:list-style style:name=\"L2\"><text:list-level-style-number text:level=\"1\" "
      "style:num-format=\"I\" style:num-list-format=\"Deel %1%:\" text:start-value=\"3\"/>"
      "</text:list-style>";
  const std::string body =
      "<text:list text:style-name=\"L1\" xml:id=\"x\"><text:list-item><text:p>een</text:p>"
      "<text:p>nog steeds een</text:p><text:list><text:list-item><text:p>onder</text:p><text:list>"
      "<text:list-item><text:p>punt</text:p></text:list-item></text:list></text:list-item>"
      "</text:list></text:list-item><text:list-header><text:p>kop</text:p></text:list-header>"
      "<text:list-item><text:p>twee</text:p></text:list-item></text:list><text:p>tussen</text:p>"
      "<text:list text:style-name=\"L1\"><text:list-item><text:p>opnieuw</text:p></text:list-item>"
      "</text:list><text:list text:style-name=\"L1\" text:continue-list=\"x\"><text:list-item>"
      "<text:p>drie</text:p></text:list-item><text:list-item text:start-value=\"9\"><text:p>negen"
      "</text:p></text:list-item></text:list><text:list text:style-name=\"L2\"><text:list-item>"
      "<text:p>lang</text:p></text:list-item></text:list>";
  EXPECT_EQ(text_of(odt(body, styles), "a.odt"),
            "1. een\n\nnog steeds een\n\n1.a) onder\n\npunt\n\nkop\n\n2. twee\n\ntussen\n\n"
            "1. opnieuw\n\n3. drie\n\n9. negen\n\nDeel III: lang");
}

TEST(Numbering, NumbersTheHeadingsOfOpenDocument) {
  const std::string styles =
      "<office:document-styles><office:styles><text:outline-style><text:outline-level-style "
      "text:level=\"1\" style:num-format=\"1\"/><text:outline-level-style text:level=\"2\" "
      "style:num-format=\"1\" text:display-levels=\"2\"/><text:outline-level-style "
      "text:level=\"3\" "
      "style:num-format=\"\"/></text:outline-style></office:styles></office:document-styles>";
  const std::string body =
      "<text:h text:outline-level=\"1\">Doel</text:h><text:h text:outline-level=\"2\">Kern</text:h>"
      "<text:h text:outline-level=\"3\">diep</text:h><text:h text:outline-level=\"1\" "
      "text:is-list-header=\"true\">zonder</text:h><text:h text:outline-level=\"1\">Slot</text:h>";
  EXPECT_EQ(text_of(odt(body, {}, {{"styles.xml", styles}}), "a.odt"),
            "1 Doel\n\n1.1 Kern\n\ndiep\n\nzonder\n\n2 Slot");
}

// --- RTF
// ------------------------------------------------------------------------------------------

TEST(Numbering, TakesTheNumbersThatRtfWritesOut) {
  EXPECT_EQ(text_of(R"({\rtf1\ansi {\listtext\f0 1.\tab}een\par{\pntext b)\tab}twee\par)"
                    R"({\listtext\f3\'b7\tab}drie\par{\listtext o\tab}vier\par})",
                    "a.rtf"),
            "1. een\n\nb) twee\n\ndrie\n\nvier");
}

}  // namespace
}  // namespace pipeline

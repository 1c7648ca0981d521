// Interviews whose questions are bold, in each format that knows what is bold.
#include "pipeline/read/bold_questions.h"

#include <gtest/gtest.h>

#include <functional>

#include "pipeline/read/read.h"
#include "pipeline/segment/segment.h"
#include "tests/support/packed.h"

namespace pipeline {
namespace {

struct Line {
  bool is_bold;
  std::string text;
};

const std::vector<Line> interview{
    {true, "Een huis in het dorp"},
    {false, "Door Fenna Kuiper"},
    {true, "Hoe is het begonnen?"},
    {false, "Met een lege school, en met een vrouw die niet weg wilde."},
    {false, "Daarna kwam de rest."},
    {true, "Wie deden er mee?"},
    {false, "Zestien buren, en later ook de mensen van de zorg."},
    {true, "Tegenslag"},
    {true, "Wat ging er mis?"},
    {false, "Er was geen geld voor de nacht, en niemand zei dat hardop."},
    {true, "En nu?"},
    {false, "Nu wachten wij op de gemeente, zoals altijd in het najaar."}};

std::string as_docx(const std::vector<Line>& lines) {
  std::string body;
  for (const auto& [is_bold, text] : lines)
    body += "<w:p><w:r>" + std::string(is_bold ? "<w:rPr><w:b/></w:rPr>" : "") + "<w:t>" + text +
            "</w:t></w:r></w:p>";
  return docx(body);
}

std::string as_html(const std::vector<Line>& lines) {
  std::string html;
  for (const auto& [is_bold, text] : lines)
    html += is_bold ? "<p><strong>" + text + "</strong></p>" : "<p>" + text + "</p>";
  return html;
}

std::string as_rtf(const std::vector<Line>& lines) {
  std::string rtf = "{\\rtf1\\ansi ";
  for (const auto& [is_bold, text] : lines)
    rtf += is_bold ? "{\\b " + text + "}\\par " : "\\b0 " + text + "\\par ";
  return rtf + '}';
}

std::string as_fodt(const std::vector<Line>& lines) {
  std::string body;
  for (const auto& [is_bold, text] : lines)
    body += "<text:p>" +
            (is_bold ? "<text:span text:style-name='V'>" + text + "</text:span>" : text) +
            "</text:p>";
  return "<office:document xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
         "xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' "
         "xmlns:fo='urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0' "
         "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><office:automatic-styles>"
         "<style:style style:name='V' style:family='text'><style:text-properties "
         "fo:font-weight='bold'/></style:style></office:automatic-styles><office:body>"
         "<office:text>" +
         body + "</office:text></office:body></office:document>";
}

// "speaker: words" a turn, its paragraphs parted by " | "; what nobody says begins with "-".
std::string turns_of(const std::string& bytes, const std::string& name) {
  const auto document = read_bytes(bytes, name);
  if (!document) return to_string(document.error());
  const Segmented segmented = Segmenter()(document->source, document->captions, document->parts);
  std::string all;
  for (const Passage& passage : segmented.passages) {
    std::string words(slice(document->source, passage.span));
    for (std::size_t at; (at = words.find("\n\n")) != std::string::npos;)
      words.replace(at, 2, " | ");
    all +=
        (passage.speaker ? segmented.speakers[*passage.speaker].name : "-") + ": " + words + '\n';
  }
  return all;
}

TEST(BoldQuestions, AreTurnsOfAnInterviewer) {
  const std::string expected =
      "-: Een huis in het dorp\n-: Door Fenna Kuiper\nVraag: Hoe is het begonnen?\n"
      "Antwoord: Met een lege school, en met een vrouw die niet weg wilde. | Daarna kwam de rest.\n"
      "Vraag: Wie deden er mee?\nAntwoord: Zestien buren, en later ook de mensen van de zorg.\n"
      "-: Tegenslag\nVraag: Wat ging er mis?\n"
      "Antwoord: Er was geen geld voor de nacht, en niemand zei dat hardop.\nVraag: En nu?\n"
      "Antwoord: Nu wachten wij op de gemeente, zoals altijd in het najaar.\n";
  EXPECT_EQ(turns_of(as_docx(interview), "a.docx"), expected);
  EXPECT_EQ(turns_of(as_html(interview), "a.html"), expected);
  EXPECT_EQ(turns_of(as_rtf(interview), "a.rtf"), expected);
  EXPECT_EQ(turns_of(as_fodt(interview), "a.fodt"), expected);
}

TEST(BoldQuestions, AreToldOf) {
  for (const auto& [bytes, name] : std::vector<std::pair<std::string, std::string>>{
           {as_docx(interview), "a.docx"}, {as_html(interview), "a.html"}}) {
    const auto document = read_bytes(bytes, name);
    ASSERT_TRUE(document) << name;
    EXPECT_EQ(document->warnings, std::vector<Said>{said(bold_questions_told)}) << name;
  }
}

TEST(BoldQuestions, AreBoldByTheirStyle) {
  const std::string styles =
      "<w:styles><w:style w:type='paragraph' w:styleId='Basis'><w:rPr><w:b/></w:rPr></w:style>"
      "<w:style w:type='paragraph' w:styleId='Vraagstijl'><w:basedOn w:val='Basis'/></w:style>"
      "</w:styles>";
  std::string body;
  for (const auto& [is_bold, text] : interview)
    body += "<w:p><w:pPr>" + std::string(is_bold ? "<w:pStyle w:val='Vraagstijl'/>" : "") +
            "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
  const auto document = read_bytes(packed(docx_parts(body, relation("s", "styles", "styles.xml"),
                                                     {{"word/styles.xml", styles}})),
                                   "a.docx");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->captions.size(), 8U);
}

TEST(BoldQuestions, ArePlainTextWhereThePatternIsNotClear) {
  const auto changed = [](const std::function<void(std::vector<Line>&)>& change) {
    std::vector<Line> lines = interview;
    change(lines);
    return lines;
  };
  const std::vector<std::pair<std::string, std::vector<Line>>> unclear{
      {"three questions", changed([](auto& lines) { lines.resize(10); })},
      {"headings that state", changed([](auto& lines) {
         for (const char* heading : {"Geld", "Tijd", "Mensen"})
           lines.insert(lines.end(),
                        {{true, heading}, {false, "Daar was te weinig van, zei men."}});
       })},
      {"a list of questions", changed([](auto& lines) {
         for (int i = 0; i < 4; ++i)
           lines.insert(lines.begin() + 2, {true, "Wie betaalt de nacht?"});
       })},
      {"labels", changed([](auto& lines) {
         for (Line& line : lines) line.text = (line.is_bold ? "I: " : "R: ") + line.text;
       })},
      {"all is bold", changed([](auto& lines) {
         for (Line& line : lines) line.is_bold = true;
       })},
      {"nothing is bold", changed([](auto& lines) {
         for (Line& line : lines) line.is_bold = false;
       })}};
  for (const auto& [what, lines] : unclear) {
    const auto document = read_bytes(as_docx(lines), "a.docx");
    ASSERT_TRUE(document) << what;
    EXPECT_TRUE(document->captions.empty()) << what;
    EXPECT_TRUE(document->warnings.empty()) << what;
  }
}

}  // namespace
}  // namespace pipeline

#include <gtest/gtest.h>

#include "pipeline/read/read.h"

namespace pipeline {
namespace {

TEST(Markdown, TakesTheMarksOff) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"# Kern\n\nGeen *zorg* en **geen** `papier`.", "Kern\n\nGeen zorg en geen papier."},
      {"Kern\n====\ntekst", "Kern\n\ntekst"},
      {"- een\n- twee\n  - drie\n\n1. vier", "een\n\ntwee\n\ndrie\n\nvier"},
      {"I: hoe gaat het?\nR: goed", "I: hoe gaat het?\nR: goed"},
      {"zie [de nota](http://nota.voorbeeld) en ![schets](x.png)", "zie de nota en schets"},
      {"> citaat\n> vervolg", "citaat\nvervolg"},
      {"| rol | naam |\n|---|---|\n| *wethouder* | De Wit |", "rol\tnaam\n\nwethouder\tDe Wit"},
      {"co&ouml;peratie &amp; &#233;&#xE9;n &nietsch;", "coöperatie & één &nietsch;"},
      {"een<br>twee <b>drie</b>", "een\ntwee drie"},
      {"<div>\n<p>een</p><p>twee &euml;</p>\n</div>\n\ndrie", "een\n\ntwee ë\n\ndrie"},
      {"```\nals het\n\nkan\n```", "als het\nkan"},
      {"    ingesprongen *zin*", "ingesprongen zin"},
      {"5 \\* 3 < 16", "5 * 3 < 16"},
      {"---\ntitel: \"Middag in Oostwold\"\nauthor: A. de Boer\nwat: nu\n---\n\ntekst", "tekst"},
      {"---\ngeen kop", "geen kop"}};
  for (const auto& [markdown, text] : rows) {
    const auto document = read_bytes(markdown, "a.md");
    ASSERT_TRUE(document) << markdown;
    EXPECT_EQ(document->source, text) << markdown;
    EXPECT_EQ(document->format, "md");
  }
}

TEST(Markdown, TakesAttributesFromItsHeading) {
  const auto document = read_bytes(
      "---\ntitle: 'Middag in Oostwold'\nAuteur: A. de Boer\ndate: 2026-03-12\nwat: nu\n---\ntekst",
      "a.md");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->attributes, (Attributes{{"titel", "Middag in Oostwold"},
                                              {"auteur", "A. de Boer"},
                                              {"datum", "2026-03-12"}}));
}

TEST(Markdown, RefusesAbsurdNesting) {
  const auto document = read_bytes(std::string(2000, '>') + " diep", "a.md");
  ASSERT_FALSE(document);
  EXPECT_NE(document.error().message.find("256"), std::string::npos) << document.error().message;
}

TEST(Markdown, RefusesATableOfCellsThatAreNotThere) {
  std::string table = "|";
  for (int i = 0; i < 5000; ++i) table += "a|";
  table += "\n|";
  for (int i = 0; i < 5000; ++i) table += "---|";
  for (int i = 0; i < 5000; ++i) table += "\n|x|";
  const auto document = read_bytes(table, "a.md");
  ASSERT_FALSE(document);
  EXPECT_NE(document.error().message.find("kolommen"), std::string::npos);
}

}  // namespace
}  // namespace pipeline

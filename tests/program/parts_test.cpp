// Parts of a document that are no running text, from the file to search and tables.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/program/example.h"
#include "tests/program/json.h"
#include "tests/support/packed.h"

namespace pipeline {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string run_of(const std::string& words) {
  return "<w:r><w:t xml:space=\"preserve\">" + words + "</w:t></w:r>";
}
std::string paragraph(const std::string& inner) {
  return "<w:p>" + inner + "</w:p>";
}

// A note and a comment that speak of vertrouwen; the body does so on its second page.
std::string nota() {
  return docx(
      paragraph(run_of("De nota begint.") + "<w:r><w:footnoteReference w:id=\"1\"/></w:r>") +
          paragraph("<w:r><w:lastRenderedPageBreak/></w:r>" + run_of("Er is vertrouwen.") +
                    "<w:del><w:r><w:delText>Er was wantrouwen.</w:delText></w:r></w:del>"),
      relation("c", "comments", "c.xml") + relation("f", "footnotes", "f.xml"),
      {{"word/c.xml", "<w:comments><w:comment w:author=\"Joke\">" +
                          paragraph(run_of("Vertrouwen? Hier niet.")) +
                          "</w:comment></w:comments>"},
       {"word/f.xml", "<w:footnotes><w:footnote w:id=\"1\">" +
                          paragraph(run_of("Vertrouwen is hier breed.")) +
                          "</w:footnote></w:footnotes>"}});
}

class PartsOfAStudy : public testing::Test {
 protected:
  void fill(const std::string& settings) {
    study_.create();
    study_.write("nieuw/nota.docx", nota());
    set(settings);
  }
  void set(const std::string& settings) {
    study_.write("study/study.toml", settings);
    const Ran ran = study_.run({"ingest", study_.text("nieuw")});
    ASSERT_EQ(ran.status, 0) << ran;
  }
  std::size_t found(const std::string& query) {
    return json_of(study_.run({"search", query, "--format", "json"}))["total"];
  }
  ExampleStudy study_;
};

TEST_F(PartsOfAStudy, AreFoundShownAndLeftOutOfAQuery) {
  fill("");
  EXPECT_EQ(found("vertrouwen"), 3U);
  EXPECT_EQ(found("vertrouwen deel:noot"), 1U);
  EXPECT_EQ(found("vertrouwen -deel:noot"), 2U);
  EXPECT_EQ(found("vertrouwen deel:tekst"), 1U);
  EXPECT_EQ(found("vertrouwen bladzijde:2"), 1U);
  EXPECT_EQ(found("deel:tekst bladzijde:1..2"), 2U);
  EXPECT_EQ(found("vertrouwen bladzijde:1"), 0U);
  EXPECT_THAT(study_.run({"search", "vertrouwen"}).out,
              testing::AllOf(HasSubstr("nota.docx · p. 2\n"), HasSubstr("nota.docx · noot\n"),
                             HasSubstr("nota.docx · opmerking\n")));
  const auto json = json_of(study_.run({"search", "vertrouwen deel:tekst", "--format", "json"}));
  EXPECT_EQ(json["passages"][0]["part"], "tekst");
  EXPECT_EQ(json["passages"][0]["page"], 2);
  EXPECT_THAT(study_.run({"search", "vertrouwen", "--format", "csv"}).out,
              testing::AllOf(HasSubstr("deel"), HasSubstr("bladzijde"), HasSubstr("noot")));
}

TEST_F(PartsOfAStudy, ThatDoNotExistAreRefusedWithWhatComesNear) {
  fill("");
  EXPECT_THAT(study_.run({"search", "deel:noten"}).err,
              HasSubstr("onbekend deel 'noten'; er is: tekst, kop, voet, noot, opmerking"));
  for (const char* page : {"vier", "3..2", "0", "3.."})
    EXPECT_THAT(study_.run({"search", std::string("bladzijde:") + page}).err,
                HasSubstr(std::string("'") + page + "' is geen bladzijde; schrijf 12 of 12..15"));
}

TEST_F(PartsOfAStudy, ThatTheStudyLeavesOutAreNeitherCodedNorCounted) {
  fill("");
  EXPECT_EQ(found("factor:vertrouwen"), 2U);  // comments are left out unless asked for
  EXPECT_THAT(study_.run({"table"}).out,
              HasSubstr("Weggelaten: 1 passage in delen die de studie weglaat (4 woorden)."));
  set("[lezen]\nweglaten = [\"noot\", \"opmerking\"]\n");
  EXPECT_EQ(found("factor:vertrouwen"), 1U);
  EXPECT_EQ(found("vertrouwen"), 3U);
  EXPECT_THAT(study_.run({"table"}).out, HasSubstr("2 passages in delen die de studie weglaat"));
  set("[lezen]\nweglaten = []\n");
  EXPECT_EQ(found("factor:vertrouwen"), 3U);
  EXPECT_THAT(study_.run({"table"}).out, Not(HasSubstr("Weggelaten")));
}

TEST_F(PartsOfAStudy, AreStillKnownAfterANewLexicon) {
  fill("");
  study_.write("study/lexicon/visie.toml", std::string(example::lexicon_vision) + "# anders\n");
  ASSERT_EQ(study_.run({"tag"}).status, 0);
  EXPECT_EQ(found("vertrouwen deel:noot"), 1U);
  EXPECT_EQ(found("vertrouwen bladzijde:2"), 1U);
}

TEST_F(PartsOfAStudy, OrTrackedChangesReadAnotherWayAreReadAgain) {
  fill("");
  EXPECT_EQ(found("wantrouwen"), 0U);
  set("[lezen]\nwijzigingen = \"geweigerd\"\n");
  EXPECT_EQ(found("wantrouwen"), 1U);
}

TEST_F(PartsOfAStudy, AreShownByReadAsAsked) {
  study_.write("nota.docx", nota());
  const std::string file = study_.text("nota.docx");
  EXPECT_EQ(samenspel({"read", file}).out,
            "De nota begint.[1]\n\nEr is vertrouwen.\n\n[1] Vertrouwen is hier breed.\n\n"
            "Joke: Vertrouwen? Hier niet.\n");
  EXPECT_EQ(samenspel({"read", "--zonder", "noot,opmerking", file}).out,
            "De nota begint.[1]\n\nEr is vertrouwen.\n");
  EXPECT_THAT(samenspel({"read", "--wijzigingen", "geweigerd", file}).out,
              HasSubstr("Er was wantrouwen."));
  const auto json = json_of(samenspel({"read", "--zonder", "opmerking", "--format", "json", file}));
  EXPECT_THAT(json["text"], Not(HasSubstr("Joke")));
  ASSERT_EQ(json["parts"].size(), 2U);
  EXPECT_EQ(json["parts"][0], nlohmann::json::parse(
                                  R"({"part":"noot","in_text":true,
                                      "text":"[1] Vertrouwen is hier breed."})"));
  EXPECT_EQ(json["parts"][1]["in_text"], false);
  EXPECT_EQ(samenspel({"read", "--zonder", "noten", file}).status, 2);
}

}  // namespace
}  // namespace pipeline

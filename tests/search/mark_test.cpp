#include "pipeline/search/mark.h"

#include <gtest/gtest.h>

#include "pipeline/index/passage_streams.h"
#include "tests/support/example_index.h"

namespace pipeline {
namespace {

// `text` with what the query hits in brackets.
std::string marked(const ExampleDocument& document, const std::string& query) {
  const ExampleIndex example({document});
  const Index index = example.open();
  const std::vector<Factor> factors = {{"visie", "richting", "", "", "", {}, {}}};
  const Search search(index, word_table(), factors);
  Vocabulary vocabulary(word_table());
  const ReadExample read = read_example(document, vocabulary);
  const HitMarker mark(search.prepare(query).value());
  const std::string stream = PassageStreams(index)(passage_id(DocumentId{1}, 1));
  const auto words = place_words(stream, document.text, read.segmented);
  const auto hits = mark(stream, read.segmented, words, document.codings);
  std::string text = document.text;
  for (auto hit = hits.rbegin(); hit != hits.rend(); ++hit) {
    const Span span = read.segmented.tokens[hit->token].span;
    text.insert(span.end, "]");
    text.insert(span.begin, "[");
  }
  return text;
}

TEST(HitMarker, MarksWhatTheQueryHits) {
  const std::string text = "We delen nu een visie. De visie werkte, samen met visie.";
  const struct {
    std::string query, marked;
  } cases[] = {
      {"visie", "We delen nu een [visie]. De [visie] werkte, samen met [visie]."},
      {"=werkte", "We delen nu een visie. De visie [werkte], samen met visie."},
      {"\"de visie\"", "We delen nu een visie. [De] [visie] werkte, samen met visie."},
      {"visie NEAR/4 delen", "We [delen] nu een [visie]. De visie werkte, samen met visie."},
      {"werken NEAR/2 visie", "We delen nu een visie. De [visie] [werkte], samen met visie."},
      {"met NEAR/1 (visie OR samen)",
       "We delen nu een visie. De visie werkte, [samen] [met] [visie]."},
      {"de NEAR/1 visie NEAR/1 werken",
       "We delen nu een visie. [De] [visie] [werkte], samen met visie."},
      {"vis*", "We delen nu een [visie]. De [visie] werkte, samen met [visie]."},
      {"*en", "We [delen] nu [een] visie. De visie [werkte], [samen] met visie."},
      {"delen -samenleving", "We [delen] nu een visie. De visie werkte, samen met visie."},
      {"delen OR fiets", "We [delen] nu een visie. De visie werkte, samen met visie."},
      {"NOT fiets", text},
      {"visie samen binnen:zin", "We delen nu een visie. De [visie] werkte, [samen] met [visie]."},
      {"visie -samen binnen:zin", "We delen nu een [visie]. De visie werkte, samen met visie."},
      {"(delen OF werken) visie binnen:zin",
       "We [delen] nu een [visie]. De [visie] [werkte], samen met [visie]."},
      {"(\"een visie\" delen binnen:zin) met",
       "We [delen] nu [een] [visie]. De visie werkte, samen [met] visie."},
      {"delen samen binnen:document",
       "We [delen] nu een visie. De visie werkte, [samen] met visie."},
      {"delen samen binnen:passage",
       "We [delen] nu een visie. De visie werkte, [samen] met visie."},
  };
  for (const auto& [query, expected] : cases)
    EXPECT_EQ(marked({.text = text}, query), expected) << query;
}

TEST(HitMarker, MarksTheVerbOfWhichThePartsStandApart) {
  EXPECT_EQ(marked({.text = "Zij werkten goed samen."}, "samenwerking OR samenwerken"),
            "Zij [werkten] goed samen.");
}

TEST(HitMarker, MarksTheEvidenceOfCodings) {
  const std::string text = "Wij hebben een gedeelde visie op zorg.";
  const ExampleDocument document{
      .text = text, .codings = {coding_of(text, "gedeelde visie", "visie", Valence::success)}};
  EXPECT_EQ(marked(document, "factor:visie"), "Wij hebben een [gedeelde] [visie] op zorg.");
  EXPECT_EQ(marked(document, "thema:richting zorg"),
            "Wij hebben een [gedeelde] [visie] op [zorg].");
  EXPECT_EQ(marked(document, "valentie:succes NEAR/4 zorg"),
            "Wij hebben een [gedeelde] [visie] op [zorg].");
  EXPECT_EQ(marked(document, "valentie:faal OR zorg"), "Wij hebben een gedeelde visie op [zorg].");
}

TEST(Snippet, HoldsTheMostHits) {
  const std::string text =
      "Eerste zin hier. Tweede zin met visie. Derde zin met visie en visie. Vierde zin.";
  const Segmented segmented = cut(text);
  const Passage& passage = segmented.passages[0];
  std::vector<Span> hits;
  for (std::size_t at = text.find("visie"); at != std::string::npos;
       at = text.find("visie", at + 1))
    hits.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 5)});
  const auto shown = [&](std::span<const Span> marked, std::uint32_t longest) {
    return std::string(slice(text, snippet(segmented, passage, marked, longest)));
  };
  EXPECT_EQ(shown(hits, 1000), text);
  EXPECT_EQ(shown(hits, 60), "Tweede zin met visie. Derde zin met visie en visie.");
  EXPECT_EQ(shown(hits, 40), "Derde zin met visie en visie.");
  EXPECT_EQ(shown(hits, 5), "Derde zin met visie en visie.");
  EXPECT_EQ(shown({}, 40), "Eerste zin hier. Tweede zin met visie.");
}

}  // namespace
}  // namespace pipeline

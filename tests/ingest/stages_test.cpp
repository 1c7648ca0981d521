#include "pipeline/ingest/stages.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "pipeline/lexicon/lexicon_reader.h"

namespace pipeline {
namespace {

class StagesTest : public testing::Test {
 protected:
  StagesTest()
      : words_(WordTable::open(std::filesystem::path(SAMENSPEL_BINARY_DIR) / "words.bin")),
        lexicon_(parse_lexicon(
            {{"lexicon.toml", "id='proef'\nversie='1'\ntitel='Proef'\ntaal='nl'\n"},
             {"visie.toml",
              "thema='visie'\n[[factor]]\nid='gedeelde-visie'\nlabel='x'\ndefinitie='x'\n"
              "succes=['gedeelde visie', 'opbellen']\n"}},
            "")) {
    if (!words_ || !lexicon_) throw std::runtime_error("no words or no lexicon");
  }
  Stages stages() { return Stages(*words_, *lexicon_, Settings{}); }

  Result<WordTable> words_;
  Checked<Lexicon> lexicon_;
};

TEST_F(StagesTest, LeadBackToTheSource) {
  Stages run = stages();
  Document document;
  document.source =
      "I: Hoe  ging\u00A0het?\nR: Er was een gedeel-\nde visie. Zij belden ons\u00AD op.";
  const Staged staged = run(document, {});
  CodedDocument it;
  it.document = document;
  put_into(it, staged);
  ASSERT_EQ(it.segmented.passages.size(), 2U);
  EXPECT_TRUE(it.segmented.tokens.empty());
  EXPECT_EQ(it.words, (std::vector<std::uint32_t>{3, 9}));
  ASSERT_EQ(it.codings.size(), 2U);
  EXPECT_EQ(slice(document.source, it.codings[0].span), "Er was een gedeel-\nde visie.");
  EXPECT_EQ(slice(document.source, it.codings[0].evidence[0].match), "gedeel-\nde visie");
  for (const Sentence& sentence : it.segmented.sentences)
    EXPECT_TRUE(std::ranges::any_of(it.segmented.passages, [&](const Passage& passage) {
      return contains(passage.span, sentence.span);
    }));
  // And forth again, as the index is made from the store.
  const auto clean = to_clean(it.codings, staged.clean.map);
  for (std::size_t i = 0; i < clean.size(); ++i)
    EXPECT_EQ(clean[i].evidence[0].match, staged.codings[i].evidence[0].match);
}

TEST_F(StagesTest, TakeSpeakersFromTheTable) {
  Stages run = stages();
  Document document;
  document.source = "Joke: Was er een gedeelde visie?\nPiet: Ja.\nJoke: Mooi.\nPiet: Zeker.";
  const std::map<std::string, Attributes> rows{
      {"Joke", {{"interviewer", "nee"}, {"rol", "wethouder"}}}, {"Piet", {{"interviewer", "ja"}}}};
  const Staged staged = run(document, rows);
  ASSERT_EQ(staged.segmented.speakers.size(), 2U);
  EXPECT_EQ(staged.segmented.speakers[0].kind, SpeakerKind::respondent);
  EXPECT_EQ(staged.segmented.speakers[0].attributes.at("rol"), "wethouder");
  EXPECT_EQ(staged.segmented.speakers[1].kind, SpeakerKind::interviewer);
}

TEST_F(StagesTest, GiveTheSameWhateverCameBefore) {
  Stages fresh = stages(), used = stages();
  Document document, other;
  document.source = "Zij belden ons op. Er was een gedeelde visie.";
  other.source = "Iets anders met een gedeelde visie en zorgcoöperaties.";
  used(other, {});
  used.renew_if_large();
  const Staged first = fresh(document, {}), second = used(document, {});
  EXPECT_EQ(first.segmented, second.segmented);
  EXPECT_EQ(first.codings, second.codings);
}

}  // namespace
}  // namespace pipeline

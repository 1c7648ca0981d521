#include "pipeline/index/terms.h"

#include <gtest/gtest.h>

namespace pipeline {
namespace {

const Word werkte{"Werkte", "werkte", {{"werken", WordClass::verb}, {"werkte", WordClass::noun}},
                  1,        {},       false};

TEST(Terms, AreTheFoldedLemmaAndTheFormWhereItDiffers) {
  EXPECT_EQ(lemma_term(werkte, 0), "werken");
  EXPECT_EQ(form_term(werkte, 0), "Ewerkte");
  EXPECT_EQ(lemma_term(werkte, 1), "werkte");
  EXPECT_EQ(form_term(werkte, 1), "");
  const Word accented{"Coöperaties", "cooperaties", {{"coöperatie", WordClass::noun}}, 1, {},
                      false};
  EXPECT_EQ(lemma_term(accented, 0), "cooperatie");
}

TEST(Terms, AreNeverEmpty) {
  const Word marks{"\xCC\x81", "", {{"\xCC\x81", WordClass::other}}, 1, {}, false};
  EXPECT_FALSE(lemma_term(marks, 0).empty());
}

TEST(Terms, CompareAttributesFolded) {
  EXPECT_EQ(attribute_term("Rol", " Bestuurder "), "Arol=bestuurder");
  EXPECT_EQ(folded_value("Marloes\nHendrikx"), "marloes hendrikx");
  EXPECT_EQ(folded_value("  "), "");
}

TEST(Terms, KeepLongOnesApart) {
  const std::string long_text(300, 'a');
  const std::string one = term_of(long_text + "1"), other = term_of(long_text + "2");
  EXPECT_EQ(one.size(), longest_term);
  EXPECT_NE(one, other);
  EXPECT_EQ(one, term_of(long_text + "1"));
  EXPECT_EQ(term_of(std::string(longest_term, 'a')), std::string(longest_term, 'a'));
}

TEST(Terms, CutLongOnesBetweenCharacters) {
  std::string text;
  for (int i = 0; i < 150; ++i) text += "ë";
  for (const std::string& term : {term_of(text), term_of("a" + text)}) {
    const std::string kept = term.substr(0, term.size() - 16);
    EXPECT_EQ(kept.substr(kept.size() - 2), "ë");
  }
}

TEST(Terms, HaveNoControlCharacters) {
  EXPECT_EQ(term_of(std::string("a\0b\nc\x01", 6)), "a b c ");
}

TEST(Terms, OfACodingAreAllByWhichItIsFound) {
  Coding coding;
  coding.factor = "vertrouwen";
  coding.valence = Valence::failure;
  coding.modality = Modality::wish;
  coding.coder = "Marloes";
  EXPECT_EQ(
      coding_terms(coding),
      (std::vector<std::string>{"Fvertrouwen", "Gfaal", "Hvertrouwen/faal", "Mwens", "Cmarloes"}));
}

}  // namespace
}  // namespace pipeline

#include "pipeline/tag/catches.h"

#include <gtest/gtest.h>

#include "pipeline/tag/word_tests.h"
#include "tests/support/word_table.h"

namespace pipeline {
namespace {

Catch caught(const char* pattern, const char* form) {
  Vocabulary vocabulary(word_table());
  const WordTest test = parse_pattern(pattern)->word;
  const auto meant = test.kind == WordTest::Kind::lemma
                         ? lemmas_meant(vocabulary[vocabulary.id_of(test.text)], test.part)
                         : std::vector<std::string>();
  return why_caught(test, vocabulary[vocabulary.id_of(form)], meant);
}

TEST(Catches, SayHowAWordFitsAPattern) {
  using By = Catch::By;
  struct Case {
    const char *pattern, *form;
    By by;
    const char* lemma;
  };
  const Case cases[] = {
      {"overleg", "overleg", By::itself, ""},
      {"samenwerken", "samengewerkt", By::form, "samenwerken"},
      {"gedeelde", "delen", By::form, "delen"},
      {"werk_zn", "werken", By::form, "werk"},
      {"werk_ww", "werkte", By::form, "werken"},
      {"product", "produkten", By::spelling, "product"},
      {"actie", "aktie", By::spelling, "actie"},
      {"pannenkoek", "pannekoek", By::spelling, "pannenkoek"},
      {"samenwerk*", "samengewerkt", By::form, "samenwerken"},
      {"samenwerk*", "samenwerkt", By::letters, ""},
      {"samenwerk*", "ontwikkelingssamenwerking", By::part, "samenwerking"},
      {"*partner", "ketenpartners", By::form, "ketenpartner"},
      {"*leg*", "overleg", By::letters, ""},
      {"/^over/", "overleg", By::letters, ""},
  };
  for (const Case& c : cases) {
    const Catch why = caught(c.pattern, c.form);
    EXPECT_EQ(why.by, c.by) << c.pattern << ' ' << c.form;
    EXPECT_EQ(why.lemma, c.lemma) << c.pattern << ' ' << c.form;
  }
}

TEST(Catches, TellWhatTheTableDoesNotKnow) {
  EXPECT_TRUE(caught("*partnerschap", "bijenpartnerschappen").is_guessed);
  EXPECT_FALSE(caught("*partner", "partners").is_guessed);
}

}  // namespace
}  // namespace pipeline

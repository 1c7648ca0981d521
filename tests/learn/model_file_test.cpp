#include "pipeline/learn/model_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/learn/model_lines.h"
#include "pipeline/learn/train.h"
#include "tests/learn/example_lessons.h"

namespace pipeline {
namespace {

using testing::HasSubstr;

std::string example_model() {
  auto model = train(example_lessons_of(4), {});
  model->lexicon = "proef@1.0.0";
  return write_model(*model);
}

std::string message_of(const std::string& text) {
  const auto model = read_model(text, "x.model");
  return model ? "" : to_string(model.error());
}

TEST(ModelFile, HasTheSameBytesForTheSameLessons) {
  EXPECT_EQ(example_model(), example_model());
  EXPECT_EQ(model_hash(example_model()).size(), 12U);
}

TEST(ModelFile, ReadsBackWhatItWrote) {
  const std::string text = example_model();
  const auto model = read_model(text, "x.model");
  ASSERT_TRUE(model) << to_string(model.error());
  EXPECT_EQ(write_model(*model), text);
  EXPECT_EQ(model->lexicon, "proef@1.0.0");
}

TEST(ModelFile, ProposesWhatTheModelDid) {
  LessonSet set = example_lessons_of(4);
  auto taught = train(example_lessons_of(4), {});
  auto read = read_model(write_model(*taught), "x.model");
  ASSERT_TRUE(read);
  for (const Lesson& it : set.lessons) {
    const auto one =
        judge(*taught, moved(it.seen, map_between(set.names, taught->names)), Proposer::combined);
    const auto other =
        judge(*read, moved(it.seen, map_between(set.names, read->names)), Proposer::combined);
    ASSERT_EQ(one.size(), other.size());
    for (std::size_t i = 0; i < one.size(); ++i) {
      EXPECT_EQ(one[i].factor, other[i].factor);
      EXPECT_NEAR(one[i].probability, other[i].probability, 0.02);
    }
  }
}

TEST(ModelFile, RefusesWhatIsDamagedOfAnotherKindOrNewer) {
  std::string text = example_model();
  EXPECT_THAT(message_of("hallo\n"), HasSubstr("x.model: dit is geen model van samenspel"));
  EXPECT_THAT(message_of(""), HasSubstr("geen model"));
  EXPECT_THAT(message_of(text.substr(0, text.size() / 2)), HasSubstr("beschadigd"));
  std::string changed = text;
  changed[changed.find("w:koffie") + 2] = 'k' + 1;
  EXPECT_THAT(message_of(changed), HasSubstr("beschadigd"));
  text.replace(text.find("\t1\n"), 3, "\t9\n");
  EXPECT_THAT(message_of(text), HasSubstr("nieuwere versie"));
  EXPECT_THAT(message_of(sealed("samenspel-model\t1\nlexicon\tx\n")),
              HasSubstr("niet te begrijpen"));
}

TEST(PackFile, ReadsBackTheLessonsThatItHolds) {
  const LessonSet set = example_lessons_of(3);
  const auto pack = read_pack(write_pack(set, "proef@1.0.0"), "x.pakket");
  ASSERT_TRUE(pack) << to_string(pack.error());
  EXPECT_EQ(pack->lexicon, "proef@1.0.0");
  EXPECT_EQ(pack->set.factors, set.factors);
  ASSERT_EQ(pack->set.lessons.size(), set.lessons.size());
  for (std::size_t i = 0; i < set.lessons.size(); ++i)
    EXPECT_EQ(pack->set.lessons[i].labels, set.lessons[i].labels);
}

TEST(PackFile, HoldsNoNameOfADocumentAndNoWordThatStandsInOneSentence) {
  LessonSet set = example_lessons_of(2);
  set.lessons[0].seen.features.push_back(*set.names("w:eenmalig"));
  const std::string text = write_pack(set, "proef@1.0.0");
  EXPECT_THAT(text, Not(HasSubstr("document 0")));
  EXPECT_THAT(text, Not(HasSubstr("eenmalig")));
  EXPECT_THAT(text, HasSubstr("koffie"));
}

TEST(PackFile, NamesTheLineThatItCannotUnderstand) {
  const auto pack =
      read_pack(sealed("samenspel-leerpakket\t1\nlexicon\tx\nzin\t7\t1\theel\tantwoord\t\n"), "p");
  ASSERT_FALSE(pack);
  EXPECT_EQ(to_string(pack.error()).substr(0, 4), "p:3:");
}

}  // namespace
}  // namespace pipeline

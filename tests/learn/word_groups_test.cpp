#include "pipeline/learn/word_groups.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pipeline {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

Lexicon with_groups() {
  Lexicon lexicon;
  const auto member = [](const char* text) { return GroupMember{text, *parse_pattern(text), {}}; };
  lexicon.groups["gemeente"] = {member("wethouder"), member("*raad"), member("\"b en w\"")};
  lexicon.groups["partij"] = {member("<gemeente>"), member("(school|huisarts)")};
  return lexicon;
}

std::vector<std::string_view> groups_of(const WordGroups& groups, const Word& word) {
  std::vector<std::string_view> found;
  groups.add_by_lemma(word.readings[0].lemma, found);
  groups.add_by_form(word, found);
  return found;
}

Word word_of(const std::string& folded, const std::string& lemma,
             const std::vector<std::string>& parts = {}) {
  Word word;
  word.surface = word.folded = folded;
  word.readings.push_back({});
  word.readings[0].lemma = lemma;
  for (const std::string& part : parts) {
    word.parts.emplace_back();
    word.parts.back().lemma = part;
  }
  return word;
}

TEST(WordGroups, HoldAWordByItsLemmaAndByItsLastPart) {
  const Lexicon lexicon = with_groups();
  const WordGroups groups(lexicon);
  EXPECT_THAT(groups_of(groups, word_of("wethouders", "wethouder")),
              UnorderedElementsAre("gemeente", "partij"));
  EXPECT_THAT(groups_of(groups, word_of("dorpsraad", "dorpsraad", {"dorp", "raad"})),
              UnorderedElementsAre("gemeente", "partij"));
  EXPECT_THAT(groups_of(groups, word_of("huisartsen", "huisarts")), ElementsAre("partij"));
}

TEST(WordGroups, HoldNoWordThatIsOnlyPartOfALine) {
  const Lexicon lexicon = with_groups();
  const WordGroups groups(lexicon);
  EXPECT_THAT(groups_of(groups, word_of("en", "en")), IsEmpty());
  EXPECT_THAT(groups_of(groups, word_of("radertje", "rad", {"raad", "tje"})), IsEmpty());
}

}  // namespace
}  // namespace pipeline

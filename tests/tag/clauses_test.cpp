#include "pipeline/tag/clauses.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

namespace pipeline {
namespace {

using Break = ClauseWord::Break;
using Opening = ClauseWord::Opening;
using Verb = ClauseWord::Verb;

// "de afspraken/n , die/r we maakten/v": "," and ";" stand before the next word; marks after "/":
// v a verb, e one that may be an infinitive, p a participle, c d r o f m what a word opens
// (complement, adjunct, relative, purpose, phrase, main), n a noun, s a subject, t "te",
// a preposition is "i", an answer "w", what refers back "b". "en", "of" and "noch" coordinate.
std::vector<ClauseWord> words_of(const std::string& marked) {
  std::vector<ClauseWord> words;
  Break before = Break::none;
  std::istringstream input(marked);
  for (std::string form; input >> form;) {
    if (form == "," || form == ";") {
      before = form == "," ? Break::comma : Break::strong;
      continue;
    }
    ClauseWord word;
    word.before = before;
    before = Break::none;
    word.is_coordinator = form == "en" || form == "of" || form == "noch";
    const std::size_t slash = form.find('/');
    const std::string marks = slash == std::string::npos ? "" : form.substr(slash + 1);
    for (const char mark : marks) {
      const std::size_t opening = std::string("?cdrofm").find(mark);
      if (opening != std::string::npos) {
        constexpr Opening openings[] = {Opening::none,     Opening::complement, Opening::adjunct,
                                        Opening::relative, Opening::purpose,    Opening::phrase,
                                        Opening::main};
        word.opening = openings[opening];
      }
      if (mark == 'v') word.verb = Verb::finite;
      if (mark == 'e') word.verb = Verb::either;
      if (mark == 'p') word.verb = Verb::part;
      word.is_nominal = word.is_nominal || mark == 'n';
      word.is_subject = word.is_subject || mark == 's';
      word.is_te = word.is_te || mark == 't';
      word.is_preposition = word.is_preposition || mark == 'i';
      word.answers = word.answers || mark == 'w';
      word.refers_back = word.refers_back || mark == 'b';
    }
    words.push_back(word);
  }
  return words;
}

std::string clauses(const std::string& marked) {
  std::string text;
  for (const std::uint32_t clause : clauses_of(words_of(marked)).of_word)
    text += std::to_string(clause);
  return text;
}

struct Row {
  std::string words, clauses;
};
void expect_clauses(const std::vector<Row>& table) {
  for (const Row& row : table) EXPECT_EQ(clauses(row.words), row.clauses) << row.words;
}

TEST(Clauses, AreDividedWhereAVerbOfTheirOwnFollows) {
  expect_clauses({
      {"er is/v geen vertrouwen", "0000"},
      {"er is/v geen vertrouwen/n , openheid/n en respect/n", "0000000"},
      {"er is/v geld/n en men/s praat/v", "000111"},
      {"vertrouwen/n en openheid/n zijn/v er niet", "000000"},
      {"er was/v geld/n , maar/m geen tijd/n", "000111"},
      {"men/s wacht/v ; geen geld/n", "0011"},
      {"dat wil/v ik/s niet/w , we/s hebben/v geld/n", "0000111"},
      {"er was/v niets we/s deden/v het", "000111"},
      {"de arts/n wel/w , de zuster/n niet/w", "000111"},
      {"men/s zei/v het , eerlijk gezegd/p , niet/w", "000000"},
      {"", ""},
  });
}

TEST(Clauses, LieWithinTheClauseThatTheyArePartOf) {
  expect_clauses({
      {"hij/s zegt/v dat/c er geld/n is/v", "001111"},
      {"als/d er geld/n is/v , gaat/v het", "111100"},
      {"de afspraken/n , die/r we/s maakten/v , werden/e niet nagekomen/p", "00111000"},
      {"dieren/n die/r niet verzorgd/p worden/e kunnen/e het worden/e", "01111000"},
      {"mensen/n die/r ons niet kenden/v een hele band/n", "01111000"},
      {"we/s konden/v als/d het niet lukte/v bewoners/n bellen/e", "00111100"},
      {"we/s stopten/v omdat/d het geld/n verdween/v in/i de stad/n", "001111111"},
      {"het lukt/v niet/w om/o geld/n te/t krijgen/p", "0001111"},
      {"om/o geld/n te/t krijgen/p doen/e we/s alles", "1111000"},
      {"ondanks/f alle moeite/n is/v er geld/n", "111000"},
      {"hij/s zei/v dat/c het kwam/v en dat/c het bleef/v", "001111222"},
      {"hij/s zei/v dat/c het kwam/v en ging/v naar huis/n", "001112222"},
  });
  const Clauses found = clauses_of(words_of("ik/s denk/v dat/c er steun/n is/v"));
  ASSERT_EQ(found.all.size(), 2U);
  EXPECT_EQ(found.all[1].opening, Opening::complement);
  EXPECT_EQ(found.all[1].parent, 0U);
  EXPECT_EQ(found.all[1].finite, 5U);
}

TEST(Clauses, AreOpenedOnlyWhereAVerbFollowsForThem) {
  expect_clauses({
      {"dat/c overleg/n was/v goed", "1111"},
      {"mensen/n die/r , zoals hier", "0000"},
      {"om/o de tafel/n zitten/e", "0000"},
      {"de planning/n , die/r klopte/v van geen kant/n", "0000000"},
  });
}

TEST(Clauses, AreNeverVeryDeep) {
  std::string marked = "hij/s zei/v";
  for (int i = 0; i < 1000; ++i) marked += " dat/c hij/s zei/v";
  const Clauses found = clauses_of(words_of(marked));
  ASSERT_EQ(found.all.size(), 1001U);
  for (const Clause& clause : found.all) EXPECT_LE(clause.depth, deepest_clause);
}

TEST(Clauses, KnowWhatRefersBackAndWhatIsInverted) {
  const Clauses found = clauses_of(words_of(
      "er waren/e afspraken/n , maar/m die/b hielpen/e niet/w , nu ontbreekt/v de steun/n"));
  ASSERT_EQ(found.all.size(), 3U);
  EXPECT_FALSE(found.all[0].refers_back);
  EXPECT_TRUE(found.all[1].refers_back);
  EXPECT_TRUE(found.all[2].is_inverted);
  EXPECT_FALSE(clauses_of(words_of("de steun/n ontbreekt/v")).all[0].is_inverted);
  EXPECT_TRUE(clauses_of(words_of("in/i het dorp/n ontbreekt/v steun/n")).all[0].is_inverted);
}

}  // namespace
}  // namespace pipeline

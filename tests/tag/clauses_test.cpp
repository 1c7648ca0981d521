#include "pipeline/tag/clauses.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

namespace pipeline {
namespace {

// "geen vertrouwen , en openheid zijn/v": "," and ";" stand before the next word, "/v" marks a
// verb,
// "/o" a word that opens a clause, "/r" one that refers back, "/m" one that was matched; "en", "of"
// and "noch" coordinate.
std::string clauses(const std::string& marked) {
  std::vector<ClauseWord> words;
  ClauseWord::Break before = ClauseWord::Break::none;
  std::istringstream input(marked);
  for (std::string word; input >> word;) {
    if (word == "," || word == ";") {
      before = word == "," ? ClauseWord::Break::comma : ClauseWord::Break::strong;
      continue;
    }
    words.push_back({before, word.ends_with("/v"), word == "en" || word == "of" || word == "noch",
                     word.ends_with("/o"), word.ends_with("/r"), word.ends_with("/m")});
    before = ClauseWord::Break::none;
  }
  std::string text;
  for (const std::uint32_t clause : clauses_of(words)) text += std::to_string(clause);
  return text;
}

TEST(Clauses, AreDividedWhereAVerbOfTheirOwnFollows) {
  const std::vector<std::pair<std::string, std::string>> table{
      {"er is/v geen vertrouwen", "0000"},
      {"er is/v geen vertrouwen , openheid en respect", "0000000"},
      {"er is/v geld en men praat/v", "000111"},
      {"vertrouwen en openheid zijn/v er niet", "000000"},
      {"er was/v geld , maar/o geen tijd", "000111"},
      {"hij zegt/v dat/o er geld is/v", "001111"},
      {"als/o er geld is/v , gaat/v het", "000011"},
      {"men wacht/v ; geen geld", "0011"},
      {"de afspraken , die we maakten/v , werden/v niet nagekomen/v", "00111000"},
      {"afspraken/m kunnen/v , maar/o dat/r wordt/v nog niet gedaan/v", "00000000"},
      {"afspraken/m kunnen/v , maar/o dat/r wordt/v geen overleg/m", "0011111"},
      {"men kan/v , maar/o dat/r wordt/v niets", "001111"},
      {"", ""},
  };
  for (const auto& [words, expected] : table) EXPECT_EQ(clauses(words), expected) << words;
}

}  // namespace
}  // namespace pipeline

// The lexicon that the program comes with, on made-up sentences: tests/tag/samenwerking/
// voorbeelden.tsv has three a factor that say it works and three that say it does not.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "pipeline/tag/tag.h"
#include "tests/support/own_lexicon.h"
#include "tests/tag/cut.h"
#include "tests/tag/words.h"

namespace pipeline {
namespace {

struct Example {
  FactorId factor;
  Valence valence = Valence::neutral;
  std::string sentence;
};

std::vector<Example> examples() {
  std::ifstream file(std::filesystem::path(SAMENSPEL_SOURCE_DIR) /
                     "tests/tag/samenwerking/voorbeelden.tsv");
  std::vector<Example> read;
  std::string line;
  std::getline(file, line);  // factor, valentie, zin
  while (std::getline(file, line)) {
    std::istringstream cells(line);
    Example example;
    std::string valence;
    std::getline(cells, example.factor, '\t');
    std::getline(cells, valence, '\t');
    std::getline(cells, example.sentence);
    example.valence = valence_of(valence).value();
    read.push_back(example);
  }
  return read;
}

TEST(Samenwerking, SaysOfEachExampleWhatAResearcherWould) {
  Vocabulary vocabulary(word_table());
  const Tagger tagger(samenwerking(), vocabulary);
  for (const auto& [factor, valence, sentence] : examples()) {
    const Segmented segmented = Cutter(sentence).cut();
    const auto codings = tagger(sentence, segmented, analyse(sentence, segmented, vocabulary));
    std::string said;
    bool is_found = false;
    for (const Coding& coding : codings) {
      said += coding.factor + " " + std::string(to_string(coding.valence)) + "; ";
      is_found = is_found || (coding.factor == factor && coding.valence == valence);
    }
    EXPECT_TRUE(is_found) << sentence << "\n  wanted " << factor << " " << to_string(valence)
                          << ", said: " << said;
  }
}

TEST(Samenwerking, HasThreeExamplesForGoodAndThreeForBadOfEachFactor) {
  std::map<std::pair<FactorId, Valence>, int> count;
  for (const Example& example : examples()) ++count[{example.factor, example.valence}];
  for (const Factor& factor : samenwerking().factors)
    for (const Valence valence : {Valence::success, Valence::failure})
      EXPECT_GE((count[{factor.id, valence}]), 3) << factor.id << " " << to_string(valence);
}

// Everyday words that stand in patterns too, in sentences about something else.
TEST(Samenwerking, LeavesOtherSubjectsAlone) {
  Vocabulary vocabulary(word_table());
  const Tagger tagger(samenwerking(), vocabulary);
  for (const std::string sentence :
       {"De trein naar de kust vertrok om tien uur.", "Zij plukten appels in de boomgaard.",
        "De spits schoot de bal in het doel.", "Het recept begint met twee uien en een ei.",
        "De vuurtoren werd in 1864 gebouwd.", "Op de markt lag verse vis op het ijs.",
        "De schaatser reed de snelste tijd van de dag.", "Er viel vannacht een dik pak sneeuw."}) {
    const Segmented segmented = Cutter(sentence).cut();
    const auto codings = tagger(sentence, segmented, analyse(sentence, segmented, vocabulary));
    EXPECT_TRUE(codings.empty()) << sentence << ": " << codings.front().factor;
  }
}

}  // namespace
}  // namespace pipeline

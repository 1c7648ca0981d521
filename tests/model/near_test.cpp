#include "pipeline/model/near.h"

#include <gtest/gtest.h>

namespace pipeline {
namespace {

using Names = std::vector<std::string>;
const Names known{"factor", "thema", "rol", "ronde", "regio", "case", "organisatie"};

TEST(Near, FindsNamesThatDifferByFewLetters) {
  const struct {
    std::string word;
    Names expected;
  } cases[] = {
      {"factro", {"factor"}},
      {"FACTOR", {"factor"}},
      {"rola", {"rol"}},
      {"org", {"organisatie"}},
      {"ro", {"rol", "ronde"}},
      {"kleur", {}},
      {"", {}},
      {"x", {}},
      {std::string(100, 'a'), {}},
  };
  for (const auto& [word, expected] : cases) EXPECT_EQ(near_names(word, known), expected) << word;
}

TEST(Near, SuggestsWhatWasMeantOrListsWhatThereIs) {
  EXPECT_EQ(suggest("casus", known),
            "; er is: factor, thema, rol, ronde, regio, case, organisatie");
  EXPECT_EQ(suggest("casus", known, 3), "");
  EXPECT_EQ(suggest("ro", known), "; bedoelt u 'rol' of 'ronde'?");
  EXPECT_EQ(suggest("casus", {}), "");
  const Names alike{"visie1", "visie2", "visie3", "visie4"};
  EXPECT_EQ(suggest("visie", alike), "; bedoelt u 'visie1', 'visie2' of 'visie3'?");
}

}  // namespace
}  // namespace pipeline

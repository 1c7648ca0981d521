#include "pipeline/normalise/fold.h"

#include <gtest/gtest.h>

#include <vector>

namespace pipeline {
namespace {

TEST(Fold, MakesTheSameLettersEqual) {
  struct Case {
    std::string text, folded;
  };
  const std::vector<Case> cases{
      {"", ""},
      {"Samenwerking", "samenwerking"},
      {"Coöperatie", "cooperatie"},
      {"coo\u0308peratie", "cooperatie"},
      {"één", "een"},
      {"ĲSBREKER ĳs", "ijsbreker ijs"},
      {"zo’n", "zo'n"},
      {"zo`n", "zo'n"},
      {"Wmo\u2010consulent – ja", "wmo-consulent - ja"},
      {"Fryslân, façade, Łódź, Ærø", "fryslan, facade, lodz, aero"},
      {"Straße ẞ", "strasse ss"},
      {"manœuvre", "manoeuvre"},
      {"İstanbul", "istanbul"},
      {"zor\u00adg", "zorg"},
      {"Ὀδυσσεύς", "οδυσσευσ"},
      {"\u0301", ""},
      {"Zorg-2024: € 1.250 😀", "zorg-2024: € 1.250 😀"},
  };
  for (const auto& [text, folded] : cases) EXPECT_EQ(fold(text), folded) << text;
}

}  // namespace
}  // namespace pipeline

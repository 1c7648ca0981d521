#include "pipeline/model/factor.h"

#include <gtest/gtest.h>

namespace pipeline {
namespace {

TEST(Valence, SpeaksDutchBothWays) {
  for (auto valence : {Valence::success, Valence::failure, Valence::neutral})
    EXPECT_EQ(valence_of(to_string(valence)), valence);
  EXPECT_EQ(to_string(Valence::failure), "faal");
  EXPECT_EQ(valence_of("success"), std::nullopt);
}

TEST(Modality, SpeaksDutchBothWays) {
  for (auto modality :
       {Modality::fact, Modality::wish, Modality::condition, Modality::question, Modality::hedge})
    EXPECT_EQ(modality_of(to_string(modality)), modality);
  EXPECT_EQ(to_string(Modality::condition), "voorwaarde");
  EXPECT_EQ(modality_of(""), std::nullopt);
}

}  // namespace
}  // namespace pipeline

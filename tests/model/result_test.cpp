#include "pipeline/model/result.h"

#include <gtest/gtest.h>

namespace pipeline {
namespace {

TEST(Error, NamesPlaceAsFarAsItIsKnown) {
  EXPECT_EQ(to_string(Error{"haakje ontbreekt", "relatie.toml", 12, 9}),
            "relatie.toml:12:9: haakje ontbreekt");
  EXPECT_EQ(to_string(Error{"is leeg", "a.docx"}), "a.docx: is leeg");
  EXPECT_EQ(to_string(Error{"onbekende factor", "", 3}), "regel 3: onbekende factor");
  EXPECT_EQ(to_string(Error{"haakje ontbreekt", "zoekvraag", 0, 8}),
            "zoekvraag, teken 8: haakje ontbreekt");
  EXPECT_EQ(to_string(Error{"haakje ontbreekt", "", 0, 8}), "teken 8: haakje ontbreekt");
  EXPECT_EQ(to_string(Error{"geen studie", {}}), "geen studie");
}

TEST(Result, CarriesAnErrorInsteadOfAValue) {
  const Result<int> wrong = failure("is leeg", "a.txt", 1, 2);
  ASSERT_FALSE(wrong.has_value());
  EXPECT_EQ(wrong.error(), (Error{"is leeg", "a.txt", 1, 2}));
}

}  // namespace
}  // namespace pipeline

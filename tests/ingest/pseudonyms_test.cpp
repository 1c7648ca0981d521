#include "pipeline/ingest/pseudonyms.h"

#include <gtest/gtest.h>

#include "tests/support/word_table.h"

namespace pipeline {
namespace {

Pseudonymiser of(const std::string& name, PseudonymOptions options = {}) {
  return Pseudonymiser({{name, NameKind::person, "[P-1]", {}, 2}}, word_table(), options);
}

TEST(PseudonymMark, StandsInTheSettingsOfARun) {
  const PseudonymMark mark = mark_of(of("Teun Brinkhuis"), std::nullopt);
  EXPECT_EQ(mark.names, 1U);
  EXPECT_EQ(pseudonym_mark("langste_passage=4000 exact=true " + to_string(mark)), mark);
  EXPECT_FALSE(pseudonym_mark("langste_passage=4000 exact=true"));
  EXPECT_FALSE(pseudonym_mark("pseudoniemen=12"));
  EXPECT_FALSE(pseudonym_mark(std::optional<RunRecord>()));
}

TEST(PseudonymMark, TellsAnotherListFromTheSame) {
  const PseudonymMark mark = mark_of(of("Teun Brinkhuis"), std::nullopt);
  EXPECT_EQ(mark_of(of("Teun Brinkhuis"), mark), mark);
  const PseudonymMark other = mark_of(of("Teun Brinkhuiz"), mark);
  EXPECT_EQ(other.salt, mark.salt);
  EXPECT_NE(other.print, mark.print);
  EXPECT_NE(mark_of(of("Teun Brinkhuis", {false}), mark).print, mark.print);
}

TEST(PseudonymMark, DiffersFromStudyToStudy) {
  EXPECT_NE(mark_of(of("Teun Brinkhuis"), std::nullopt).print,
            mark_of(of("Teun Brinkhuis"), std::nullopt).print);
}

TEST(Messages, LoseNamesOfPeopleAndOfFiles) {
  const Pseudonymiser pseudonymise = of("Teun Brinkhuis");
  EXPECT_EQ(without_names(pseudonymise, "regel 3: 'map/GesprekTeunBrinkhuis.docx' is er niet"),
            "regel 3: 'map/GesprekP-1.docx' is er niet");
  EXPECT_EQ(without_names(pseudonymise, "Teun Brinkhuis.  Ja"), "[P-1].  Ja");
  EXPECT_EQ(without_names(pseudonymise, ""), "");
}

}  // namespace
}  // namespace pipeline

#include "pipeline/evaluate/proposers.h"

#include <gtest/gtest.h>

#include "tests/evaluate/example_coders.h"

namespace pipeline {
namespace {

std::int64_t count_in(const Row& row, std::size_t cell) {
  return std::get<std::int64_t>(row.cells[cell]);
}

TEST(ProposersTable, HoldsEachProposerAgainstTheSameReference) {
  const CoderCodings people[] = {anna(), bram()};
  const CoderCodings proposers[] = {lexicon_codings(), anna()};
  const Table table = proposers_table(proposers, consensus_of(people));
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(count_in(table.rows[0], 1), 4);  // s4 is open
  EXPECT_EQ(count_in(table.rows[0], 2), 4);
  EXPECT_EQ(count_in(table.rows[0], 3), 3);
  EXPECT_EQ(count_in(table.rows[1], 3), 4);
  for (const Row& row : table.rows) EXPECT_EQ(row.cells.size(), table.columns.size());
}

TEST(ProposersTable, CanBeByFactorAndByValence) {
  const CoderCodings people[] = {anna(), bram()};
  const CoderCodings proposers[] = {lexicon_codings(), anna()};
  const Reference reference = consensus_of(people);
  const Table factors = proposers_by_factor(proposers, reference, {});
  ASSERT_EQ(factors.rows.size(), 2U);
  EXPECT_EQ(std::get<std::string>(factors.rows[1].cells[0]), "vertrouwen");
  EXPECT_EQ(count_in(factors.rows[1], 2), 3);
  const Table valences = proposers_by_valence(proposers, reference);
  ASSERT_EQ(valences.rows.size(), 3U);
  EXPECT_EQ(count_in(valences.rows[1], 1), 2);  // faal: s1 and s6
  for (const Row& row : valences.rows) EXPECT_EQ(row.cells.size(), valences.columns.size());
}

}  // namespace
}  // namespace pipeline

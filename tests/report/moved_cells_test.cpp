#include "pipeline/report/moved_cells.h"

#include <gtest/gtest.h>

namespace pipeline {
namespace {

Table counts(const std::vector<std::string>& cases, const std::vector<Row>& rows) {
  Table table{"T", {{"factor", "Factor"}, {"label", "Factor"}}, rows, {}};
  for (const std::string& name : cases)
    for (const char* valence : {"succes", "faal"})
      table.columns.push_back({name + ":" + valence, valence, 0, name});
  table.columns.push_back({"totaal:aantal", "aantal", 0, "totaal"});
  return table;
}

std::vector<std::vector<Cell>> cells_of(const Table& table) {
  std::vector<std::vector<Cell>> cells;
  for (const Row& row : table.rows) cells.push_back(row.cells);
  return cells;
}

using Integer = std::int64_t;

TEST(MovedCells, AreThoseThatDifferAndNoMargins) {
  const Table before = counts(
      {"a", "b"},
      {{{"v", "V", Integer{4}, Integer{1}, Integer{0}, Integer{2}, Integer{7}}},
       {{"Totaal", "Totaal", Integer{4}, Integer{1}, Integer{0}, Integer{2}, Integer{7}}, true}});
  const Table after = counts(
      {"a", "b"},
      {{{"v", "V", Integer{4}, Integer{3}, Integer{0}, Integer{0}, Integer{7}}},
       {{"Totaal", "Totaal", Integer{4}, Integer{3}, Integer{0}, Integer{0}, Integer{7}}, true}});
  const Table moved = moved_cells(before, after, "case");
  EXPECT_EQ(cells_of(moved), (std::vector<std::vector<Cell>>{
                                 {"v", "V", "a", "faal", Integer{1}, Integer{3}, Integer{2}},
                                 {"v", "V", "b", "faal", Integer{2}, Integer{0}, Integer{-2}}}));
  EXPECT_EQ(moved.columns.size(), 7U);
  EXPECT_TRUE(moved_cells(before, before, "case").rows.empty());
}

TEST(MovedCells, CountWhatOneTableLacksAsZero) {
  const Table before = counts({"a"}, {{{"v", "V", Integer{1}, Integer{0}, Integer{1}}}});
  const Table after = counts({"b"}, {{{"w", "W", Integer{0}, Integer{5}, Integer{5}}}});
  EXPECT_EQ(cells_of(moved_cells(before, after, "case")),
            (std::vector<std::vector<Cell>>{
                {"v", "V", "a", "succes", Integer{1}, Integer{0}, Integer{-1}},
                {"w", "W", "b", "faal", Integer{0}, Integer{5}, Integer{5}}}));
}

TEST(MovedCells, NameNoColumnWhereThereIsNone) {
  Table before{
      "T", {{"factor", "F"}, {"label", "F"}, {"succes", "succes"}, {"aantal", "aantal"}}, {}, {}};
  Table after = before;
  before.rows = {{{"v", "V", Integer{1}, Integer{1}}}};
  after.rows = {{{"v", "V", Integer{2}, Integer{2}}}};
  EXPECT_EQ(
      cells_of(moved_cells(before, after, "")),
      (std::vector<std::vector<Cell>>{{"v", "V", "succes", Integer{1}, Integer{2}, Integer{1}}}));
}

}  // namespace
}  // namespace pipeline

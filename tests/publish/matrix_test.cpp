#include "pipeline/publish/matrix.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "pipeline/report/write.h"
#include "tests/report/example_facts.h"

namespace pipeline {
namespace {

using testing::Contains;
using testing::HasSubstr;

DataSet made(MatrixUnit unit, MatrixValues values = MatrixValues::counts) {
  return matrix(example_facts(), example_factors(), {unit, values, {}}, std::nullopt).value();
}

std::string csv_of(const DataSet& set) {
  std::string csv = write_csv(set.table, {});
  std::erase(csv, '\r');
  return csv;
}

// Counted by hand in example_facts.h.
TEST(Matrix, HasARowForEveryDocumentAndAColumnForEveryFactor) {
  EXPECT_EQ(csv_of(made(MatrixUnit::documents)),
            "document,case,rol,passages,woorden,"
            "gedeelde_visie_succes,gedeelde_visie_faal,gedeelde_visie_neutraal,gedeelde_visie,"
            "vertrouwen_succes,vertrouwen_faal,vertrouwen_neutraal,vertrouwen,"
            "gemeente_succes,gemeente_faal,gemeente_neutraal,gemeente,"
            "eigen_vondst_succes,eigen_vondst_faal,eigen_vondst_neutraal,eigen_vondst\n"
            "k/verslag.md,kadewijk,,1,400,0,0,0,0,2,0,1,3,0,0,0,0,0,0,0,0\n"
            "los.txt,,,1,250,0,0,0,0,0,0,0,0,0,0,0,0,0,1,0,1\n"
            "w/gesprek-1.txt,westerbeek,bestuurder,2,150,0,0,0,0,2,1,0,3,1,1,0,2,0,0,0,0\n"
            "w/gesprek-2.txt,westerbeek,wethouder,1,200,0,0,0,0,0,1,0,1,0,0,0,0,0,0,0,0\n");
}

TEST(Matrix, HasOnlyAttributesOnWhichAUnitIsOfOneMind) {
  const DataSet cases = made(MatrixUnit::cases);
  const std::string csv = csv_of(cases);
  // Westerbeek has two roles, Kadewijk none.
  EXPECT_THAT(csv, HasSubstr("case,passages,woorden,"));
  EXPECT_THAT(csv, HasSubstr("\nkadewijk,1,400,"));
  EXPECT_THAT(csv, HasSubstr("\nwesterbeek,3,350,"));
  EXPECT_THAT(cases.table.notes, Contains(HasSubstr("Niet in een rij: 1 passage zonder case.")));
}

TEST(Matrix, SaysOnlyWhetherAFactorIsThereWhenAsked) {
  const DataSet set = made(MatrixUnit::documents, MatrixValues::present);
  EXPECT_THAT(csv_of(set), HasSubstr("k/verslag.md,kadewijk,,1,400,0,0,0,0,1,0,1,1,"));
  EXPECT_EQ(set.variables.back().kind, VariableKind::yes_no);
  EXPECT_EQ(set.table.notes[1], "1: de factor is gecodeerd; 0: niet.");
}

TEST(Matrix, AddsUpToTheTable) {
  const CorpusFacts facts = random_facts(5, 12, 300, 1200);
  const DataSet set = matrix(facts, {}, {}, std::nullopt).value();
  const Table table = frequency(facts, {}, {}, std::nullopt).value();
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < set.variables.size(); ++i)
    if (!set.variables[i].factor.empty() && set.variables[i].valence.empty())
      for (const Row& row : set.table.rows) sum += std::get<std::int64_t>(row.cells[i]);
  EXPECT_EQ(Cell{sum}, table.rows.back().cells.back());
}

TEST(Matrix, NeedsCasesForCases) {
  CorpusFacts facts = example_facts();
  for (auto& document : facts.documents) document.attributes.clear();
  for (auto& speaker : facts.speakers) speaker.attributes.clear();
  const auto none = matrix(facts, {}, {MatrixUnit::cases, {}, {}}, std::nullopt);
  ASSERT_FALSE(none);
  EXPECT_THAT(none.error().message, HasSubstr("'case' is geen kenmerk"));
}

TEST(VariableNames, AreTakenByRAndSpssAndStata) {
  const struct {
    const char *wanted, *name;
  } rows[] = {{"gedeelde-visie", "gedeelde_visie"},
              {"2e ronde", "v_2e_ronde"},
              {"Co\u00f6peratie", "co_peratie"},
              {"", "v_"},
              {"with", "with_2"},
              {"gedeelde visie", "gedeelde_visie_2"},
              {"een_heel_erg_lange_naam_van_een_kenmerk", "een_heel_erg_lange_naam_van_een_"},
              {"een_heel_erg_lange_naam_van_een_ander", "een_heel_erg_lange_naam_van_een_2"}};
  std::vector<std::string> taken;
  for (const auto& row : rows) {
    const std::string name = variable_name(row.wanted, taken);
    EXPECT_LE(name.size(), 32U);
    if (std::string_view(row.wanted) != "een_heel_erg_lange_naam_van_een_ander") {
      EXPECT_EQ(name, row.name);
    }
  }
  EXPECT_EQ(std::set<std::string>(taken.begin(), taken.end()).size(), taken.size());
}

}  // namespace
}  // namespace pipeline

#include "pipeline/report/facet.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "pipeline/model/coder.h"
#include "tests/report/example_facts.h"

namespace pipeline {
namespace {

// "bestuurder 2, (geen) 1, Totaal 3".
std::string facet_of(const std::string& by, const std::vector<PassageId>& passages) {
  const auto table = facet(example_facts(), passages, by);
  if (!table) return to_string(table.error());
  std::string text;
  for (const Row& row : table->rows)
    text += (text.empty() ? "" : ", ") + std::get<std::string>(row.cells[0]) + " " +
            std::to_string(std::get<std::int64_t>(row.cells[1]));
  return text;
}

std::vector<PassageId> all_passages() {
  std::vector<PassageId> all;
  for (const auto& passage : example_facts().passages) all.push_back(passage.id);
  return all;
}

TEST(Facet, SpreadsPassagesOverValuesMostFirst) {
  const struct {
    std::string by, expected;
  } cases[] = {
      {"rol", "(geen) 3, bestuurder 2, onderzoeker 1, wethouder 1, Totaal 7"},
      {"case", "westerbeek 5, kadewijk 1, (geen) 1, Totaal 7"},
      {"document", "w/gesprek-1.txt 3, w/gesprek-2.txt 2, k/verslag.md 1, los.txt 1, Totaal 7"},
      {"spreker", "Anna 2, (geen) 2, I (w/gesprek-1.txt) 1, I (w/gesprek-2.txt) 1, R 1, Totaal 7"},
  };
  for (const auto& [by, expected] : cases) EXPECT_EQ(facet_of(by, all_passages()), expected);
}

TEST(Facet, LeavesOutValuesThatWereNotFound) {
  EXPECT_EQ(facet_of("rol", {passage_id(DocumentId{1}, 2), passage_id(DocumentId{9}, 1)}),
            "bestuurder 1, Totaal 1");
  EXPECT_EQ(facet_of("rol", {}), "");
}

TEST(Facet, NamesWhatComesNearAnUnknownAttribute) {
  EXPECT_EQ(facet_of("rolo", all_passages()),
            "--facet: 'rolo' is geen kenmerk om op te tellen; bedoelt u 'rol'?");
}

TEST(Facet, CountsAPassageOnceForEachFactorThatItHas) {
  const CorpusFacts facts = example_facts();
  const auto table = facet(facts, all_passages(), "factor").value();
  std::map<std::string, std::set<std::uint32_t>> expected;
  std::set<std::uint32_t> any;
  for (const auto& coding : facts.codings)
    if (coding.status != CodingStatus::rejected && !is_learner(facts.coders[coding.coder])) {
      expected[facts.factors[coding.factor]].insert(coding.passage);
      any.insert(coding.passage);
    }
  ASSERT_EQ(table.rows.size(), expected.size() + 1);
  for (const Row& row : table.rows)
    EXPECT_EQ(static_cast<std::size_t>(std::get<std::int64_t>(row.cells[1])),
              row.is_total ? any.size() : expected[std::get<std::string>(row.cells[0])].size());
  EXPECT_EQ(facet_of("factor", {}), "");
}

}  // namespace
}  // namespace pipeline

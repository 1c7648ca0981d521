#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "pipeline/report/dimension.h"
#include "pipeline/report/frequency.h"
#include "pipeline/report/period.h"
#include "pipeline/report/write.h"
#include "tests/report/example_facts.h"

namespace pipeline {
namespace {

using testing::Contains;
using testing::HasSubstr;

Table counted(const FrequencySpec& spec, const CorpusFacts& facts = example_facts()) {
  const auto table = frequency(facts, example_factors(), spec, {});
  EXPECT_TRUE(table) << to_string(table.error());
  return table.value_or(Table{});
}

double number(const Table& table, std::size_t row, const std::string& name) {
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    if (table.columns[i].name == name) {
      const Cell& cell = table.rows[row].cells[i];
      if (const auto* real = std::get_if<double>(&cell)) return *real;
      if (const auto* whole = std::get_if<std::int64_t>(&cell)) return static_cast<double>(*whole);
    }
  ADD_FAILURE() << name;
  return -1;
}

std::string mark(const Table& table, std::size_t row, const std::string& name) {
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    if (table.columns[i].name == name)
      return table.rows[row].marks.empty() ? "" : table.rows[row].marks[i];
  return "no such column";
}

TEST(Shares, AreOfTheRowOrOfTheColumn) {
  FrequencySpec spec;
  spec.columns = "case";
  spec.valence = ValenceView::sum;
  spec.shares = {Share::rows, Share::columns};
  const Table table = counted(spec);  // vertrouwen: kadewijk 3, westerbeek 4 of 7; columns 3 and 6
  EXPECT_NEAR(number(table, 0, "kadewijk:procent_rij"), 100 * 3.0 / 7, 1e-9);
  EXPECT_NEAR(number(table, 0, "westerbeek:procent_kolom"), 100 * 4.0 / 6, 1e-9);
  EXPECT_EQ(number(table, 3, "totaal:procent_kolom"), 100);
}

TEST(Shares, OfDocumentsAndCasesHaveWilsonsInterval) {
  FrequencySpec spec;
  spec.valence = ValenceView::sum;
  spec.shares = {Share::documents, Share::cases};
  const Table table = counted(spec);  // vertrouwen: 3 of 4 documents, 2 of 2 cases
  EXPECT_EQ(number(table, 0, "procent_documenten"), 75);
  EXPECT_NEAR(number(table, 0, "procent_documenten_van"), 30.06, 0.01);
  EXPECT_NEAR(number(table, 0, "procent_documenten_tot"), 95.44, 0.01);
  EXPECT_EQ(number(table, 0, "procent_cases"), 100);
  EXPECT_NEAR(number(table, 0, "procent_cases_van"), 34.24, 0.01);
  EXPECT_EQ(number(table, 1, "procent_cases"), 50);
}

TEST(Shares, CountUnitsWithBothValences) {
  FrequencySpec spec;
  spec.valence = ValenceView::mixed;
  spec.unit = CountUnit::sentences;
  const Table table = counted(spec);  // vertrouwen: one sentence of four with either has both
  EXPECT_EQ(number(table, 0, "gemengd"), 1);
  EXPECT_EQ(number(table, 0, "procent_gemengd"), 25);
  EXPECT_EQ(number(table, 1, "gemengd"), 0);
  spec.unit = CountUnit::codings;
  const auto none = frequency(example_facts(), example_factors(), spec, {});
  ASSERT_FALSE(none);
  EXPECT_THAT(none.error().message, HasSubstr("een codering heeft maar één valentie"));
}

TEST(Cautions, MarkWhatRestsOnFew) {
  FrequencySpec spec;
  spec.columns = "case";
  spec.valence = ValenceView::sum;
  const Table table = counted(spec);
  EXPECT_EQ(mark(table, 0, "kadewijk"), "°");
  EXPECT_EQ(mark(table, 1, "kadewijk"), "") << "none is no small number";
  EXPECT_EQ(mark(table, 0, "totaal"), "");
  EXPECT_THAT(table.notes, Contains("° 8 getallen berusten op minder dan 5: lees ze met "
                                    "voorzichtigheid."));
  spec.minimum = 0;
  EXPECT_TRUE(counted(spec).rows[0].marks.empty());
}

TEST(Cautions, LeaveSplitCountsAloneUnlessAsked) {
  FrequencySpec spec;
  EXPECT_EQ(mark(counted(spec), 0, "succes"), "");
  EXPECT_EQ(mark(counted(spec), 1, "aantal"), "°");
  spec.marks_counts = true;
  EXPECT_EQ(mark(counted(spec), 0, "succes"), "°");
}

TEST(Cautions, NameARowOfWhichOneSpeakerSaysMoreThanHalf) {
  const Table table = counted({});  // Anna: 3 of 7 of vertrouwen
  EXPECT_EQ(mark(table, 0, "aantal"), "");
  CorpusFacts facts = example_facts();
  for (auto& coding : facts.codings)
    if (facts.passages[coding.passage].speaker == 1) coding.factor = 0;
  const Table one = counted({}, facts);  // Anna: 5 of 9
  EXPECT_EQ(mark(one, 0, "aantal"), "†");
  EXPECT_THAT(one.notes,
              Contains("† Meer dan de helft van de coderingen komt van één spreker: Vertrouwen (56 "
                       "% van Anna)."));
}

TEST(Marks, StandBehindNumbersInEveryFormForPeople) {
  Table table{"T", {{"a", "a", 0, "", ColumnRole::label}, {"n", "n"}}, {}, {}};
  table.rows.push_back({{Cell{"x"}, Cell{std::int64_t{7}}}, false, {"", "°"}});
  table.rows.push_back({{Cell{"y"}, Cell{std::int64_t{12}}}, false});
  EXPECT_THAT(write_text(table, {}), HasSubstr("x   7°\ny  12\n"));
  EXPECT_THAT(write_html(table, {}), HasSubstr(">7°<"));
  EXPECT_THAT(write_markdown(table, {}), HasSubstr("| 7° |"));
  EXPECT_THAT(write_latex(table, {}), HasSubstr("x & 7° "));
  EXPECT_THAT(write_json(table, {}), HasSubstr(R"("cells":["x",7],"marks":["","°"])"));
  EXPECT_EQ(write_csv(table, {}), "a,n\r\nx,7\r\ny,12\r\n");
}

TEST(Periods, AreTakenFromDates) {
  EXPECT_EQ(in_period("2025-10-14", Period::year), "2025");
  EXPECT_EQ(in_period("2025-10-14", Period::quarter), "2025-K4");
  EXPECT_EQ(in_period("2025-03", Period::quarter), "2025-K1");
  EXPECT_EQ(in_period("2025-10-14", Period::month), "2025-10");
  EXPECT_EQ(in_period("14-10-2025", Period::quarter), "2025-K4");
  EXPECT_EQ(in_period("2025-1", Period::month), "2025-01");
  EXPECT_EQ(in_period("2025-10-14T09:30", Period::month), "2025-10");
  EXPECT_EQ(in_period("2025", Period::quarter), std::nullopt);
  EXPECT_EQ(in_period("2025", Period::year), "2025");
  for (const char* no_date : {"", "later", "2025-13-01", "2025-10-32", "20251014", "2025"})
    EXPECT_EQ(in_period(no_date, Period::month), std::nullopt) << no_date;
}

TEST(Periods, AreADimension) {
  CorpusFacts facts = example_facts();
  const char* dates[] = {"2025-01-31", "2025-10-01", "2024-12-31", "onbekend"};
  for (std::size_t i = 0; i < 4; ++i) facts.documents[i].attributes["datum"] = dates[i];
  for (auto& speaker : facts.speakers)
    speaker.attributes["datum"] = facts.documents[speaker.document].attributes["datum"];
  const auto quarters = dimension("datum:kwartaal", facts, {});
  ASSERT_TRUE(quarters);
  std::vector<std::string> keys;
  for (const DimensionValue& value : quarters->values) keys.push_back(value.key);
  EXPECT_EQ(keys, (std::vector<std::string>{"2024-K4", "2025-K1", "2025-K4", "(geen)"}));
  EXPECT_EQ(quarters->noun, "kwartaal");
  for (auto& document : facts.documents) document.attributes["begin"] = "2024-05-06";
  EXPECT_EQ(dimension("begin:jaar", facts, {})->title, "Jaar van begin");
  const auto no_date = dimension("case:maand", facts, {});
  ASSERT_FALSE(no_date);
  EXPECT_THAT(no_date.error().message, HasSubstr("geen enkele waarde van 'case' is een datum"));
  const auto unknown = dimension("datm:maand", facts, {});
  ASSERT_FALSE(unknown);
  EXPECT_THAT(unknown.error().message,
              HasSubstr("'datm' is geen kenmerk, dus 'datm:maand' is geen periode; bedoelt u "
                        "'datum'?"));
}

TEST(Course, DividesADocumentByItsWords) {
  FactsBuilder make;
  make.document("a.txt", {});
  for (const std::uint32_t words : {10U, 10U, 100U, 10U, 10U}) make.passage(std::nullopt, words);
  make.document("b.txt", {});
  make.passage(std::nullopt, 0);
  EXPECT_EQ(course(make.facts, 3), (std::vector<std::uint32_t>{0, 0, 1, 2, 2, 0}));
  const auto thirds = dimension("verloop:derden", make.facts, {});
  ASSERT_TRUE(thirds);
  EXPECT_EQ(thirds->values[2].key, "einde");
  EXPECT_EQ(thirds->name, "verloop:derden");
  EXPECT_EQ(thirds->title, "Derde van het document");
}

RC_GTEST_PROP(SharesProperty, OfCodingsAddUpToHundred, ()) {
  FrequencySpec spec;
  spec.rows = *rc::gen::element<std::string>("factor", "valentie", "rol");
  spec.columns = *rc::gen::element<std::string>("case", "document", "modaliteit");
  spec.valence = ValenceView::sum;
  spec.shares = {Share::rows, Share::columns};
  const Table table = counted(spec, random_facts(*rc::gen::arbitrary<unsigned>(), 4, 20,
                                                 *rc::gen::inRange<std::size_t>(0, 90)));
  std::map<std::size_t, double> over_rows, over_columns;
  for (std::size_t r = 0; r < table.rows.size(); ++r)
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      const auto* share = std::get_if<double>(&table.rows[r].cells[c]);
      if (share == nullptr) continue;
      RC_ASSERT(*share >= 0 && *share <= 100);
      const std::string& name = table.columns[c].name;
      if (name.ends_with("procent_rij") && !name.starts_with("totaal")) over_columns[r] += *share;
      if (name.ends_with("procent_kolom") && !table.rows[r].is_total) over_rows[c] += *share;
    }
  for (const auto& [row, sum] : over_columns) RC_ASSERT(std::abs(sum - 100) < 1e-6);
  for (const auto& [column, sum] : over_rows) RC_ASSERT(std::abs(sum - 100) < 1e-6);
}

}  // namespace
}  // namespace pipeline

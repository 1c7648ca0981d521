#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "pipeline/report/cell.h"
#include "pipeline/report/frequency.h"
#include "tests/report/example_facts.h"

namespace pipeline {
namespace {

const std::vector<std::string> by{"factor", "valentie", "modaliteit", "document", "spreker",
                                  "codeur", "lexicon",  "case",       "rol"};

CorpusFacts any_facts() {
  return random_facts(*rc::gen::arbitrary<unsigned>(), *rc::gen::inRange<std::size_t>(1, 6),
                      *rc::gen::inRange<std::size_t>(1, 40),
                      *rc::gen::inRange<std::size_t>(0, 200));
}

FrequencySpec any_spec() {
  FrequencySpec spec;
  spec.rows = *rc::gen::elementOf(by);
  spec.columns = *rc::gen::suchThat(rc::gen::elementOf(by),
                                    [&](const std::string& name) { return name != spec.rows; });
  spec.unit = static_cast<CountUnit>(*rc::gen::inRange(0, 6));
  spec.valence = ValenceView::sum;
  spec.scope.interviewers = *rc::gen::arbitrary<bool>();
  return spec;
}

std::vector<PassageId> some_passages(const CorpusFacts& facts) {
  std::vector<PassageId> some;
  for (const auto& passage : facts.passages)
    if (*rc::gen::arbitrary<bool>()) some.push_back(passage.id);
  return some;
}

// Row key and column name -> number; "Totaal" and "totaal" are the margins.
using Cells = std::map<std::pair<std::string, std::string>, std::int64_t>;

Cells cells_of(const CorpusFacts& facts, const FrequencySpec& spec) {
  const auto table = frequency(facts, {}, spec, {});
  RC_ASSERT(table.has_value());
  Cells cells;
  for (const Row& row : table->rows)
    for (std::size_t i = 1; i < table->columns.size(); ++i)
      if (const auto* number = std::get_if<std::int64_t>(&row.cells[i]))
        cells[{std::get<std::string>(row.cells[0]), table->columns[i].name}] = *number;
  return cells;
}

std::vector<std::pair<std::string, std::string>> conditions_of(const FrequencySpec& spec,
                                                               const Cells::key_type& place) {
  std::vector<std::pair<std::string, std::string>> conditions;
  if (place.first != "Totaal") conditions.emplace_back(spec.rows, place.first);
  if (place.second != "totaal") conditions.emplace_back(spec.columns, place.second);
  return conditions;
}

// What the unit of a coding is, told in words: the slow way.
std::string unit_in_words(const CorpusFacts& facts, const CorpusFacts::CodingRow& coding,
                          CountUnit unit) {
  const auto& passage = facts.passages[coding.passage];
  const auto& document = facts.documents[passage.document];
  switch (unit) {
    case CountUnit::codings:
      return std::to_string(static_cast<std::uint64_t>(coding.id));
    case CountUnit::sentences:
      return document.path + ":" + std::to_string(coding.span.begin);
    case CountUnit::passages:
      return std::to_string(static_cast<std::uint64_t>(passage.id));
    case CountUnit::speakers:
      return passage.speaker ? document.path + facts.speakers[*passage.speaker].name : "";
    case CountUnit::documents:
      return document.path;
    case CountUnit::cases:
      break;
  }
  return document.attributes.at("case");
}

RC_GTEST_PROP(FrequencyProperty, CellHasAsManyUnitsAsItsCodings, ()) {
  const CorpusFacts facts = any_facts();
  const FrequencySpec spec = any_spec();
  for (const auto& [place, number] : cells_of(facts, spec)) {
    std::vector<CellCondition> conditions;
    for (const auto& [dimension, value] : conditions_of(spec, place))
      conditions.push_back({dimension, value});
    const auto ids = cell(facts, {}, conditions, spec.scope);
    if (!ids) RC_FAIL(to_string(ids.error()));
    std::set<std::string> units;
    for (const auto& coding : facts.codings)
      if (std::ranges::binary_search(*ids, coding.id))
        units.insert(unit_in_words(facts, coding, spec.unit));
    units.erase("");
    RC_ASSERT(static_cast<std::int64_t>(units.size()) == number);
  }
}

RC_GTEST_PROP(FrequencyProperty, MarginsOfCodingsAddUpAndOthersNeverExceedTheSum, ()) {
  const CorpusFacts facts = any_facts();
  const FrequencySpec spec = any_spec();
  const Cells cells = cells_of(facts, spec);
  std::map<std::string, std::int64_t> over_columns, over_rows, most_in_row;
  for (const auto& [place, number] : cells) {
    if (place.second != "totaal") {
      over_columns[place.first] += number;
      most_in_row[place.first] = std::max(most_in_row[place.first], number);
    }
    if (place.first != "Totaal") over_rows[place.second] += number;
  }
  const auto fits = [&](std::int64_t sum, std::int64_t number) {
    return spec.unit == CountUnit::codings ? sum == number : sum >= number;
  };
  for (const auto& [place, number] : cells) {
    if (place.second == "totaal") {
      RC_ASSERT(fits(over_columns[place.first], number));
      RC_ASSERT(most_in_row[place.first] <= number);
    }
    if (place.first == "Totaal") RC_ASSERT(fits(over_rows[place.second], number));
  }
}

RC_GTEST_PROP(FrequencyProperty, RestrictedTableNeverExceedsTheWhole, ()) {
  const CorpusFacts facts = any_facts();
  FrequencySpec spec = any_spec();
  const Cells whole = cells_of(facts, spec);
  spec.scope.where = some_passages(facts);
  for (const auto& [place, number] : cells_of(facts, spec)) {
    RC_ASSERT(whole.contains(place));
    RC_ASSERT(number <= whole.at(place));
  }
}

RC_GTEST_PROP(FrequencyProperty, TwoHalvesOfTheCodingsMakeTheWhole, ()) {
  const CorpusFacts facts = any_facts();
  FrequencySpec spec = any_spec();
  spec.unit = CountUnit::codings;
  Cells whole = cells_of(facts, spec);
  const std::vector<PassageId> one = some_passages(facts);
  std::vector<PassageId> other;
  for (const auto& passage : facts.passages)
    if (!std::ranges::binary_search(one, passage.id)) other.push_back(passage.id);
  for (const auto& half : {one, other}) {
    spec.scope.where = half;
    for (const auto& [place, number] : cells_of(facts, spec)) whole[place] -= number;
  }
  for (const auto& [place, left] : whole) RC_ASSERT(left == 0);
}

RC_GTEST_PROP(FrequencyProperty, SplitSumsToSum, ()) {
  const CorpusFacts facts = any_facts();
  FrequencySpec spec;
  spec.columns = "case";
  const Cells sums = [&] {
    FrequencySpec summed = spec;
    summed.valence = ValenceView::sum;
    return cells_of(facts, summed);
  }();
  const Cells split = cells_of(facts, spec);
  for (const auto& [place, sum] : sums) {
    std::int64_t over_valences = 0;
    for (const char* valence : {"succes", "faal", "neutraal"})
      over_valences += split.at({place.first, place.second + ":" + valence});
    RC_ASSERT(over_valences == sum);
  }
}

}  // namespace
}  // namespace pipeline

#include "pipeline/report/frequency.h"

#include <fmt/core.h>

#include "pipeline/model/tr.h"
#include "pipeline/report/frequency_layout.h"
#include "pipeline/report/frequency_notes.h"

namespace pipeline {
namespace {

std::string title_of(const CountedCells& counted) {
  std::string title = counted.columns.name.empty()
                          ? tr("{} per {}", plural_of(counted.spec.unit), counted.rows.noun)
                          : tr("{} per {} en {}", plural_of(counted.spec.unit), counted.rows.noun,
                               counted.columns.noun);
  return title;
}

}  // namespace

Result<Table> frequency(const CorpusFacts& facts, std::span<const Factor> factors,
                        const FrequencySpec& spec, const std::optional<RunRecord>& run) {
  const auto counted = count_all(facts, factors, spec);
  if (!counted) return tl::unexpected(counted.error());
  const auto dominated = dominated_rows(facts, *counted);
  std::optional<TableTests> tests;
  if (spec.test != TableTest::none) tests = test_table(facts, *counted);
  LaidOut laid_out = lay_out(*counted, dominated, tests ? &*tests : nullptr);
  Table table{title_of(*counted), std::move(laid_out.columns), std::move(laid_out.rows), {}};
  const auto add = [&](std::vector<std::string> notes) {
    table.notes.insert(table.notes.end(), notes.begin(), notes.end());
  };
  add(frequency_notes(*counted));
  add(caution_notes(*counted, laid_out.small_numbers, dominated));
  if (tests) add(tests->notes);
  add(base_notes(facts, counted->selection, spec.scope, run));
  return table;
}

}  // namespace pipeline

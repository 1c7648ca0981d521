#include "pipeline/report/caution.h"

#include <algorithm>
#include <utility>

namespace pipeline {
namespace {

constexpr std::uint32_t fewest_codings = 4;  // of a row of three, two always come from one

}  // namespace

bool rests_on_few(const Measure& measure, const CellNumbers& numbers, const FrequencySpec& spec) {
  if (measure.rests_on == nullptr) return false;
  const bool is_one_of_several =
      spec.valence == ValenceView::split || spec.valence == ValenceView::mixed;
  const bool is_total = std::string_view(measure.name) == "aantal";
  if (measure.is_count && is_one_of_several && !is_total && !spec.marks_counts) return false;
  const std::uint32_t number = measure.rests_on(numbers);
  return number > 0 && number < spec.minimum;
}

std::vector<std::optional<OneSpeaker>> dominated_rows(const CorpusFacts& facts,
                                                      const CountedCells& counted) {
  std::vector<std::optional<OneSpeaker>> rows(counted.rows.values.size());
  if (counted.rows.name == "spreker" || counted.rows.name == "document") return rows;
  const auto speakers = dimension("spreker", facts, {});
  if (!speakers) return rows;
  const std::vector<std::uint32_t> person = units_of(facts, CountUnit::speakers);
  std::vector<std::uint32_t> in_row(rows.size());
  std::vector<std::pair<std::uint64_t, std::uint32_t>> said;  // row and speaker, coding
  for (const std::uint32_t coding : counted.selection.codings) {
    const std::uint64_t row = counted.rows.value(facts, coding);
    ++in_row[row];
    if (person[coding] != no_unit) said.emplace_back(row << 32U | person[coding], coding);
  }
  std::ranges::sort(said);
  for (std::size_t begin = 0, end = 0; begin < said.size(); begin = end) {
    while (end < said.size() && said[end].first == said[begin].first) ++end;
    const auto row = static_cast<std::size_t>(said[begin].first >> 32U);
    const auto codings = static_cast<std::uint32_t>(end - begin);
    if (in_row[row] < fewest_codings || 2 * codings <= in_row[row]) continue;
    const std::uint32_t passage = facts.codings[said[begin].second].passage;
    rows[row] = OneSpeaker{speakers->values[speakers->of[passage]].label, codings, in_row[row]};
  }
  return rows;
}

}  // namespace pipeline

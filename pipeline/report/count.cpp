#include "pipeline/report/count.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace pipeline {
namespace {

std::vector<std::uint32_t> sentences_of(const CorpusFacts& facts) {
  const auto place = [&](std::uint32_t coding) {
    const auto& row = facts.codings[coding];
    return std::tuple(facts.passages[row.passage].document, row.span.begin, row.span.end);
  };
  std::vector<std::uint32_t> order(facts.codings.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, {}, place);
  std::vector<std::uint32_t> units(order.size());
  std::uint32_t next = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i > 0 && place(order[i]) != place(order[i - 1])) ++next;
    units[order[i]] = next;
  }
  return units;
}

// A person of several documents is one; of whom no table says who they are, each document has its
// own.
std::vector<std::uint32_t> speakers_of(const CorpusFacts& facts) {
  std::unordered_map<std::string_view, std::uint32_t> persons;
  std::vector<std::uint32_t> number;
  for (std::uint32_t at = 0; at < facts.speakers.size(); ++at) {
    const std::string& person = facts.speakers[at].person;
    number.push_back(person.empty() ? at : persons.try_emplace(person, at).first->second);
  }
  std::vector<std::uint32_t> units;
  for (const auto& passage : facts.passages)
    units.push_back(passage.speaker ? number[*passage.speaker] : no_unit);
  return units;
}

std::vector<std::uint32_t> cases_of(const CorpusFacts& facts) {
  const auto cases = dimension("case", facts, {});
  if (!cases) return std::vector<std::uint32_t>(facts.passages.size(), no_unit);
  std::vector<std::uint32_t> units;
  for (const std::uint32_t value : cases->of)
    units.push_back(cases->values[value].key == no_value ? no_unit : value);
  return units;
}

// Cells that count a thing once however often it comes, as long as it comes in one row.
struct Stamped {
  std::array<std::uint32_t, 4> last{no_unit, no_unit, no_unit, no_unit};

  void add(ValenceCounts& counts, Valence valence, std::uint32_t unit) {
    const std::array<std::uint32_t*, 3> of_valence{&counts.success, &counts.failure,
                                                   &counts.neutral};
    const auto at = static_cast<std::size_t>(valence);
    if (std::exchange(last[at], unit) != unit) {
      ++*of_valence[at];
      if (valence != Valence::neutral && last[0] == last[1]) ++counts.mixed;
    }
    if (std::exchange(last[3], unit) != unit) ++counts.any;
  }
};

}  // namespace

std::vector<std::uint32_t> passage_units(const CorpusFacts& facts, CountUnit unit) {
  if (unit == CountUnit::speakers) return speakers_of(facts);
  if (unit == CountUnit::cases) return cases_of(facts);
  std::vector<std::uint32_t> units(facts.passages.size());
  for (std::uint32_t i = 0; i < units.size(); ++i)
    units[i] = unit == CountUnit::documents ? facts.passages[i].document : i;
  return units;
}

std::vector<std::uint32_t> units_of(const CorpusFacts& facts, CountUnit unit) {
  if (unit == CountUnit::sentences) return sentences_of(facts);
  std::vector<std::uint32_t> units(facts.codings.size());
  if (unit == CountUnit::codings) {
    std::iota(units.begin(), units.end(), 0U);
    return units;
  }
  const std::vector<std::uint32_t> of_passage = passage_units(facts, unit);
  for (std::size_t i = 0; i < units.size(); ++i) units[i] = of_passage[facts.codings[i].passage];
  return units;
}

Grid<ValenceCounts> count_units(const CorpusFacts& facts, std::span<const std::uint32_t> codings,
                                const Dimension& rows, const Dimension& columns,
                                std::span<const std::uint32_t> units) {
  std::vector<std::uint32_t> order(codings.begin(), codings.end());
  std::ranges::sort(order, {}, [&](std::uint32_t i) { return std::tuple(units[i], i); });
  const std::size_t row_total = rows.values.size(), column_total = columns.values.size();
  Grid<ValenceCounts> counts(row_total, column_total);
  Grid<Stamped> stamps(row_total, column_total);
  for (const std::uint32_t i : order) {
    const std::uint32_t unit = units[i];
    if (unit == no_unit) break;  // sorts last
    const Valence valence = facts.codings[i].valence;
    const auto add = [&](std::size_t row, std::size_t column) {
      stamps.at(row, column).add(counts.at(row, column), valence, unit);
    };
    const std::size_t row = rows.value(facts, i);
    add(row, column_total);
    add(row_total, column_total);
    if (column_total == 0) continue;
    const std::size_t column = columns.value(facts, i);
    add(row, column);
    add(row_total, column);
  }
  return counts;
}

namespace {

// Where a passage counts: at most its cell and three margins.
struct CellPlaces {
  std::array<std::pair<std::size_t, std::size_t>, 4> places{};
  std::size_t count = 0;

  void add(std::size_t row, std::size_t column) { places[count++] = {row, column}; }
  auto begin() const { return places.begin(); }
  auto end() const { return places.begin() + static_cast<std::ptrdiff_t>(count); }
};

// Distinct units (documents, cases) of the passages in `order`, in which those of one unit stand
// together.
template <typename UnitOf, typename Cells>
void count_distinct(std::span<const std::uint32_t> order, UnitOf unit_of, Cells cells_of,
                    Grid<Base>& counts, Grid<std::uint32_t>& last, std::uint32_t Base::*number) {
  for (const std::uint32_t passage : order) {
    const std::uint32_t unit = unit_of(passage);
    if (unit == no_unit) continue;
    for (const auto& [row, column] : cells_of(passage))
      if (std::exchange(last.at(row, column), unit + 1) != unit + 1)
        ++(counts.at(row, column).*number);
  }
}

}  // namespace

Grid<Base> count_base(const CorpusFacts& facts, const std::vector<bool>& passages,
                      const Dimension& rows, const Dimension& columns) {
  const std::size_t row_total = rows.values.size(), column_total = columns.values.size();
  const bool by_row = rows.of_passages && row_total > 0;
  const bool by_column = columns.of_passages && column_total > 0;
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < facts.passages.size(); ++i)
    if (passages[i]) order.push_back(i);
  const auto cells_of = [&](std::uint32_t passage) {
    const std::size_t row = by_row ? rows.of[passage] : row_total;
    const std::size_t column = by_column ? columns.of[passage] : column_total;
    CellPlaces places;
    places.add(row_total, column_total);
    if (by_row) places.add(row, column_total);
    if (by_column) places.add(row_total, column);
    if (by_row && by_column) places.add(row, column);
    return places;
  };
  Grid<Base> counts(row_total, column_total);
  for (const std::uint32_t passage : order)
    for (const auto& [row, column] : cells_of(passage))
      counts.at(row, column).words += facts.passages[passage].words;
  Grid<std::uint32_t> last(row_total, column_total);  // unit + 1
  count_distinct(
      order, [&](std::uint32_t i) { return facts.passages[i].document; }, cells_of, counts, last,
      &Base::documents);
  const std::vector<std::uint32_t> cases = passage_units(facts, CountUnit::cases);
  std::ranges::stable_sort(order, {}, [&](std::uint32_t i) { return cases[i]; });
  last = Grid<std::uint32_t>(row_total, column_total);
  count_distinct(
      order, [&](std::uint32_t i) { return cases[i]; }, cells_of, counts, last, &Base::cases);
  for (std::size_t row = 0; row <= row_total; ++row)
    for (std::size_t column = 0; column <= column_total; ++column)
      counts.at(row, column) =
          counts.at(by_row ? row : row_total, by_column ? column : column_total);
  return counts;
}

}  // namespace pipeline

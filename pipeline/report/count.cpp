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
    if (std::exchange(last[at], unit) != unit) ++*of_valence[at];
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

Grid<Base> count_base(const CorpusFacts& facts, const std::vector<bool>& passages,
                      const Dimension& rows, const Dimension& columns) {
  const std::size_t row_total = rows.values.size(), column_total = columns.values.size();
  const bool by_row = rows.of_passages && row_total > 0;
  const bool by_column = columns.of_passages && column_total > 0;
  Grid<Base> counts(row_total, column_total);
  Grid<std::uint32_t> last(row_total, column_total);  // document + 1
  for (std::size_t i = 0; i < facts.passages.size(); ++i) {
    if (!passages[i]) continue;
    const auto& passage = facts.passages[i];
    const auto add = [&](std::size_t row, std::size_t column) {
      Base& base = counts.at(row, column);
      base.words += passage.words;
      if (std::exchange(last.at(row, column), passage.document + 1) != passage.document + 1)
        ++base.documents;
    };
    add(row_total, column_total);
    if (by_row) add(rows.of[i], column_total);
    if (by_column) add(row_total, columns.of[i]);
    if (by_row && by_column) add(rows.of[i], columns.of[i]);
  }
  for (std::size_t row = 0; row <= row_total; ++row)
    for (std::size_t column = 0; column <= column_total; ++column)
      counts.at(row, column) =
          counts.at(by_row ? row : row_total, by_column ? column : column_total);
  return counts;
}

}  // namespace pipeline

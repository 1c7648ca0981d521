// The counting under a frequency table: distinct units in each cell and margin, and the words and
// documents that they are held against. Margins are counted, not added up: a passage with two
// factors is one passage in the total.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "pipeline/model/coded_document.h"
#include "pipeline/report/dimension.h"
#include "pipeline/report/frequency.h"
#include "pipeline/report/scope.h"

namespace pipeline {

// One number a cell of a table of rows x columns with both margins: at(rows, c) and at(r, columns).
template <typename Number>
class Grid {
 public:
  Grid(std::size_t rows, std::size_t columns)
      : columns_(columns + 1), numbers_((rows + 1) * columns_) {}
  Number& at(std::size_t row, std::size_t column) { return numbers_[row * columns_ + column]; }
  const Number& at(std::size_t row, std::size_t column) const {
    return numbers_[row * columns_ + column];
  }

 private:
  std::size_t columns_;
  std::vector<Number> numbers_;
};

struct ValenceCounts {
  std::uint32_t success = 0, failure = 0, neutral = 0, any = 0;  // any: distinct over the three
  std::uint32_t mixed = 0;                                       // both succes and faal
};

// The unit of each coding of the facts, numbered densely; no_unit: the coding has none (nobody is
// named as speaker, there is no case).
inline constexpr std::uint32_t no_unit = UINT32_MAX;
std::vector<std::uint32_t> units_of(const CorpusFacts& facts, CountUnit unit);

// The unit that each passage of the facts is in: a passage, speaker, document or case.
std::vector<std::uint32_t> passage_units(const CorpusFacts& facts, CountUnit unit);

// `columns` without values: no columns, only margins.
Grid<ValenceCounts> count_units(const CorpusFacts& facts, std::span<const std::uint32_t> codings,
                                const Dimension& rows, const Dimension& columns,
                                std::span<const std::uint32_t> units);

// What takes part, coded or not. A dimension of codings does not divide passages: all of its values
// have the numbers of its margin.
struct Base {
  std::uint64_t words = 0;
  std::uint32_t documents = 0, cases = 0;
};
Grid<Base> count_base(const CorpusFacts& facts, const std::vector<bool>& passages,
                      const Dimension& rows, const Dimension& columns);

}  // namespace pipeline

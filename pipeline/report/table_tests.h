// Do rows and columns of a frequency table hang together? Each row against the rest, with Holm's
// correction, and the table as a whole. Where all that a document (or a speaker) says lies in one
// column, whole documents are dealt out over the columns, so that ten sentences of one speaker are
// not taken for ten independent ones; else what was counted is taken as independent.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/report/counted.h"

namespace pipeline {

struct RowTest {
  std::optional<double> chi_square, cramers_v, p, p_holm;
  std::string how;  // "permutatie van documenten", "niet te berekenen: een rij of kolom is leeg"
};

struct TableTests {
  std::vector<RowTest> rows;
  RowTest whole;
  std::vector<std::string> notes;
};

TableTests test_table(const CorpusFacts& facts, const CountedCells& counted);

}  // namespace pipeline

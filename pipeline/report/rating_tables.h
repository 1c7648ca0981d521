// A rating matrix as tables: at a glance, cell by cell with what it rests on, and held against an
// outcome of the cases.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "pipeline/model/table.h"
#include "pipeline/report/rating_matrix.h"

namespace pipeline {

inline constexpr const char* confirmed_mark = "✓";
inline constexpr const char* changed_mark = "!";

struct MatrixNotes {
  const CorpusFacts& facts;
  const MatrixSpec& spec;
  const std::optional<RunRecord>& run;
};

// What every table of a matrix must say: rule, what people confirmed, what it rests on.
std::vector<std::string> matrix_notes(const RatingMatrix& matrix, const MatrixNotes& notes);

// Factor x case -> "+1", "gemengd"; confirmed ones marked.
Table rating_table(const RatingMatrix& matrix, const MatrixNotes& notes);
// A row a cell that has anything, with counts, speakers, roles, quotations and who confirmed it.
// `quotation`: the words of a coding, with where they stand.
Table rating_cells(const RatingMatrix& matrix, const MatrixNotes& notes,
                   const std::function<std::string(CodingId)>& quotation);

// Which factors were rated otherwise in cases of another outcome: an exact test of ranks a factor,
// with Holm's correction. `outcome`: "uitkomst" or "uitkomst=goed,mislukt". Errors: no such
// attribute or value, fewer than two outcomes.
Result<Table> outcome_table(const RatingMatrix& matrix, const MatrixNotes& notes,
                            const std::string& outcome);

}  // namespace pipeline

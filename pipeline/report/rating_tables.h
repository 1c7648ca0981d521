// A rating matrix as tables: at a glance, cell by cell with what it rests on, and held against an
// outcome of the cases.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "pipeline/model/table.h"
#include "pipeline/report/case_outcomes.h"
#include "pipeline/report/rating_matrix.h"

namespace pipeline {

inline constexpr const char* confirmed_mark = "✓";
inline constexpr const char* changed_mark = "!";

struct MatrixNotes {
  const CorpusFacts& facts;
  const MatrixSpec& spec;
  const std::optional<RunRecord>& run;
};

// Whether cells are marked with the signs above, or in another way.
enum class CellMarks : bool { none, signs };
// How many cells people confirmed, which of them changed since, and what they confirmed of what is
// not in the matrix any more.
std::vector<std::string> confirmed_notes(const RatingMatrix& matrix, CellMarks marks);
// What all that shows a matrix must say: rule, what people confirmed, what it rests on.
std::vector<std::string> matrix_notes(const RatingMatrix& matrix, const MatrixNotes& notes,
                                      CellMarks marks = CellMarks::signs);

// Factor x case -> "+1", "gemengd"; confirmed ones marked. Without notes.
Table rating_table(const RatingMatrix& matrix);
// A row a cell that has anything, with counts, speakers, roles, quotations and who confirmed it.
// `quotation`: the words of a coding, with where they stand.
Table rating_cells(const RatingMatrix& matrix, const MatrixNotes& notes,
                   const std::function<std::string(CodingId)>& quotation);

// Which factors were rated otherwise in cases of another outcome: an exact test of ranks a factor,
// with Holm's correction. Its notes are of the comparison alone.
Table outcome_table(const RatingMatrix& matrix, const CaseOutcomes& outcomes);
// What such a table comes to, in a sentence: which factors differ by more than chance, or that none
// does, or that none could.
std::string verdict_of(const Table& comparison);

}  // namespace pipeline

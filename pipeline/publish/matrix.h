// Who or what speaks of which factor, a row a document, case or speaker: for a program of
// statistics.
//   document             woorden  vertrouwen_succes  vertrouwen_faal  vertrouwen_neutraal
//   vertrouwen westerbeek/a.docx      1.174                  4                1 0           5
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "pipeline/model/coded_document.h"
#include "pipeline/model/table.h"
#include "pipeline/publish/variable.h"
#include "pipeline/report/frequency.h"

namespace pipeline {

enum class MatrixUnit : std::uint8_t { documents, cases, speakers };
enum class MatrixValues : std::uint8_t { counts, present };  // present: 0 or 1

struct DataMatrixSpec {
  MatrixUnit unit = MatrixUnit::documents;
  MatrixValues values = MatrixValues::counts;
  FrequencyScope scope;
};

// All units that take part, coded or not, all factors of the lexicon, found or not. Attributes are
// those of the unit: a value where its passages have one and the same, else nothing. Error: nobody
// has a case.
Result<DataSet> matrix(const CorpusFacts& facts, std::span<const Factor> factors,
                       const DataMatrixSpec& spec, const std::optional<RunRecord>& run);

}  // namespace pipeline

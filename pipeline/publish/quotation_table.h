// All quotations as one long table, a row a coding, for a spreadsheet or a program of statistics.
#pragma once

#include <span>

#include "pipeline/model/coded_document.h"
#include "pipeline/model/table.h"
#include "pipeline/publish/quotation.h"
#include "pipeline/report/frequency.h"

namespace pipeline {

// Columns: id, factor, label, thema, valentie, modaliteit, codeur, stand, document, passage, soort,
// spreker, wie, begin, begin_s, pagina, every attribute that occurs (`kenmerk_` before a name that
// is taken), zin, passage_tekst; texts on one line.
Table quotation_table(const Store& store, const CorpusFacts& facts, std::span<const Factor> factors,
                      std::span<const CodingId> codings);

}  // namespace pipeline

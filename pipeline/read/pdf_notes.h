// Footnotes among the rows of a PDF: small rows at the foot of a column that begin with a number or
// a sign ("3 Zie bijlage 2.").
#pragma once

#include <vector>

#include "pipeline/read/pdf_rows.h"

namespace pipeline {

// The height of most of the text.
float usual_size(const std::vector<PdfRow>& rows);

struct PdfBodyAndNotes {
  std::vector<PdfRow> body, notes;
};

// Rows of notes apart from the others; the raised numbers in the body that point to a note of their
// page are left out. Rows come in the order of pages and blocks, and stay so.
PdfBodyAndNotes notes_apart(std::vector<PdfRow> rows);

// Whether a row is the first one of a note.
bool begins_note(const PdfRow& row);

}  // namespace pipeline

// Which rows of a PDF go on with the paragraph of the row before them, and how.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "pipeline/read/pdf_rows.h"

namespace pipeline {

enum class PdfJoint : std::uint8_t { wrapped, new_line, new_paragraph };

// How each row hangs on the one before; the first begins a paragraph. White, indents, the size of
// letters, and rows that end before the next word would not fit any more tell them apart.
std::vector<PdfJoint> joints_of(const std::vector<PdfRow>& rows);

}  // namespace pipeline

// Running heads, feet and page numbers: lines at the edge of a page that come back at the same
// height on others, whatever numbers stand in them ("Pagina 3 van 12"). Left and right pages may
// have their own.
#pragma once

#include <vector>

#include "pipeline/read/pdf_lines.h"

namespace pipeline {

// Takes them out of the first sheet of each page. A line comes back when it is on three pages
// with one page between them at most, or on both pages of a document of two; bare numbers only when
// they count on with the pages.
void remove_running_lines(std::vector<std::vector<PdfSheet>>& pages);

}  // namespace pipeline

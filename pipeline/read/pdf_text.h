// Rows of all pages -> the text of a document: paragraphs that are parted by a blank line and go on
// past the end of a column or page, notes behind the body, and where each page begins.
#pragma once

#include <vector>

#include "pipeline/model/document.h"
#include "pipeline/read/pdf_words.h"

namespace pipeline {

// Source, pages and parts. Where only its words can tell whether a hyphen at a line end was there
// before the line was broken, it stands in the source as it stands on the page: "gede-\nelde".
Document text_of_pages(const PdfContent& content);

}  // namespace pipeline

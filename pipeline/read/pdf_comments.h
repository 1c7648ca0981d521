// Notes that readers left on the pages of a PDF, which the library for its text does not give.
#pragma once

#include <string_view>
#include <vector>

#include "pipeline/read/pdf_words.h"

namespace pipeline {

// In the order of the pages; none where the file is too broken to tell. Not what a note is drawn
// with, who wrote it or when.
std::vector<PdfComment> comments_in(std::string_view bytes);

}  // namespace pipeline

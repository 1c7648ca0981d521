// The halves of read_pdf (readers.h), for tests: running the program that finds the words of a PDF,
// and making a document of what it says.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/model/document.h"
#include "pipeline/model/result.h"
#include "pipeline/read/child.h"

namespace pipeline {

// By the program at `path`, held to `limits`.
Result<Document> read_pdf_by(const std::string& path, std::string_view bytes,
                             const std::string& name, const ChildLimits& limits);

// From the lines of that program (pdf_words.h).
Result<Document> read_pdf_lines(std::string_view lines, const std::string& name);

}  // namespace pipeline

// A file as it goes into the study: read, and with its words whole where the lines of its pages had
// split them. In PDF the lines are no part of the text, so that its source itself says "gedeelde"
// and not "gede-\nelde"; other formats keep theirs, and only their clean text is joined.
#pragma once

#include <filesystem>
#include <string>

#include "pipeline/language/word_table.h"
#include "pipeline/model/document.h"
#include "pipeline/model/result.h"
#include "pipeline/read/container.h"
#include "pipeline/read/read.h"

namespace pipeline {

Result<Document> read_whole(const std::filesystem::path& file, const ReadOptions& options,
                            const WordTable& words);

// The same for a document of a container (read_part).
Result<Document> read_whole(const Part& part, const std::string& container,
                            const ReadOptions& options, const WordTable& words);

// The second half of both; pages and parts move with the text.
Document with_whole_words(Document document, const WordTable& words);

}  // namespace pipeline

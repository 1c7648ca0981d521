// A file as it goes into the study: read, and with its words whole where the lines of its pages had
// split them. In PDF the lines are no part of the text, so that its source itself says "gedeelde"
// and not "gede-\nelde"; other formats keep theirs, and only their clean text is joined.
#pragma once

#include <filesystem>

#include "pipeline/model/document.h"
#include "pipeline/model/result.h"
#include "pipeline/normalise/line_ends.h"

namespace pipeline {

Result<Document> read_whole(const std::filesystem::path& file, const IsWord& is_word);

// What read_whole does to the text that was read; pages and parts move with it.
void make_words_whole(Document& document, const IsWord& is_word);

}  // namespace pipeline

// Input of commands that work on one file: a path, "-" for standard input as plain text, or a
// document in a container ("enquete.csv/rij-0012").
#pragma once

#include <string>

#include "pipeline/language/word_table.h"
#include "pipeline/model/document.h"
#include "pipeline/model/result.h"
#include "pipeline/read/read.h"

namespace pipeline {

// As ingest reads it.
Result<Document> read_input(const std::string& file, const WordTable& words,
                            const ReadOptions& options = {});
// The bytes as UTF-8 text with LF line ends, whatever the file's ending says.
Result<std::string> read_lines(const std::string& file);

}  // namespace pipeline

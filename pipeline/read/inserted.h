// A document that another one holds as a whole (w:altChunk in Word): a web page, also as Word and
// browsers save one (MHTML), a Word document, RTF or plain text, told by its content.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/read/read.h"

namespace pipeline {

struct Inserted {
  std::string text;  // paragraphs; without comments
  std::vector<Said> warnings;
};

// `bytes` may be nullptr where the part is missing. What cannot be read is a warning; `name` is
// that of the whole file.
Inserted inserted_document(const std::string* bytes, const std::string& part,
                           const std::string& name, const ReadLimits& limits,
                           const ReadOptions& options);

// The page in an MHTML file, decoded from how it was packed for mail; empty where there is none.
std::string page_of_mhtml(std::string_view bytes);

}  // namespace pipeline

// A preview as its user sees it: a table of documents, one of speakers, and what is doubtful.
#pragma once

#include <span>
#include <string>

#include "pipeline/ingest/drafts.h"
#include "pipeline/ingest/preview.h"

namespace pipeline {

// A draft that was written, and where.
struct WrittenDraft {
  std::filesystem::path file;
  std::size_t rows = 0;
  bool is_beside = false;  // its proper name was taken
};

// On standard output, as `format` says: "tekst" or "json". Returns the exit status, as ingest's.
int show_preview(const Preview& preview, std::span<const WrittenDraft> drafts,
                 const std::string& format);

}  // namespace pipeline

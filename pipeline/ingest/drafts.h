// Drafts of cases.csv and speakers.csv for a person to fill in, beside the documents that they are
// about and with all that was recognised. The next ingest reads them back; as long as nothing is
// changed in them they say what the program found by itself.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/ingest/preview.h"
#include "pipeline/model/result.h"

namespace pipeline {

struct TableDraft {
  std::filesystem::path file;  // where it is to stand: cases.csv, or cases-nieuw.csv where that is
  std::string text;            // CSV with ';', with BOM and CRLF, as spreadsheets like it
  std::size_t rows = 0;
};

// For each folder that documents were found under, of which tables leave something unsaid. Of what
// tables know already there is no row; doubles and refused files have none either.
std::vector<TableDraft> drafts_of(const Preview& preview);

// Writes the draft, but never over a file that is there: then it stands in cases-nieuw.csv,
// cases-nieuw-2.csv ..., whose name is returned. These are read by nobody: their rows are meant to
// be moved.
Result<std::filesystem::path> write_draft(const TableDraft& draft);

}  // namespace pipeline

// What an ingest would make of some files, without making it: what was recognised in each, and what
// is doubtful. Nothing is written, no study is needed.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "pipeline/ingest/find.h"
#include "pipeline/ingest/plan.h"
#include "pipeline/language/word_table.h"
#include "pipeline/model/document.h"
#include "pipeline/store/study.h"

namespace pipeline {

struct SpeakerPreview {
  Speaker speaker;  // with kind, basis, turns and attributes
  std::uint64_t words = 0;
  bool has_row = false;  // a table knows them
};

// Against what the study holds; all is new where there is no study. A double is not taken in.
enum class DocumentState : std::uint8_t {
  added,
  changed,
  attributes,
  unchanged,
  duplicate,
  refused
};

// One file. Whoever finds out something new of documents adds a field here, and a column in
// cli/preview.cpp.
struct DocumentPreview {
  std::filesystem::path file;
  std::string path;   // of the document
  std::string inner;  // its name in the sheet or archive that the file is; empty for other files
  DocumentState state = DocumentState::added;
  std::string format, encoding;  // encoding: empty where the format is not plain text
  std::string language;          // ISO 639, of most of it; empty: languages are not told apart
  std::uint64_t words = 0, passages = 0;
  bool has_times = false;
  std::vector<SpeakerPreview> speakers;  // in order of first appearance
  Attributes attributes;                 // the file's own and those of tables
  bool has_row = false;                  // cases.csv names it
  std::vector<Said> warnings;
  Said refusal;  // why, where it is refused
};

struct Preview {
  std::vector<DocumentPreview> documents;  // in order of their files' paths
  std::vector<Outcome> outcomes;           // about tables and folders
  std::uint64_t refused() const;
};

struct PreviewOptions {
  unsigned jobs = 0;  // threads; 0: one a core
  NamedTables tables;
  SameName same_name = SameName::refused;
};

// `study` may be null.
Checked<Preview> preview(const Study* study, std::span<const std::filesystem::path> inputs,
                         const WordTable& words, const PreviewOptions& options);

}  // namespace pipeline

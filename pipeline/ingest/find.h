// What a run was given: the files under its paths, and the rows of cases.csv that are about them. A
// row names a file by its path from the folder that cases.csv lies in, so that
//   ingest interviews              reads interviews/cases.csv, and
//   ingest interviews/oost/a.docx  finds its row "oost/a.docx" there, too
// once the study holds documents that were taken from interviews/.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/result.h"
#include "pipeline/read/cases.h"
#include "pipeline/store/store.h"

namespace pipeline {

// A file that was found under the paths given to ingest.
struct FoundFile {
  std::filesystem::path file;
  std::string path;  // within the study: relative to the folder that was given, with '/'
  std::uint64_t bytes = 0;
  std::int64_t modified_ns = 0;
  std::string origin;  // hash of its absolute path
  std::string pseudonym =
      {};  // what a study without names calls it instead of `path`; empty: as it is

  friend bool operator==(const FoundFile&, const FoundFile&) = default;
};

struct CasesFile {
  std::filesystem::path file;
  // Absolute, with '/' behind it. Empty: --cases, which lies anywhere; its rows go by the names
  // that documents have in the study.
  std::string folder;
  bool is_given =
      false;  // its folder was given, so that all files its rows may name were looked for
  Cases cases;
};

struct Finding {
  std::vector<FoundFile> files;   // by path
  std::vector<CasesFile> cases;   // of one path the outermost first
  std::vector<Outcome> outcomes;  // paths that could not be read or were passed over, doubtful rows
};

// Walks the folders given (not into hidden ones, linked ones, or a study). `cases`: a file named by
// the user; otherwise cases.csv of each folder given or beside each file given, and of those above
// it up to the outermost folder that documents of the study (`stored`) were taken from. A cases.csv
// that cannot be used as a whole is an error.
Checked<Finding> find_files(std::span<const std::filesystem::path> inputs,
                            const std::filesystem::path& cases,
                            std::span<const StoredDocument> stored);

// What cases.csv says of a file; an empty row where one is about its folder and does not name it,
// null where none is. `stored_path`: the name of its document, if the study has it.
const CaseRow* row_of(const Finding& finding, const FoundFile& found,
                      std::string_view stored_path = {});

}  // namespace pipeline

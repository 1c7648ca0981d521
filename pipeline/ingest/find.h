// What a run was given: the files under its paths, and the rows of cases.csv and speakers.csv that
// are about them. A
// row names a file by its path from the folder that cases.csv lies in, so that
//   ingest interviews              reads interviews/cases.csv, and
//   ingest interviews/oost/a.docx  finds its row "oost/a.docx" there, too
// once the study holds documents that were taken from interviews/.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/ingest/people.h"
#include "pipeline/model/result.h"
#include "pipeline/read/cases.h"
#include "pipeline/read/speakers.h"
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

  // Of a document in a container, which `file` is then; `bytes` and `modified_ns` are the
  // container's, with what the profiles of its sheets say added in, and `origin` is its origin, '/'
  // and `inner`.
  std::string container = {};  // its path within the study
  std::string inner = {};      // the document's name in it
  std::string hash = {};       // of what the document was made of
  std::uint64_t content_bytes = 0;
  bool is_settled = false;  // the container is as the study has it, and was not opened

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
  bool is_packed = false;  // it lies in an archive
};

struct SpeakersFile {
  std::filesystem::path file;
  std::string folder;     // as of CasesFile
  bool is_given = false;  // likewise
  SpeakerTable table;
  std::map<std::string, std::vector<std::size_t>> rows_of = {};  // by file; "": persons
};

// Tables named by the user; empty: those beside the documents.
struct NamedTables {
  std::filesystem::path cases, speakers;
};

struct Finding {
  std::vector<FoundFile> files;  // by path; of a container in its own order
  std::vector<FoundFile> containers;
  std::vector<std::string> kept;  // origins of documents, or containers, that cannot be read now
  std::vector<CasesFile> cases;   // of one path the outermost first; behind them those in archives
  std::vector<SpeakersFile> speakers;  // of one path the outermost first
  std::shared_ptr<const People> people = std::make_shared<const People>();  // of all of speakers
  std::vector<Outcome> outcomes;  // paths that could not be read or were passed over, doubtful rows
};

// Walks the folders given (not into hidden ones, linked ones, or a study). Tables: those named by
// the user; otherwise cases.csv and speakers.csv of each folder given or beside each file given,
// and of those above it up to the outermost folder that documents of the study (`stored`) were
// taken from. A table that cannot be used as a whole is an error. `profiles`: as expand_containers
// has it (parts.h).
Checked<Finding> find_files(std::span<const std::filesystem::path> inputs,
                            const NamedTables& tables, std::span<const StoredDocument> stored,
                            const std::filesystem::path& profiles = {});

// Where a file lies, or a document in a container, whatever the folder that the program was started
// in.
std::string place_of(const FoundFile& found);

// The file that a document was read from, itself or as a container: its path within the study, its
// origin.
struct SourceFile {
  std::string_view path, origin;
};
SourceFile source_of(const StoredDocument& document);

// Whether a file of this name is a table of ours and no document: "cases.csv", "speakers.csv",
// "names.csv", and the drafts for them, "cases-nieuw.csv"; "codings.tsv".
bool is_table_name(std::string_view name);

// What the tables say of a file, or of the container that it lies in, and of its speakers,
// speakers.csv before cases.csv; an empty row where one is about its folder and does not name it,
// none where none is. `stored_path`: the name of its document, if the study has it.
std::optional<CaseRow> row_of(const Finding& finding, const FoundFile& found,
                              std::string_view stored_path = {});

// A row of speakers.csv and the document that it should be true of.
struct SpeakerClaim {
  std::string table;
  unsigned line = 0;
  std::string name;
  std::string document;  // empty: any
};
// Of the rows about `found`, whose document has this name.
void add_claims(const Finding& finding, const FoundFile& found, const std::string& document,
                std::vector<SpeakerClaim>& claims);
// Of the rows about persons, where all files that they may be in were looked for.
void add_claims(const Finding& finding, std::vector<SpeakerClaim>& claims);
// Claims about speakers whom a document that is there does not have; `speakers`: by document.
std::vector<Outcome> unfounded(const std::vector<SpeakerClaim>& claims,
                               const std::map<std::string, std::vector<std::string>>& speakers);

}  // namespace pipeline

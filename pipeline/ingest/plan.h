// What a run has to do: which files are new, changed, or made from another lexicon, and which
// stored documents the index lacks. Files that did not change are not opened.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "pipeline/ingest/find.h"
#include "pipeline/model/coded_document.h"
#include "pipeline/read/cases.h"
#include "pipeline/store/store.h"

namespace pipeline {

// A file that has the name of a document in the study, and differs from it in both place and text:
// another document, or, when the user says so, the new text of that one.
enum class SameName : bool { refused, replaces };

enum class Work : std::uint8_t {
  read,        // read the file and make everything
  tag,         // make everything from the stored text
  attributes,  // only what the tables say of it changed, and not who asks
  index,       // only the index lacks it
  nothing
};

struct Item {
  Work work = Work::read;
  DocumentId id{};
  std::string path;
  std::string file;                          // read
  std::string container, inner;              // read: of a document in a container, as FoundFile
  std::shared_ptr<const Document> document;  // read: where the file was read already
  FileStamp stamp;
  std::string key;  // of a document that is read: without the people that it turns out to name
  CaseRow row;
  std::shared_ptr<const People> people;
  bool keeps_attributes = false;  // nothing said what they are now, so they stay
  bool is_new = false;
  bool is_from_elsewhere = false;  // SameName::replaces: the text was of a file in another place
  Work otherwise = Work::nothing;  // read: what its stored text needs if the file is refused
  std::string stored_key;          // and the key that this gets then
  std::uint64_t bytes = 0;         // of the file, or words x 6: to share work evenly
};

// The documents of a container that was opened, with the stamps that they get when all of it is in
// the study (parts.h).
struct Settlement {
  std::string container;  // its path within the study
  std::vector<std::pair<DocumentId, FileStamp>> stamps;
};

struct Plan {
  std::vector<Item> items;                   // by document
  std::uint64_t unchanged = 0, missing = 0;  // missing: stored documents that no file stands for
  std::vector<std::pair<DocumentId, FileStamp>> restamped;  // same bytes, other time or place
  std::vector<Settlement> settlements;
  std::vector<Outcome> outcomes;   // refused before reading, doubles
  std::uint64_t doubles = 0;       // new files that are not taken in
  std::vector<std::string> paths;  // of the documents, by file of the finding; empty: refused
  std::vector<SpeakerClaim> claims;
};

// A document's key has three parts: the file's hash (with how it was read, where that is not the
// usual way: "-geweigerd"), that of its row in cases.csv, and that of all the rest (lexicon, word
// table, settings, program), `context`.
std::string key_of(const std::string& file_hash, const CaseRow& row, const std::string& context);
bool has_context(const std::string& key, const std::string& context);
std::string with_context(const std::string& key, const std::string& context);
std::string with_row(const std::string& key, const CaseRow& row);

// `indexed`: what the index holds. Reads the bytes of files whose size or time differs, to hash
// them.
Plan make_plan(const Finding& finding, const std::vector<StoredDocument>& stored,
               const std::map<DocumentId, std::string>& indexed, const std::string& context,
               SameName same_name = SameName::refused, const std::string& reading = {});

// Gives the documents of a plan the names that `renamed` makes of theirs; where two would have the
// same, the second is "naam (2).txt".
void rename_documents(Plan& plan, const std::vector<StoredDocument>& stored,
                      const std::function<std::string(std::string_view)>& renamed);

// Adds what stored documents need that are not planned yet: those made in another context are made
// again, the others are put into the index where it lacks them.
void add_stored(Plan& plan, const std::vector<StoredDocument>& stored,
                const std::map<DocumentId, std::string>& indexed, const std::string& context);

}  // namespace pipeline

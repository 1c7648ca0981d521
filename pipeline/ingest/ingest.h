// From a folder of documents to a study that can be searched and counted. Documents go in one by
// one, each whole or not at all; the index follows in one step at the end. Stopped at any moment,
// the next run takes up what is left and ends with the same study.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "pipeline/ingest/plan.h"
#include "pipeline/language/word_table.h"
#include "pipeline/model/coded_document.h"
#include "pipeline/pseudonymise/pseudonymise.h"
#include "pipeline/store/store.h"
#include "pipeline/store/study.h"

namespace pipeline {

struct Progress {
  std::uint64_t documents = 0, all_documents = 0;
  std::uint64_t bytes = 0, all_bytes = 0;
  bool is_merging = false;  // the documents are done, the index is being put together
};

struct IngestOptions {
  unsigned jobs = 0;  // threads; 0: one a core
  NamedTables tables;
  SameName same_name = SameName::refused;
  const Pseudonymiser* pseudonymise = nullptr;    // replaces names before anything is stored
  std::string program;                            // name and version, for the record
  std::function<void(const Progress&)> progress;  // called by one thread at a time
  const std::atomic<bool>* stop = nullptr;  // set: finish the documents at hand and end properly
};

struct IngestReport {
  RunRecord run;
  std::uint64_t added = 0, changed = 0, refreshed = 0, unchanged = 0, missing = 0;
  std::uint64_t attributes = 0;  // documents of which only attributes changed
  std::uint64_t doubles = 0;     // new files that say what another document says: not taken in
  std::uint64_t passages = 0, sentences = 0, words = 0;   // of what this run made
  std::array<std::uint64_t, 3> codings{};                 // by valence
  std::uint64_t foreign_passages = 0, foreign_words = 0;  // of those, in a language not coded
  std::uint64_t set_aside = 0;                            // people's codings without a place now
  std::vector<Outcome> outcomes;  // by path; refusals and warnings among them
  bool was_stopped = false;
  bool index_is_former = false;  // stopped while making the index anew: it is as before the run

  std::uint64_t refused() const;
};

// Takes in what is new or changed under `inputs`, and brings what the study holds already up to
// date with its lexicon, settings and program. The same input gives the same study, whatever
// `jobs`. A study that has pseudonyms is refused without its list; with a list, names are replaced
// in what the study holds already, too, and no byte of them is left in its database.
Checked<IngestReport> ingest(const Study& study, std::span<const std::filesystem::path> inputs,
                             const WordTable& words, const IngestOptions& options);

// The same without files: after a change of the lexicon or the settings.
Checked<IngestReport> retag(const Study& study, const WordTable& words,
                            const IngestOptions& options);

// Makes the index again from the store, whatever it holds. The former index stays until the new one
// takes its place; if stopped, it stays altogether.
Checked<IngestReport> reindex(const Study& study, const WordTable& words,
                              const IngestOptions& options);
// The same for some documents whose codings changed, and those that the index lacks.
Checked<IngestReport> reindex(const Study& study, const WordTable& words,
                              const IngestOptions& options, const std::set<DocumentId>& documents);

}  // namespace pipeline

// The documents in the containers that were found (sheets, archives). A container that is as the
// study has it, with the profiles of its sheets, is not opened: that is known when at least one
// document of the study has its stamp and none is unsettled. While a run puts the documents of a
// container in, they are unsettled (modified_ns = 0); all get its stamp in one step when the last
// is in. So a run that was stopped, or that could not read all of it, opens it again.
#pragma once

#include <filesystem>
#include <mutex>
#include <optional>
#include <span>
#include <string>

#include "pipeline/ingest/find.h"
#include "pipeline/ingest/plan.h"
#include "pipeline/ingest/whole_words.h"
#include "pipeline/model/document.h"
#include "pipeline/read/container.h"
#include "pipeline/store/store.h"
#include "pipeline/store/study.h"

namespace pipeline {

// Puts documents in the place of containers among finding.files, in their order there, and adds
// each cases.csv in an archive to finding.cases. Profiles that had to be guessed are kept in the
// folder `profiles`, at the name of the sheet in the study; empty: nowhere.
void expand_containers(Finding& finding, std::span<const StoredDocument> stored,
                       const std::filesystem::path& profiles);

// Where the profiles of a container are looked for: beside it, then in the study.
FindProfile profile_finder(const std::filesystem::path& container, const std::string& path,
                           const std::filesystem::path& profiles);

// How a study wants its files read.
ReadOptions read_options(const Settings& settings);

// Reads files, and documents out of containers, for one thread: the container at hand stays open
// for the next.
class PartReader {
 public:
  // `words` must outlive it.
  PartReader(std::filesystem::path profiles, ReadOptions options, const WordTable& words)
      : profiles_(std::move(profiles)), options_(options), words_(words) {}
  Result<Document> operator()(const Item& item);
  Result<Document> operator()(const FoundFile& found);

 private:
  Result<Document> read_inner(const std::filesystem::path& file, const std::string& container,
                              const std::string& inner, const std::string& path);

  std::filesystem::path profiles_;
  ReadOptions options_;
  const WordTable& words_;
  std::filesystem::path file_;
  std::optional<Container> container_;
};

// The same for several threads; only containers are read by one at a time.
class SharedReader {
 public:
  SharedReader(std::filesystem::path profiles, ReadOptions options, const WordTable& words)
      : options_(options), words_(words), parts_(std::move(profiles), options, words) {}
  template <typename Place>  // Item or FoundFile
  Result<Document> operator()(const Place& place) {
    if (place.inner.empty()) return read_whole(place.file, options_, words_);
    const std::lock_guard lock(mutex_);
    return parts_(place);
  }

 private:
  ReadOptions options_;
  const WordTable& words_;
  std::mutex mutex_;
  PartReader parts_;
};

}  // namespace pipeline
